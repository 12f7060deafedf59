import type { ExitId } from '@domain/policy/exitItems'
import type { ProvisionId } from '@domain/policy/provisions'
import type { AssessmentDates, Result } from './assessment'

/** A sentence for the family (≤ 40 characters); without a provision it rests on the row of the entitlement. */
export type Sentence = readonly [text: string, provision?: ProvisionId]

/** The exits of 1.1-j that a fact of the household can show; X8 is everything else. */
export type Exit = Exclude<ExitId, 'X8'>

/** What a rule says of one completion of the facts. */
export interface Verdict {
  result: Result
  says: readonly Sentence[]
  /** The answer turns on the parents: what is known of each is said first. */
  aboutParents?: boolean
  exit?: Exit
  dates?: AssessmentDates
  /** NOT_YET: the rule is met then at the latest, whatever is still unknown; at worst after a step the family can take. */
  isCertain?: boolean
  /** It holds only for as long as a status that ends goes on: nothing to bring about. */
  whileEnding?: boolean
  /** NOT_YET: the day is the earliest; what else the rule asks for must hold then. */
  isEarliest?: boolean
  /** An application can be handed in today. Where it is not stated, exactly what is ELIGIBLE can be applied for. */
  canApply?: boolean
  /** NEEDS_INFO on complete facts: the setting or the department that has the last word. */
  needs?: string
}

type More = Omit<Verdict, 'result' | 'says'>
const verdict =
  (result: Result) =>
  (says: readonly Sentence[], more: More = {}): Verdict =>
    Object.freeze({ result, says, ...more })

export const eligible = verdict('ELIGIBLE')
export const automatic = verdict('AUTOMATIC')
export const notYet = verdict('NOT_YET')
export const ending = verdict('ENDING')
export const notEligible = verdict('NOT_ELIGIBLE')

/** The department decides, and nobody can say how (reference §0.2): an application may be handed in. */
export const departmentDecides = (says: readonly Sentence[], more: More = {}): Verdict =>
  verdict('NEEDS_INFO')(says, { canApply: true, needs: 'department', ...more })

/** The answer waits for what a department has not published. */
export const awaitsSetting = (setting: string, says: readonly Sentence[]): Verdict =>
  departmentDecides(says, { needs: `settings.${setting}` })

export const isMet = ({ result }: Verdict): boolean => result === 'ELIGIBLE' || result === 'AUTOMATIC'
export const mayApply = ({ result, canApply = result === 'ELIGIBLE' }: Verdict): boolean => canApply
