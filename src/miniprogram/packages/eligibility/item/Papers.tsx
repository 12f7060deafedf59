import { newDraft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { paperName } from '@domain/services/paperCatalogue'
import { now } from '@/platform/clock'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { serviceOf } from '../findings'
import { item as texts } from '../resultTexts'

/** What to bring: by name where the catalogue of services knows it. No list is invented for the others. */
export function Papers({ result }: { result: EntitlementResult }) {
  if (result.result === 'NOT_ELIGIBLE') return null
  return (
    <Section title={texts.papers}>
      <Card>
        {linesFor(result).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
      </Card>
    </Section>
  )
}

function linesFor({ code, result }: EntitlementResult): string[] {
  if (result === 'AUTOMATIC') return [texts.nothingToBring]
  const service = serviceOf(code)
  if (!service) return [texts.askPapers, texts.askPapersOnce]
  const names = papersOfDraft(newDraft(service, '', now(), checkerAnswers())).map(({ paper }) =>
    paperName(paper),
  )
  return names.length > 0 ? [texts.papersKnown(names.length), ...names] : [texts.noPapers]
}
