import { useState } from 'react'
import { hotlineOf } from '@domain/places/hotlines'
import { asGuideName, guides, type GuideName } from '@domain/services/guides'
import { queryOfPage, replace } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Provisions } from '../Provisions'
import { guide as texts, service as serviceTexts } from '../texts'

/** Help that is no form: what it is, and whom to call. */
export default function GuidePage() {
  const [name] = useState(() => asGuideName(queryOfPage().guide))
  const surroundings = useSurroundings()
  if (name) return <KnownGuide name={name} />
  return (
    <Screen
      {...surroundings}
      title={texts.unknown}
      actions={<Button onPress={() => replace('services')}>{serviceTexts.toList}</Button>}
    />
  )
}

function KnownGuide({ name }: { name: GuideName }) {
  const surroundings = useSurroundings()
  const { title, gloss, lines, call, provisions } = guides[name]
  return (
    <Screen {...surroundings} title={title} lead={`${gloss}。${texts.lead}`}>
      <Card kind={name === 'danger' ? 'danger' : 'rows'}>
        {call.map((number) => (
          <Entry
            key={number}
            icon="phone"
            tone={number === '110' ? 'danger' : 'plain'}
            title={`${number} ${hotlineOf(number)?.name ?? ''}`}
            note={hotlineOf(number)?.purpose}
            end={texts.call}
            onPress={() => surroundings.onCall(number)}
          />
        ))}
      </Card>
      <Section title={texts.what}>
        <Card>
          {lines.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Card>
      </Section>
      <Section title={texts.quote}>
        <Provisions ids={provisions} />
      </Section>
    </Screen>
  )
}
