import { type Draft } from '@domain/application/draft'
import { draftOf } from '@/stores/draft'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { type DraftRow } from './draftRows'
import { drafts as texts } from './texts'

interface AlikeProps {
  rows: readonly DraftRow[]
  onBegin: (like: Draft | undefined) => unknown
}

/** For the same child nothing is asked twice: persons and places of another draft of this phone, only by a tap. */
export function Alike({ rows, onBegin }: AlikeProps) {
  const others = rows.filter(({ hasPersons }) => hasPersons)
  if (others.length === 0) return null
  return (
    <Section title={texts.alike}>
      <Card kind="rows">
        {others.map(({ id, whose, matter }) => (
          <Entry key={id} title={texts.likeThat(whose)} note={matter} onPress={() => onBegin(draftOf(id))} />
        ))}
      </Card>
      <Paragraph tone="quiet">{texts.alikeMore}</Paragraph>
    </Section>
  )
}
