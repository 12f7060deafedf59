import { clauseNames, partNames } from '@domain/policy/clauseNames'
import { policy } from '@domain/policy/version'
import { useDidShow } from '@/platform/lifecycle'
import { open } from '@/platform/navigation'
import { refreshSettings } from '@/stores/settingsCopy'
import { useSurroundings } from '@/stores/surroundings'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { texts } from '../texts'
import { SearchBox } from './SearchBox'

// （一）加大基本生活保障力度: the number of the part stands above.
const withoutPart = (name: string) => name.slice(1)

/** The way in: search, then every clause under its part. */
export function Contents() {
  // The one page that a family without an application opens to read what is in force; the checker stays off the net.
  useDidShow(() => void refreshSettings())
  return (
    <Screen {...useSurroundings()} title={texts.title} lead={policy.title}>
      <Notice kind="warning" title={texts.draft}>
        {texts.draftMore}
      </Notice>
      <SearchBox words="" />
      <Card kind="rows">
        <Entry title={texts.opening} onPress={() => open('policy', { clause: 'opening' })} />
      </Card>
      {partNames.map((part, index) => (
        <Section key={part} title={part}>
          <Card kind="rows">
            {clauseNames
              .filter(({ id }) => id.slice(0, 1) === String(index + 1))
              .map(({ id, name }) => (
                <Entry key={id} title={withoutPart(name)} onPress={() => open('policy', { clause: id })} />
              ))}
          </Card>
        </Section>
      ))}
    </Screen>
  )
}
