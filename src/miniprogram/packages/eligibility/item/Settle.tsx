import { type EntitlementResult } from '@domain/eligibility/assessment'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { openQuestions, reopen } from '../openQuestions'
import { item as texts } from '../resultTexts'

/** What would settle an open answer: the questions left open, or the department. */
export function Settle({ result: { result, missing = [] } }: { result: EntitlementResult }) {
  if (result !== 'NEEDS_INFO') return null
  const questions = openQuestions(missing)
  if (questions.length === 0) return <Paragraph tone="quiet">{texts.settleByOffice}</Paragraph>
  return (
    <Section title={texts.settle}>
      <Card kind="rows">
        {questions.map((question) => (
          <Entry key={question.id} title={question.title} onPress={() => reopen(question)} />
        ))}
      </Card>
    </Section>
  )
}
