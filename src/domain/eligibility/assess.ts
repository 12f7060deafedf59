import { checkerCodes, type CheckerCode } from '@domain/policy/checkerCodes'
import { provisionOf, type ProvisionId } from '@domain/policy/provisions'
import { policy } from '@domain/policy/version'
import { withAlternativesTo } from './alternatives'
import type { Assessment, AssessmentDates, EntitlementResult, Result } from './assessment'
import { unique } from './possibleFacts'
import { readHousehold, type Circumstances } from './circumstances'
import { variablesOf, type Decision } from './diagram'
import type { Household } from './facts'
import { flipsOf } from './flips'
import { reasonsFor } from './reasons'
import { remembered } from './remembering'
import type { Standing } from './rules/rule'
import { decisionOf, standingOf } from './rules/ruleTable'
import { isMet, mayApply, type Verdict } from './verdict'

/** The public checker neither asks for nor prints what stands only on the confidential route (reference §5.3). */
const confidential: CheckerCode = 'HIV_ALLOWANCE'
export const publicCodes = checkerCodes.filter((code) => code !== confidential)

/**
 * What a household is entitled to, on the facts it states.
 *
 * @param household facts by the household schema; `today` and `settings` are part of it, the engine has no clock
 * @returns one result an entitlement, in the order of the catalogue. A result is settled exactly when every completion of
 *   the facts that are not known leads to it; otherwise it is NEEDS_INFO. Without `today` nothing is settled.
 */
export function assess(household: Household): Assessment {
  const { today, child } = household
  const isConfidential = child?.confidentialCategoryA !== undefined
  const codes = isConfidential ? checkerCodes : publicCodes
  const results = today === undefined ? codes.map(withoutToday) : assessOn(household, today, codes)
  return { policyVersion: policy.version, results }
}

function withoutToday(code: CheckerCode): EntitlementResult {
  const row = rows[code]
  const reasons = [{ text: '还不知道今天的日期。', provision: row }]
  return { code, result: 'NEEDS_INFO', canApply: false, provisions: [row], reasons, missing: ['today'] }
}

/** The row of each entitlement. */
const rows = checkerCodes.reduce<Partial<Record<CheckerCode, ProvisionId>>>(
  (all, code) => ({ ...all, [code]: provisionOf(code).id }),
  {},
) as Record<CheckerCode, ProvisionId>

function assessOn(household: Household, today: string, codes: readonly CheckerCode[]): EntitlementResult[] {
  const facts = standingOf(readHousehold(household, today))
  return withAlternativesTo(
    codes.map((code) => answerTo[code](facts)),
    facts,
  )
}

const answerTo = checkerCodes.reduce<Partial<Record<CheckerCode, (facts: Standing) => EntitlementResult>>>(
  (all, code) => ({ ...all, [code]: remembered((facts: Standing) => answer(code, facts)) }),
  {},
) as Record<CheckerCode, (facts: Standing) => EntitlementResult>

/** One entitlement answered and explained; what to use instead waits for the other answers. */
function answer(code: CheckerCode, facts: Standing): EntitlementResult {
  const decision = decisionOf(code, facts)
  const verdicts = decision.values
  const result = resultOf(verdicts)
  // An open answer has the dates of all completions or none: those of some would be a promise.
  const settled = result === 'NEEDS_INFO' ? verdicts : verdicts.filter((each) => each.result === result)
  const dates = commonDates(settled)
  const missing = result === 'NEEDS_INFO' ? missingFrom(decision, facts) : []
  const canApply = (result === 'ELIGIBLE' || result === 'NEEDS_INFO') && verdicts.some(mayApply)
  const row = rows[code]
  const reasons = reasonsFor({
    code,
    row,
    result,
    verdict: commonVerdict(settled, dates),
    causes: settled,
    missing,
    canApply,
    facts,
  })
  const provisions = [row]
  for (const { provision } of reasons) if (!provisions.includes(provision)) provisions.push(provision)
  if (restsOnExit(settled) && !provisions.includes(listOfExits)) provisions.push(listOfExits)
  const answered: EntitlementResult = { code, result, canApply, provisions, reasons }
  if (result === 'NEEDS_INFO') answered.missing = missing
  if (result === 'NOT_ELIGIBLE' || result === 'NOT_YET') answered.flips = flipsOf(code, facts)
  if (dateNames.some((name) => dates[name] !== undefined)) answered.dates = dates
  return answered
}

/**
 * What all completions say. Where some meet the rule now and all others on a day that is certain, NOT_YET holds of
 * every one of them "at the latest"; any other disagreement is NEEDS_INFO.
 */
export function resultOf(verdicts: readonly Verdict[]): Result {
  const [first] = verdicts
  if (first && verdicts.every(({ result }) => result === first.result)) return first.result
  const isMetInTheEnd = verdicts.every(
    (each) => isMet(each) || (each.result === 'NOT_YET' && each.isCertain === true),
  )
  return isMetInTheEnd ? 'NOT_YET' : 'NEEDS_INFO'
}

/** What settles an open answer: the facts on which its result depends, then whoever has the last word. */
function missingFrom(decision: Decision<Verdict>, { decisions }: Circumstances): string[] {
  const byResult = decisions.map(decision, ({ result }) => result)
  const paths = variablesOf(byResult).map(({ path }) => path)
  const needs = decision.values.reduce<string[]>(
    (all, { needs: each }) => (each === undefined ? all : all.concat(each)),
    [],
  )
  return unique(paths.concat(needs))
}

/** The verdict when there is one cause only, with the dates that are common to all. */
function commonVerdict(verdicts: readonly Verdict[], dates: AssessmentDates): Verdict | undefined {
  const [first] = verdicts
  if (!first) return undefined
  const words = verdicts.length > 1 ? JSON.stringify(first.says) : ''
  const isOne = verdicts.every(({ says }) => says === first.says || JSON.stringify(says) === words)
  if (!isOne) return undefined
  return first.dates ? { ...first, dates } : first
}

const listOfExits: ProvisionId = '1.1-j'

/** An answer that rests on an exit cites the list of exits beside its own row. */
function restsOnExit(verdicts: readonly Verdict[]): boolean {
  return verdicts.length > 0 && verdicts.every(({ exit }) => exit !== undefined)
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
