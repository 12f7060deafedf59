import { assess } from '@domain/eligibility/assess'
import { type EntitlementResult, type Result } from '@domain/eligibility/assessment'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { type Answers } from '@domain/eligibility/questions'
import { type EntitlementCode } from '@domain/policy/provisions'
import { listedServices, services, type ServiceCode } from '@domain/services/catalogue'
import { today } from '@/platform/clock'
import { currentSettings } from '@/stores/settings'

/** What a family has of a result, in the order of the page. */
export const groupNames = ['apply', 'automatic', 'held', 'almost', 'ending', 'instead'] as const
export type GroupName = (typeof groupNames)[number]

/** Codes that say where papers may be handed in; they grant nothing by themselves. */
const ways: readonly EntitlementCode[] = ['XPROV_ACCEPT']

const isWay = ({ code }: EntitlementResult) => ways.includes(code)

const groupOfResult: Readonly<Record<Result, GroupName>> = {
  ELIGIBLE: 'apply',
  AUTOMATIC: 'automatic',
  NOT_YET: 'almost',
  NEEDS_INFO: 'almost',
  ENDING: 'ending',
  NOT_ELIGIBLE: 'instead',
}

/** The group of a result: what is granted already is not applied for again. */
export function groupOf({ result, canApply }: EntitlementResult): GroupName {
  return result === 'ELIGIBLE' && !canApply ? 'held' : groupOfResult[result]
}

export interface Group {
  name: GroupName
  /** The most useful first. */
  results: readonly EntitlementResult[]
}

export interface Findings {
  /** Groups without any result are left out. */
  groups: readonly Group[]
  /** Where the papers may be handed in, besides the ordinary way. */
  ways: readonly EntitlementResult[]
  /** Every result, ways too, in the order of the catalogue. */
  all: readonly EntitlementResult[]
}

/** The results on these answers, as the pages of this room show them. */
export function findingsOf(answers: Answers): Findings {
  const household = { ...factsFromAnswers(answers), today: today(), settings: currentSettings() }
  const { results } = assess(household)
  const benefits = results.filter((each) => !isWay(each))
  return {
    groups: groupNames
      .map((name) => ({ name, results: usefulFirst(benefits.filter((each) => groupOf(each) === name)) }))
      .filter(({ results: some }) => some.length > 0),
    ways: results.filter((each) => isWay(each) && each.result !== 'NOT_ELIGIBLE'),
    all: results,
  }
}

/** The results of one group; none where it is empty. */
export function resultsIn({ groups }: Findings, wanted: GroupName): readonly EntitlementResult[] {
  return groups.filter(({ name }) => name === wanted)[0]?.results ?? []
}

/** What a family may look forward to: everything settled but a refusal. */
const promising: readonly Result[] = ['ELIGIBLE', 'AUTOMATIC', 'NOT_YET', 'ENDING']

/** How many entitlements are settled and more than a refusal. */
export function promisingCount(answers: Answers): number {
  return findingsOf(answers).groups.reduce(
    (count, { results }) => count + results.filter(({ result }) => promising.includes(result)).length,
    0,
  )
}

/** The form that applies for it on this phone; nothing where there is none. */
export function serviceOf(code: EntitlementCode): ServiceCode | undefined {
  return listedServices.filter((service) => services[service].entitlements.includes(code))[0]
}

/**
 * The order inside a group, small first: what the phone can hand in; a certain date; what may be handed in although
 * something is open; then what needs the fewest answers, or the smallest change. The catalogue's order holds where
 * these say nothing.
 */
const urgency: readonly ((result: EntitlementResult) => string | number)[] = [
  ({ code }) => (serviceOf(code) ? 0 : 1),
  ({ result }) => (result === 'NEEDS_INFO' ? 1 : 0),
  ({ dates = {} }) => dates.lastPaidMonth ?? dates.eligibleFrom ?? '9',
  ({ canApply }) => (canApply ? 0 : 1),
  ({ missing = [] }) => missing.length,
  ({ flips = [] }) => Math.min(...flips.map(({ length }) => length)),
]

function usefulFirst(results: readonly EntitlementResult[]): EntitlementResult[] {
  const ranked = results.map((result, index) => ({
    result,
    rank: [...urgency.map((of) => of(result)), index],
  }))
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ result }) => result)
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const place = a.findIndex((each, index) => each !== b[index])
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1
}
