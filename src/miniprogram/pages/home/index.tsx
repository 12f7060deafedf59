import { open, switchTab } from '@/platform/navigation'
import { usePreferences } from '@/stores/preferences'
import { useSurroundings } from '@/stores/surroundings'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { type IconName } from '@/ui/Icon'
import { Screen } from '@/ui/Screen'
import { Header } from './Header'
import { texts } from './texts'
import { useWaiting } from './useWaiting'
import { NeedsFamily, Unfinished } from './Waiting'

// From here the words need the whole width of a small phone.
const iconsUpTo = 1.5

/** 首页. Asks for nothing: no login, no permission, no request unless the family has signed in before. */
export default function HomePage() {
  const surroundings = useSurroundings()
  const { elder, onCall, fontScale = 1 } = surroundings
  const icon = (name: IconName) => (fontScale < iconsUpTo ? name : undefined)
  const { cases, draft } = useWaiting()
  const choose = usePreferences((state) => state.choose)
  return (
    <Screen {...surroundings} title={texts.name} header={<Header />}>
      {cases.map((found) => (
        <NeedsFamily key={found.id} found={found} />
      ))}
      {draft && <Unfinished draft={draft} />}
      <Card kind="rows">
        <Entry icon={icon('search')} {...texts.check} onPress={() => open('check')} />
        <Entry icon={icon('document')} {...texts.apply} onPress={() => open('start')} />
        <Entry icon={icon('clock')} {...texts.progress} onPress={() => switchTab('progress')} />
        <Entry icon={icon('home')} {...texts.places} onPress={() => switchTab('places')} />
      </Card>
      <Card kind="danger">
        <Entry tone="danger" icon={icon('phone')} {...texts.danger} onPress={() => onCall('110')} />
      </Card>
      <Card kind="rows">
        <Entry
          icon={icon('text')}
          title={elder ? texts.elderOff : texts.elderOn}
          note={texts.elderOnNote}
          onPress={() => choose({ elder: !elder })}
        />
        <Entry icon={icon('people')} title={texts.helper} onPress={() => open('start')} />
        <Entry icon={icon('book')} {...texts.policy} onPress={() => open('policy')} />
      </Card>
    </Screen>
  )
}
