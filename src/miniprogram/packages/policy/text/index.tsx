import { useState } from 'react'
import { partWith, policyParts, type PolicyPart } from '@domain/policy/policyParts'
import { provisionById, provisionIds } from '@domain/policy/provisions'
import { policy } from '@domain/policy/version'
import { open, queryOfPage, replace, type Query } from '@/platform/navigation'
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

/** The part to show: the one named, or the one a quoted provision stands in; none for the overview. */
function openedBy({ part: number, provision }: Query): Opened | undefined {
  const part = policyParts().filter((each) => String(each.number) === number)[0]
  if (part) return { part }
  const id = provisionIds.filter((each) => each === provision)[0]
  if (!id) return undefined
  const { quote: words, clause } = provisionById(id)
  const found = partWith(words)
  return found && { part: found, quote: { words, clause } }
}

/** 政策说明: the whole text, one part at a time, always marked as the draft it is. */
export default function PolicyPage() {
  const [opened] = useState(() => openedBy(queryOfPage()))
  const title = opened ? opened.part.heading || texts.opening : texts.title
  return (
    <Screen {...useSurroundings()} title={title} lead={texts.lead}>
      {opened ? <OpenPart {...opened} /> : <Parts />}
    </Screen>
  )
}

function Parts() {
  return (
    <>
      <Paragraph>{policy.title}</Paragraph>
      <Notice kind="warning" title={texts.draft}>
        {texts.draftMore}
      </Notice>
      <Section title={texts.parts}>
        <Card kind="rows">
          {policyParts().map((part) => (
            <Entry
              key={part.number}
              title={part.heading || texts.opening}
              onPress={() => open('policy', { part: String(part.number) })}
            />
          ))}
        </Card>
      </Section>
    </>
  )
}

function OpenPart({ part, quote }: Opened) {
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
      <Button kind="plain" onPress={() => replace('policy')}>
        {texts.all}
      </Button>
    </>
  )
}
