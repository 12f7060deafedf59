import { useState } from 'react'
import { defaultHotline } from '@domain/places/hotlines'
import { groupWords, listedServices, services } from '@domain/services/catalogue'
import { guideNames, guides } from '@domain/services/guides'
import { serviceGroups, type ServiceGroup } from '@domain/services/service'
import { open, queryOfPage } from '@/platform/navigation'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { list as texts } from '../texts'

// Two groups fill a screen; what lies below follows in a second message.
const groupsAtFirst = 2

/** 能办的事: every matter by its neutral name, what is settled by a call, and the confidential way. */
export default function ListPage() {
  const surroundings = useSurroundings()
  const [from] = useState(() => queryOfPage().from)
  const groups = useFollowing(serviceGroups, groupsAtFirst)
  const isWhole = groups.length === serviceGroups.length
  return (
    <Screen {...surroundings} title={texts.title} lead={texts.lead}>
      <Card kind="rows">
        <Entry icon="search" {...texts.check} onPress={() => open('check')} />
      </Card>
      {groups.map((group) => (
        <Group key={group} group={group} from={from} />
      ))}
      {isWhole && <Guides />}
      {isWhole && <Confidential onCall={surroundings.onCall} />}
    </Screen>
  )
}

interface GroupProps {
  group: ServiceGroup
  /** Passed on: a matter opened from the results follows the answers. */
  from: string | undefined
}

function Group({ group, from }: GroupProps) {
  const codes = listedServices.filter((code) => services[code].group === group)
  return (
    <Section title={groupWords[group]}>
      <Card kind="rows">
        {codes.map((service) => (
          <Entry
            key={service}
            title={services[service].neutralTitle}
            note={services[service].gloss}
            onPress={() => open('service', { service, ...(from === undefined ? {} : { from }) })}
          />
        ))}
      </Card>
    </Section>
  )
}

function Guides() {
  return (
    <Section title={texts.guides}>
      <Card kind="rows">
        {guideNames.map((guide) => (
          <Entry
            key={guide}
            title={guides[guide].title}
            note={guides[guide].gloss}
            onPress={() => open('guide', { guide })}
          />
        ))}
      </Card>
    </Section>
  )
}

/** Its matter stands in no list: one neutral line, and two ways past the street. Source: reference §5.3. */
function Confidential({ onCall }: { onCall: (number: string) => unknown }) {
  return (
    <Section title={texts.confidentialTitle}>
      <Card>
        <Paragraph>{texts.confidential}</Paragraph>
        <Paragraph tone="quiet">{texts.confidentialMore}</Paragraph>
        <Button kind="plain" icon="phone" onPress={() => onCall(defaultHotline)}>
          {texts.ask(defaultHotline)}
        </Button>
        <Button kind="plain" onPress={() => open('service', { service: 'CATEGORY_A' })}>
          {texts.toDistrict}
        </Button>
      </Card>
    </Section>
  )
}
