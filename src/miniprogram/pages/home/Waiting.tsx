import { type CaseSummary } from '@contracts/applications'
import { formatDate } from '@domain/calendar/date'
import { wuhaiTime } from '@domain/calendar/instant'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { type DraftCard } from '@/stores/draftCard'
import { chooseDraft } from '@/stores/draftShelf'
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
function draftTitle({ surname }: DraftCard): string {
  return surname ? texts.draftTitle(`${surname}某`) : texts.draftTitleNoName
}

/** The applications that were begun and not handed in: the last one is one tap away, the others are a list. */
export function Unfinished({ drafts }: { drafts: readonly DraftCard[] }) {
  const [last, ...others] = drafts
  if (!last) return null
  if (last.updatedAt === undefined) return <OtherDrafts count={drafts.length} />
  return (
    <>
      <LastDraft draft={last} />
      {others.length > 0 && <OtherDrafts count={others.length} />}
    </>
  )
}

function LastDraft({ draft }: { draft: DraftCard }) {
  const changed = wuhaiTime(draft.updatedAt ?? '')
  const goOn = () => {
    chooseDraft(draft.id)
    return open('form')
  }
  return (
    <Card>
      <Tag tone="going">{draft.isWaiting ? texts.draftWaiting : texts.draft}</Tag>
      <Heading level={2}>{draftTitle(draft)}</Heading>
      {changed && <Paragraph tone="quiet">{texts.draftNote(formatDate(changed.date))}</Paragraph>}
      <Button onPress={goOn}>{texts.toDraft}</Button>
    </Card>
  )
}

function OtherDrafts({ count }: { count: number }) {
  return (
    <Card kind="rows">
      <Entry icon="edit" title={texts.otherDrafts(count)} onPress={() => open('drafts')} />
    </Card>
  )
}

/** It went by itself while the family was elsewhere. */
export function Received() {
  return (
    <Card>
      <Tag tone="done">{texts.received.tag}</Tag>
      <Heading level={2}>{texts.received.title}</Heading>
      <Button onPress={() => open('receipt')}>{texts.received.look}</Button>
    </Card>
  )
}
