import { type CaseSummary } from '@contracts/applications'
import { formatDate } from '@domain/calendar/date'
import { wuhaiTime } from '@domain/calendar/instant'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { type DraftCard } from '@/stores/draftShelf'
import { Tag } from '@/ui/Tag'
import { texts } from './texts'

/** A case that waits for the family. Only the masked name: whoever looks on learns nothing. */
export function NeedsFamily({ found }: { found: CaseSummary }) {
  return (
    <Card kind="needed">
      <Tag tone="needed">{texts.needed}</Tag>
      <Heading level={2}>{texts.supplement(found.childMaskedName)}</Heading>
      <Paragraph>{texts.supplementNote}</Paragraph>
      <Button onPress={() => open('supplement', { id: found.id })}>{texts.toSupplement}</Button>
    </Card>
  )
}

/** 王某: drafts are told apart on a shared phone and say no more (experience §9). */
function draftTitle({ childName: name }: DraftCard): string {
  return name ? texts.draftTitle(`${name.slice(0, 1)}某`) : texts.draftTitleNoName
}

/** The application that was begun and not handed in. */
export function Unfinished({ draft }: { draft: DraftCard }) {
  const changed = wuhaiTime(draft.updatedAt)
  return (
    <Card>
      <Tag tone="going">{texts.draft}</Tag>
      <Heading level={2}>{draftTitle(draft)}</Heading>
      {changed && <Paragraph tone="quiet">{texts.draftNote(formatDate(changed.date))}</Paragraph>}
      <Button onPress={() => open('form')}>{texts.toDraft}</Button>
    </Card>
  )
}
