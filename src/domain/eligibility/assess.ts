import { compareDates, eighteenthBirthday } from '@domain/calendar/date'
import { provisionOf, type EntitlementCode, type ProvisionId } from '@domain/policy/provisions'
import { policy } from '@domain/policy/version'
import { alternativesTo } from './alternatives'
import type { Assessment, AssessmentDates, EntitlementResult, Result } from './assessment'
import { readHousehold, type Circumstances, type CircumstanceKey, type Setting } from './circumstances'
import { completionsOf, decidingDifferences, type Completion } from './completions'
import type { Household } from './facts'
import { flipsOf } from './flips'
import { decidingParentPaths, unique } from './parentSituation'
import { reasonsFor } from './reasons'
import { crossProvince, dfucAllowance, orphanAllowance, type Rule } from './rules'
import type { Verdict } from './verdict'

/** Every entitlement answered, in the order it is shown. A further one is a further row. */
const rules: readonly (readonly [EntitlementCode, Rule])[] = [
  ['ORPHAN_ALLOWANCE', orphanAllowance],
  ['DFUC_ALLOWANCE', dfucAllowance],
  ['XPROV_ACCEPT', crossProvince],
]

/**
 * What a household is entitled to, on the facts it states.
 *
 * @param household facts by the household schema; `today` and `settings` are part of it, the engine has no clock
 * @returns one result an entitlement. A result is settled exactly when every completion of the facts that are not
 *   known leads to it; otherwise it is NEEDS_INFO. Without `today` nothing is settled.
 */
export function assess(household: Household): Assessment {
  const { today } = household
  const results = today === undefined ? rules.map(([code]) => withoutToday(code)) : assessOn(household, today)
  return { policyVersion: policy.version, results }
}

function withoutToday(code: EntitlementCode): EntitlementResult {
  const row = provisionOf(code).id
  const reasons = [{ text: '还不知道今天的日期。', provision: row }]
  return { code, result: 'NEEDS_INFO', canApply: false, provisions: [row], reasons, missing: ['today'] }
}

function assessOn(household: Household, today: string): EntitlementResult[] {
  const { facts, setting } = readHousehold(household, today)
  const results = rules.map(([code, rule]) => answer(code, rule, facts, setting, household))
  const birthDate = household.child?.birthDate
  const isAdult = birthDate !== undefined && compareDates(eighteenthBirthday(birthDate), today) <= 0
  return results.map((each) => {
    const alternatives = alternativesTo(each, results, household, isAdult)
    return alternatives.length > 0 ? { ...each, alternatives } : each
  })
}

function answer(
  code: EntitlementCode,
  rule: Rule,
  facts: Circumstances,
  setting: Setting,
  household: Household,
): EntitlementResult {
  const completions = completionsOf(facts, (read) => rule(read, setting, facts))
  const verdicts = completions.map(({ outcome }) => outcome)
  const result = resultOf(verdicts)
  const settled = verdicts.filter((each) => each.result === result)
  const dates = commonDates(settled)
  const verdict = commonVerdict(settled.length > 0 ? settled : verdicts, dates)
  const { keys, paths } =
    result === 'NEEDS_INFO' ? decidingFacts(completions, facts) : { keys: [], paths: [] }
  const mayBeMet =
    result === 'ELIGIBLE' || (result === 'NEEDS_INFO' && verdicts.some((each) => each.result === 'ELIGIBLE'))
  const canApply = mayBeMet && !isGranted(code, household)
  const row = provisionOf(code).id
  const isFromElsewhere = facts.hukou.values.every((place) => place.slice(0, 4) !== '1503')
  const parents = {
    father: facts.father,
    mother: facts.mother,
    stated: household.parents ?? [],
    reading: setting,
  }
  const reasons = reasonsFor({
    code,
    row,
    result,
    verdict,
    deciding: keys,
    canApply,
    parents,
    isFromElsewhere,
  })
  return {
    code,
    result,
    canApply,
    provisions: unique([row, ...reasons.map(({ provision }) => provision), ...exitProvision(settled)]),
    reasons,
    ...(result === 'NEEDS_INFO' ? { missing: paths } : {}),
    ...(result === 'NOT_ELIGIBLE' || result === 'NOT_YET' ? { flips: flipsOf(rule, facts, setting) } : {}),
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
  }
}

/**
 * What all completions say. Where some meet the rule now and all others on a day that is certain, NOT_YET holds of
 * every one of them "at the latest"; any other disagreement is NEEDS_INFO.
 */
function resultOf(verdicts: readonly Verdict[]): Result {
  const [first] = verdicts
  if (first && verdicts.every(({ result }) => result === first.result)) return first.result
  const isMetInTheEnd = verdicts.every(
    ({ result, isCertain }) => result === 'ELIGIBLE' || (result === 'NOT_YET' && isCertain === true),
  )
  return isMetInTheEnd ? 'NOT_YET' : 'NEEDS_INFO'
}

/** The verdict when there is one cause only, with the dates that are common to all. */
function commonVerdict(verdicts: readonly Verdict[], dates: AssessmentDates): Verdict | undefined {
  const [first] = verdicts
  const isOne = verdicts.every(({ cause, exit }) => cause === first?.cause && exit === first.exit)
  return first && isOne ? { ...first, dates } : undefined
}

/** A status already granted is not applied for again. */
function isGranted(code: EntitlementCode, { child }: Household): boolean {
  const has = (status: string) => (child?.recognised ?? []).some(({ as }) => as === status)
  if (code === 'ORPHAN_ALLOWANCE') return has('orphan')
  return code === 'DFUC_ALLOWANCE' ? has('deFactoUnattended') : has('orphan') || has('deFactoUnattended')
}

/** An answer that rests on an exit cites the list of exits beside its own row. */
function exitProvision(verdicts: readonly Verdict[]): ProvisionId[] {
  return verdicts.length > 0 && verdicts.every(({ exit }) => exit !== undefined) ? ['1.1-j'] : []
}

const dateNames = ['eligibleFrom', 'receiptExpectedFrom', 'lastProtectedDay', 'lastPaidMonth'] as const

/** The dates on which every completion agrees. */
function commonDates(verdicts: readonly Verdict[]): AssessmentDates {
  const common: AssessmentDates = {}
  for (const name of dateNames) {
    const value = verdicts[0]?.dates?.[name]
    if (value !== undefined && verdicts.every(({ dates }) => dates?.[name] === value)) common[name] = value
  }
  return common
}

/** The facts that decide an open answer: what they are about, and the paths at which they would be stated. */
function decidingFacts(
  completions: readonly Completion<Verdict>[],
  facts: Circumstances,
): { keys: CircumstanceKey[]; paths: string[] } {
  const differences = decidingDifferences(facts, completions, (a, b) => a.result === b.result)
  const keys = unique(differences.map(({ key }) => key))
  const paths = keys.reduce<string[]>((list, key) => {
    if (key !== 'father' && key !== 'mother') return list.concat(facts[key].path)
    const changes = differences.filter((difference) => difference.key === key).map(({ values }) => values)
    return list.concat(decidingParentPaths(facts[key], changes))
  }, [])
  return { keys, paths: unique(paths) }
}
