import { open } from '@/platform/navigation'
import { mostDrafts } from '@/stores/draftShelf'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { type DraftRow } from './draftRows'
import { Erased } from './Erased'
import { goOnWith } from './goOnWith'
import { drafts as texts } from './texts'

interface UnfinishedProps {
  rows: readonly DraftRow[]
  /** Whether the way to the only one stands here; else the page has it among its own buttons. */
  hasButton: boolean
}

/** On the way to a new application: what lies unfinished on this phone, one to go on with or a list to choose from. */
export function Unfinished({ rows, hasButton }: UnfinishedProps) {
  const [last, ...others] = rows
  const isOne = others.length === 0 && last?.isClosed === false
  return (
    <>
      <Erased />
      {last && (isOne ? <One row={last} hasButton={hasButton} /> : <Several count={rows.length} />)}
    </>
  )
}

function One({ row, hasButton }: { row: DraftRow; hasButton: boolean }) {
  const goOn = (
    <Button kind="plain" onPress={() => goOnWith(row.id)}>
      {texts.goOn}
    </Button>
  )
  return (
    <Notice kind="info" title={texts.unfinished(row.whose)} actions={hasButton ? goOn : undefined}>
      {hasButton ? texts.otherMatter : undefined}
    </Notice>
  )
}

function Several({ count }: { count: number }) {
  const isFull = count >= mostDrafts
  return (
    <Notice
      kind={isFull ? 'warning' : 'info'}
      title={isFull ? texts.full(mostDrafts) : texts.severalUnfinished(count)}
      actions={
        <Button kind="plain" onPress={() => open('drafts')}>
          {texts.toList}
        </Button>
      }
    >
      {isFull ? texts.fullMore : undefined}
    </Notice>
  )
}
