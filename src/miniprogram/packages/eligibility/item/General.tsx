import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Quote } from '@/ui/Quote'
import { Section } from '@/ui/Section'
import { item as texts } from '../resultTexts'

/** Help about which no answer decides, or about which none was given yet. */
export function General({ code }: { code: EntitlementCode }) {
  const { id, plain, quote, clause } = provisionOf(code)
  return (
    <>
      <Card>
        <Paragraph>{plain}</Paragraph>
      </Card>
      <Section title={texts.quote}>
        <Quote clause={clause} draft onOpen={() => open('policy', { provision: id })}>
          {quote}
        </Quote>
      </Section>
    </>
  )
}
