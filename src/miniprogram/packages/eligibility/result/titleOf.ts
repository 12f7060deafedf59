import { type Result } from '@domain/eligibility/assessment'
import { type Findings } from '../findings'
import { result as texts } from '../texts'

const titles: readonly [Result, (count: number) => string][] = [
  ['ELIGIBLE', texts.titles.open],
  ['AUTOMATIC', texts.titles.going],
  ['ENDING', texts.titles.going],
  ['NOT_YET', texts.titles.later],
  ['NEEDS_INFO', texts.titles.unsure],
]

/** The best news first, as a count; never a bare no. */
export function titleOf({ groups }: Findings): string {
  for (const [wanted, words] of titles) {
    const group = groups.filter(({ result }) => result === wanted)[0]
    if (group && (wanted !== 'ELIGIBLE' || group.results.some(({ canApply }) => canApply)))
      return words(group.results.length)
    if (group) return texts.titles.going(group.results.length)
  }
  return texts.titles.none
}
