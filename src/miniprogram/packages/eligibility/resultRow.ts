import { formatDate } from '@domain/calendar/date'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf } from '@domain/policy/provisions'
import { type EntryProps } from '@/ui/Entry'
import { groupOf, isService, type GroupName } from './findings'
import { nameOf, quietSentence } from './names'
import { openQuestions } from './openQuestions'
import { rows as texts } from './resultTexts'

export type ResultRow = Pick<EntryProps, 'title' | 'note' | 'tag'>

const notes: Readonly<Record<GroupName, (result: EntitlementResult) => string | undefined>> = {
  apply: ({ code }) =>
    quietSentence(provisionOf(code).plain, texts.askThere(provisionOf(code).leadDepartment)),
  held: ({ code }) => quietSentence(provisionOf(code).plain),
  automatic: ({ code }) => texts.noNeedToApply(provisionOf(code).leadDepartment),
  almost: (result) => settledBy(result) ?? quietSentence(...result.reasons.map(({ text }) => text)),
  ending: ({ reasons }) => quietSentence(...reasons.map(({ text }) => text)),
  instead: ({ alternatives = [] }) =>
    alternatives.length > 0 ? texts.useInstead(alternatives.slice(0, 2).map(nameOf)) : undefined,
}

/** The question that settles an open result, where one page does. */
function settledBy({ missing = [] }: EntitlementResult): string | undefined {
  const [first, ...others] = openQuestions(missing)
  if (!first) return undefined
  return others.length > 0
    ? texts.settledByMany(others.length + 1)
    : quietSentence(texts.settledBy(first.title))
}

/** A tag only where the rows of one group differ: the heading above them says the rest. */
function tagOf({ code, result, canApply, dates = {} }: EntitlementResult): ResultRow['tag'] {
  if (result === 'ENDING')
    return {
      tone: 'needed',
      words: dates.lastPaidMonth ? texts.paidUntil(dates.lastPaidMonth) : texts.ending,
    }
  if (result === 'NOT_YET')
    return {
      tone: 'going',
      words: dates.eligibleFrom ? texts.from(formatDate(dates.eligibleFrom)) : texts.later,
    }
  if (result === 'NEEDS_INFO') return { tone: 'quiet', words: canApply ? texts.mayApply : texts.unsure }
  if (result === 'ELIGIBLE' && canApply && isService(code)) return { tone: 'done', words: texts.onThePhone }
  return undefined
}

/** One result as a row of a list: its name, one line, and a tag where it differs from its neighbours. */
export function rowOf(result: EntitlementResult): ResultRow {
  return { title: nameOf(result.code), note: notes[groupOf(result)](result), tag: tagOf(result) }
}
