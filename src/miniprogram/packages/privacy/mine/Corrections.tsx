import { formatInstant } from '@domain/calendar/instant'
import { correctionFieldWords, correctionStatusWords } from '@domain/rights/corrections'
import { type Correction } from '@contracts/rights'
import { today } from '@/platform/clock'
import { Card } from '@/ui/Card'
import { Heading } from '@/ui/Heading'
import { Paragraph } from '@/ui/Paragraph'
import { rightsTexts as texts } from '../rightsTexts'

/** What the family wants corrected: which field, how it stands and since when, and the office's own words. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  return (
    <>
      {corrections.map(({ id, field, status, answer, requestedAt, decidedAt }) => (
        <Card key={id}>
          <Heading level={3} small>
            {texts.correction(correctionFieldWords[field])}
          </Heading>
          <Paragraph tone="quiet">
            {decidedAt === null ? texts.asked(day(requestedAt)) : texts.answered(day(decidedAt))}
          </Paragraph>
          <Paragraph>{correctionStatusWords[status]}</Paragraph>
          {answer !== null && <Paragraph>{answer}</Paragraph>}
        </Card>
      ))}
    </>
  )
}

const day = (instant: string) => formatInstant(instant, today())
