import { assess } from '@domain/eligibility/assess'
import { type EntitlementResult, type Result } from '@domain/eligibility/assessment'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { type Answers } from '@domain/eligibility/questions'
import { type EntitlementCode } from '@domain/policy/provisions'
import { defaultSettings } from '@domain/policy/settings'
import { today } from '@/platform/clock'
import { groups } from './texts'

/** Codes that say where papers may be handed in; they grant nothing by themselves. */
const ways: readonly EntitlementCode[] = ['XPROV_ACCEPT']

const isWay = ({ code }: EntitlementResult) => ways.includes(code)

/** What a family may look forward to: everything settled but a refusal. */
const promising: readonly Result[] = ['ELIGIBLE', 'AUTOMATIC', 'NOT_YET', 'ENDING']

export interface Group {
  result: Result
  title: string
  tag: string
  results: readonly EntitlementResult[]
}

export interface Findings {
  /** Entitlements by answer, in the order of the page; groups without any are left out. */
  groups: readonly (Group & (typeof groups)[number])[]
  /** Where the papers may be handed in, besides the ordinary way. */
  ways: readonly EntitlementResult[]
  /** What to use instead of what is refused, each once. */
  alternatives: readonly EntitlementCode[]
}

/** The results on these answers, as the result page shows them. */
export function findingsOf(answers: Answers): Findings {
  const { results } = assess({ ...factsFromAnswers(answers), today: today(), settings: defaultSettings })
  const benefits = results.filter((each) => !isWay(each))
  return {
    groups: groups
      .map((group) => ({ ...group, results: benefits.filter(({ result }) => result === group.result) }))
      .filter(({ results: some }) => some.length > 0),
    ways: results.filter((each) => isWay(each) && each.result !== 'NOT_ELIGIBLE'),
    alternatives: alternativesIn(benefits),
  }
}

/** How many entitlements are settled and more than a refusal. */
export function promisingCount(answers: Answers): number {
  return findingsOf(answers)
    .groups.filter(({ result }) => promising.includes(result))
    .reduce((count, { results }) => count + results.length, 0)
}

/** Alternatives that are not on the page as results of their own. */
function alternativesIn(results: readonly EntitlementResult[]): EntitlementCode[] {
  const shown = results.map(({ code }) => code)
  const found: EntitlementCode[] = []
  for (const { alternatives = [] } of results)
    for (const code of alternatives) if (!shown.includes(code) && !found.includes(code)) found.push(code)
  return found
}
