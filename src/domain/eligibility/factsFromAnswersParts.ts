import type { Answers, QuestionId } from './questions'

/** Without the properties whose value is not known, so that "absent" has one spelling. */
export function defined<T extends object>(facts: T): T {
  const kept = { ...facts }
  for (const key of Object.keys(kept) as (keyof T)[]) if (kept[key] === undefined) delete kept[key]
  return kept
}

/** The facts, or nothing when none of them is known. */
export function anyKnown<T extends object>(facts: T): T | undefined {
  const known = defined(facts)
  return Object.keys(known).length > 0 ? known : undefined
}

/** The day answered on a page of dates. */
export function dateOf(answers: Answers, id: QuestionId): string | undefined {
  const answer = answers[id]
  return answer?.kind === 'date' ? answer.value : undefined
}

/** The place answered on a page of places, as its code. */
export function placeOf(answers: Answers, id: QuestionId): string | undefined {
  const answer = answers[id]
  return answer?.kind === 'division' ? answer.value : undefined
}
