import { type EntitlementResult } from '@domain/eligibility/assessment'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { toCheck } from '../NoAnswers'
import { isStillAsked, openQuestions, reopen } from '../openQuestions'
import { item as texts, result as resultTexts } from '../resultTexts'

/** What would settle an open answer: the questions left open, those not asked yet, or the department. */
export function Settle({ result: { result, missing = [] } }: { result: EntitlementResult }) {
  if (result !== 'NEEDS_INFO') return null
  const questions = openQuestions(missing)
  if (isStillAsked(missing))
    return (
      <Button kind="plain" onPress={toCheck}>
        {resultTexts.goOn}
      </Button>
    )
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
