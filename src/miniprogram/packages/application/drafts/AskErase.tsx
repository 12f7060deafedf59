import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { Sheet } from '@/ui/Sheet'
import { type DraftRow } from './draftRows'
import { drafts as texts } from './texts'

interface AskEraseProps {
  row: DraftRow
  onKeep: () => unknown
  onErase: () => unknown
}

/** The plain question before a draft leaves the phone. */
export function AskErase({ row, onKeep, onErase }: AskEraseProps) {
  return (
    <Sheet
      title={texts.eraseTitle}
      onClose={onKeep}
      actions={
        <>
          <Button kind="plain" onPress={onKeep}>
            {texts.keep}
          </Button>
          <Button kind="plain" onPress={onErase}>
            {texts.eraseNow}
          </Button>
        </>
      }
    >
      <Paragraph>{texts.eraseMore(row.whose)}</Paragraph>
    </Sheet>
  )
}
