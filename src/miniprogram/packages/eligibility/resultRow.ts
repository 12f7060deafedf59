import { formatDate } from '@domain/calendar/date'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf } from '@domain/policy/provisions'
import { type EntryProps } from '@/ui/Entry'
import { groupOf, type GroupName } from './findings'
import { nameOf, quietSentence } from './names'
import { openQuestions } from './openQuestions'
import { groups, rows as texts } from './resultTexts'

export type ResultRow = Pick<EntryProps, 'title' | 'note' | 'tag'>

const notes: Readonly<Record<GroupName, (result: EntitlementResult) => string | undefined>> = {
  apply: ({ code }) => quietSentence(provisionOf(code).plain, texts.askThere(provisionOf(code).office)),
  held: (result) => quietReason(result),
  automatic: ({ code }) => texts.noNeedToApply(provisionOf(code).office),
  almost: (result) => settledBy(result) ?? decidedBy(result) ?? quietReason(result),
  ending: (result) => quietReason(result),
  instead: ({ alternatives: [first] = [] }) => first && texts.useInstead(nameOf(first)),
}

const quietReason = ({ reasons }: EntitlementResult) => quietSentence(...reasons.map(({ text }) => text))

/** The question that settles an open result, where one page does. */
function settledBy({ missing = [] }: EntitlementResult): string | undefined {
  const [first, ...others] = openQuestions(missing)
  if (!first) return undefined
  return others.length > 0
    ? texts.settledByMany(others.length + 1)
    : quietSentence(texts.settledBy(first.title))
}

/** What no answer of the family settles, and may be handed in. */
function decidedBy({ code, result, canApply }: EntitlementResult): string | undefined {
  return result === 'NEEDS_INFO' && canApply ? texts.decidedBy(provisionOf(code).office) : undefined
}

/** 2026-12 → 2026年12月 */
export function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** How a result stands, in a few characters. */
export function stateOf(result: EntitlementResult): NonNullable<EntryProps['tag']> {
  const { dates = {}, canApply } = result
  const { tone, tag } = groups[groupOf(result)]
  if (dates.lastPaidMonth) return { tone, words: texts.paidUntil(monthWords(dates.lastPaidMonth)) }
  if (result.result === 'NOT_YET')
    return { tone, words: dates.eligibleFrom ? texts.from(formatDate(dates.eligibleFrom)) : texts.later }
  if (result.result === 'NEEDS_INFO')
    return { tone: 'quiet', words: canApply ? texts.mayApply : texts.unsure }
  return { tone, words: tag }
}

/** Whether rows of one group differ in their state: else the heading above them says it once. */
const differs = ({ result, canApply, dates = {} }: EntitlementResult) =>
  result === 'NOT_YET' || (result === 'NEEDS_INFO' && !canApply) || dates.lastPaidMonth !== undefined

/** One result as a row of a list: its name, one line, and its state where its neighbours may have another. */
export function rowOf(result: EntitlementResult): ResultRow {
  return {
    title: nameOf(result.code),
    note: notes[groupOf(result)](result),
    tag: differs(result) ? stateOf(result) : undefined,
  }
}
