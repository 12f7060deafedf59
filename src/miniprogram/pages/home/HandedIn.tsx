import { open } from '@/platform/navigation'
import { chooseDraft } from '@/stores/draftShelf'
import { useStanding, type Standing } from '@/stores/outbox'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { Tag } from '@/ui/Tag'
import { texts } from './texts'

const { queued, confirming, stopped } = texts
const words: Record<Standing, { tag: string; title: string; note: string }> = {
  ...{ queued, photos: queued, photoNeeded: stopped, refused: stopped },
  ...{ sending: confirming, confirming, unanswered: confirming },
}

/** The application that was handed in and goes by itself, or cannot without the family. */
export function HandedIn({ id }: { id: string }) {
  const standing = useStanding(id)
  if (!standing) return null
  const { tag, title, note } = words[standing]
  const isNeeded = words[standing] === stopped
  const look = () => {
    chooseDraft(id)
    return open('form')
  }
  return (
    <Card kind={isNeeded ? 'needed' : undefined}>
      <Tag tone={isNeeded ? 'needed' : 'going'}>{tag}</Tag>
      <Heading level={2}>{title}</Heading>
      <Paragraph>{note}</Paragraph>
      <Button kind={isNeeded ? undefined : 'plain'} onPress={look}>
        {texts.toHandedIn}
      </Button>
    </Card>
  )
}
