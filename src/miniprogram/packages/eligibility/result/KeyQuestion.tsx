import { type EntitlementResult } from '@domain/eligibility/assessment'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { openQuestions, reopen, type OpenQuestion } from '../openQuestions'
import { result as texts } from '../resultTexts'

// Fewer are told by their own rows.
const leastShared = 3

/** The question left open on which most results wait: with one answer a family learns most. */
export function KeyQuestion({ results }: { results: readonly EntitlementResult[] }) {
  const key = keyQuestion(results)
  if (!key || key.count < leastShared) return null
  return (
    <Card kind="rows">
      <Entry
        icon="edit"
        title={texts.keyQuestion(key.question.title)}
        note={texts.keyQuestionNote(key.count)}
        onPress={() => reopen(key.question)}
      />
    </Card>
  )
}

/** The open question most results name, the earlier page where two are named as often. */
export function keyQuestion(
  results: readonly EntitlementResult[],
): { question: OpenQuestion; count: number } | undefined {
  const named = results.reduce<OpenQuestion[]>(
    (all, { missing = [] }) => all.concat(openQuestions(missing)),
    [],
  )
  const counted = named
    .filter(({ id }, index) => named.findIndex((each) => each.id === id) === index)
    .map((question) => ({ question, count: named.filter(({ id }) => id === question.id).length }))
    .sort((a, b) => b.count - a.count || a.question.position - b.question.position)
  return counted[0]
}
