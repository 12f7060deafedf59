import type { EntitlementCode, ProvisionId } from '@domain/policy/provisions'
import type { IsoDate } from './facts'

/** The six answers. Source: reference §0.2. A yes/no checker would lie. */
export const results = ['ELIGIBLE', 'AUTOMATIC', 'NOT_YET', 'NEEDS_INFO', 'ENDING', 'NOT_ELIGIBLE'] as const
export type Result = (typeof results)[number]

/** A plain sentence for the family, and the provision it rests on. */
export interface Reason {
  text: string
  provision: ProvisionId
}

export interface AssessmentDates {
  /** First day on which the rule is satisfied. */
  eligibleFrom?: IsoDate
  /** First day on which the police can issue the receipt of an unsuccessful search. */
  receiptExpectedFrom?: IsoDate
  /** Last day inside 渐退期. */
  lastProtectedDay?: IsoDate
  /** YYYY-MM */
  lastPaidMonth?: string
}

export interface EntitlementResult {
  code: EntitlementCode
  result: Result
  /** Whether an application can be handed in today. */
  canApply: boolean
  /** The provisions relied on; never empty. */
  provisions: ProvisionId[]
  reasons: Reason[]
  /** NEEDS_INFO: the smallest set of facts that settles it, as paths such as `parents.father.imprisoned`. */
  missing?: string[]
  /** NOT_ELIGIBLE, NOT_YET: each smallest change that would make it ELIGIBLE, as sets of paths. */
  flips?: string[][]
  dates?: AssessmentDates
  /** What to use instead; never empty for NOT_ELIGIBLE. */
  alternatives?: EntitlementCode[]
}

export interface Assessment {
  policyVersion: string
  results: EntitlementResult[]
}
