import { open, switchTab } from '@/platform/navigation'
import { usePreferences } from '@/stores/preferences'
import { useSurroundings } from '@/stores/surroundings'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Screen } from '@/ui/Screen'
import { Header } from './Header'
import { texts } from './texts'
import { useWaiting } from './useWaiting'
import { HandedIn } from './HandedIn'
import { NeedsFamily, Received, Unfinished } from './Waiting'

/** 首页. Asks for nothing: no login, no permission, no request unless the family has signed in before. */
export default function HomePage() {
  const surroundings = useSurroundings()
  const { elder, onCall } = surroundings
  const { cases, drafts, handedIn, hasReceipt } = useWaiting()
  const choose = usePreferences((state) => state.choose)
  return (
    <Screen {...surroundings} title={texts.name} header={<Header />}>
      {cases.map((found) => (
        <NeedsFamily key={found.id} found={found} />
      ))}
      {hasReceipt && <Received />}
      {handedIn.map((id) => (
        <HandedIn key={id} id={id} />
      ))}
      <Unfinished drafts={drafts} />
      <Card kind="rows">
        <Entry icon="search" {...texts.check} onPress={() => open('check')} />
        <Entry icon="document" {...texts.apply} onPress={() => open('services')} />
        <Entry icon="clock" {...texts.progress} onPress={() => switchTab('progress')} />
        <Entry icon="home" {...texts.places} onPress={() => switchTab('places')} />
      </Card>
      <Card kind="danger">
        <Entry tone="danger" icon="phone" {...texts.danger} onPress={() => onCall('110')} />
      </Card>
      <Card kind="rows">
        <Entry
          icon="text"
          title={elder ? texts.elderOff : texts.elderOn}
          note={texts.elderOnNote}
          onPress={() => choose({ elder: !elder })}
        />
        <Entry icon="people" title={texts.helper} onPress={() => open('services')} />
        <Entry icon="book" {...texts.policy} onPress={() => open('policy')} />
      </Card>
    </Screen>
  )
}
