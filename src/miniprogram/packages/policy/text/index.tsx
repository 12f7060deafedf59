import { useState } from 'react'
import { partWith, policyParts, type PolicyPart } from '@domain/policy/policyParts'
import { provisionById, provisionIds } from '@domain/policy/provisions'
import { policy } from '@domain/policy/version'
import { useLoad } from '@/platform/lifecycle'
import { readQuery } from '@/platform/navigation'
import { scrollToTop } from '@/platform/pageTools'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Quote } from '@/ui/Quote'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { texts } from '../texts'

interface Opened {
  part: PolicyPart
  /** The sentence a result has quoted. */
  quote?: { words: string; clause: string }
}

/** The part a provision stands in, when the page was opened from its quotation. */
function openedAt(provision: string | undefined): Opened | undefined {
  const id = provisionIds.filter((each) => each === provision)[0]
  if (!id) return undefined
  const { quote: words, clause } = provisionById(id)
  const part = partWith(words)
  return part && { part, quote: { words, clause } }
}

/** 政策说明: the whole text, one part at a time, always marked as the draft it is. */
export default function PolicyPage() {
  const [opened, setOpened] = useState<Opened>()
  useLoad((query) => setOpened(openedAt(readQuery(query).provision)))
  const show = (next: Opened | undefined) => {
    setOpened(next)
    scrollToTop()
  }
  const title = opened ? opened.part.heading || texts.opening : texts.title
  return (
    <Screen {...useSurroundings()} title={title} lead={texts.lead}>
      {opened ? (
        <OpenPart {...opened} onAll={() => show(undefined)} />
      ) : (
        <Parts onOpen={(part) => show({ part })} />
      )}
    </Screen>
  )
}

function Parts({ onOpen }: { onOpen: (part: PolicyPart) => void }) {
  return (
    <>
      <Paragraph>{policy.title}</Paragraph>
      <Notice kind="warning" title={texts.draft}>
        {texts.draftMore}
      </Notice>
      <Section title={texts.parts}>
        <Card kind="rows">
          {policyParts().map((part) => (
            <Entry key={part.number} title={part.heading || texts.opening} onPress={() => onOpen(part)} />
          ))}
        </Card>
      </Section>
    </>
  )
}

function OpenPart({ part, quote, onAll }: Opened & { onAll: () => void }) {
  return (
    <>
      {quote && (
        <Card>
          <Paragraph tone="quiet">{texts.quoted}</Paragraph>
          <Quote clause={quote.clause} draft>
            {quote.words}
          </Quote>
        </Card>
      )}
      <Card>
        {part.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
      </Card>
      <Button kind="plain" onPress={onAll}>
        {texts.all}
      </Button>
    </>
  )
}
