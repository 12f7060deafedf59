import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Tag } from '@/ui/Tag'
import { type DraftRow } from './draftRows'
import { drafts as texts } from './texts'

interface DraftItemProps {
  row: DraftRow
  onGoOn: () => unknown
  onErase: () => unknown
}

/** A draft on the shelf. What was handed in and is not answered yet can only be looked at: the same bytes must go again. */
export function DraftItem({ row, onGoOn, onErase }: DraftItemProps) {
  const { whose, matter, daysLeft, isWaiting, isClosed } = row
  return (
    <Card>
      {isWaiting && <Tag tone="going">{texts.waiting}</Tag>}
      <Heading level={2}>{whose}</Heading>
      {matter && <Paragraph>{matter}</Paragraph>}
      {isClosed && <Paragraph tone="strong">{texts.closed}</Paragraph>}
      {isClosed && <Paragraph>{texts.closedMore}</Paragraph>}
      {daysLeft !== undefined && <Paragraph tone="quiet">{texts.daysLeft(daysLeft)}</Paragraph>}
      {!isClosed && <GoOn words={isWaiting ? texts.look : texts.goOn} whose={whose} onPress={onGoOn} />}
      {!isWaiting && (
        <Button kind="plain" label={texts.of(texts.erase, whose)} onPress={onErase}>
          {texts.erase}
        </Button>
      )}
    </Card>
  )
}

function GoOn({ words, whose, onPress }: { words: string; whose: string; onPress: () => unknown }) {
  return (
    <Button label={texts.of(words, whose)} onPress={onPress}>
      {words}
    </Button>
  )
}
