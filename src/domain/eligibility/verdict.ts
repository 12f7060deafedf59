import type { AssessmentDates, Result } from './assessment'

/** Why a rule answers as it does; every cause has its sentences in `reasons.ts`. */
export type Cause =
  | 'meetsRule'
  | 'continuesAfter18'
  | 'continuesAfterAdoption'
  | 'departmentDecidesAfterAdoption'
  | 'completeLater'
  | 'tooOld'
  | 'isOrphan'
  | 'parentsNotLost'
  | 'parentCanCare'
  | 'grownUp'
  | 'adopted'
  | 'parentCaresAgain'
  | 'notAwayFromProvince'
  | 'noStatus'

/** The eight exits of 1.1-j that the rules of this room tell apart. */
export type Exit = 'X1' | 'X3' | 'X4' | 'X5'

/** What a rule says of one completion of the facts. */
export interface Verdict {
  result: Result
  cause: Cause
  exit?: Exit
  dates?: AssessmentDates
  /** NOT_YET: the rule is met then at the latest, whatever is still unknown; at worst after a step the family can take. */
  isCertain?: boolean
}

export const eligible = (cause: Cause): Verdict => ({ result: 'ELIGIBLE', cause })
export const notEligible = (cause: Cause, exit?: Exit): Verdict => ({ result: 'NOT_ELIGIBLE', cause, exit })
