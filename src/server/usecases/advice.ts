import { assess } from '@domain/eligibility/assess'
import type { EntitlementResult, Result } from '@domain/eligibility/assessment'
import type { FamilyFacts, Settings } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'

/** What the rules said on one day, kept with the settings they used. */
export interface Advice {
  today: string
  settings: Settings
  assessment: {
    policyVersion: string
    /** The whole answers to what was applied for; of the others only what it is. */
    results: AdvisedResult[]
  }
}

export type AdvisedResult = EntitlementResult | Pick<EntitlementResult, 'code' | 'result'>

/** What the family may be told of beside its application. */
const worthALook: readonly Result[] = ['ELIGIBLE', 'AUTOMATIC', 'NOT_YET', 'ENDING']

/**
 * The server's own reading of the facts: what the phone showed is never trusted, and neither decides. No more of it is
 * kept than the desk shows.
 * @param about what of it is applied for
 * @param settings those in force on that day
 */
export function adviceFor(
  about: readonly EntitlementCode[],
  facts: FamilyFacts,
  today: string,
  settings: Settings,
): Advice {
  const { policyVersion, results } = assess({ ...facts, today, settings })
  const kept = results.flatMap((each): AdvisedResult[] => {
    if (about.includes(each.code)) return [each]
    return worthALook.includes(each.result) ? [{ code: each.code, result: each.result }] : []
  })
  return { today, settings, assessment: { policyVersion, results: kept } }
}

/** The answers to what was applied for, and the others that are worth a look. */
export function adviceOn(
  about: readonly EntitlementCode[],
  { assessment: { results } }: Advice,
): { own: EntitlementResult[]; others: AdvisedResult[] } {
  const own = results.filter(
    (each): each is EntitlementResult => about.includes(each.code) && 'reasons' in each,
  )
  // An earlier release kept every answer.
  const others = results.filter(({ code, result }) => !about.includes(code) && worthALook.includes(result))
  return { own, others }
}
