import { type CaseSummary } from '@contracts/applications'
import { formatInstant } from '@domain/calendar/instant'
import { shortStatus } from '@domain/tracking/words'
import { today } from '@/platform/clock'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Tag } from '@/ui/Tag'
import { texts } from './texts'

/** A case that waits for the family. */
export function NeededCase({ one }: { one: CaseSummary }) {
  const { id } = one
  return (
    <Card kind="needed">
      <Tag tone="needed">{shortStatus(one.status, one.way)}</Tag>
      <Heading level={2}>{texts.whose[one.way.kind](one.childMaskedName)}</Heading>
      <Paragraph tone="quiet">{formatInstant(one.updatedAt, today())}</Paragraph>
      <Button onPress={() => open('supplement', { id })}>{texts.toSupplement}</Button>
      <Button kind="plain" onPress={() => open('case', { id })}>
        {texts.toCase}
      </Button>
    </Card>
  )
}

/** A case that somebody else works on, or that is over. The list says nothing of the scheme (law-and-rules §8). */
export function CaseEntry({ one }: { one: CaseSummary }) {
  return (
    <Entry
      icon="document"
      title={texts.whose[one.way.kind](one.childMaskedName)}
      note={texts.status(shortStatus(one.status, one.way), formatInstant(one.updatedAt, today()))}
      onPress={() => open('case', { id: one.id })}
    />
  )
}
