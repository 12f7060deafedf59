import type { IsoDate } from '@domain/eligibility/facts'
import type { Draft } from './draft'
import { photosNotReceived } from './draftPapers'
import { stepProblems, type StepProblem } from './stepProblems'
import { visibleSteps, type Step } from './steps'

export interface OpenStep {
  step: Step
  problems: StepProblem[]
}

/** The pages that still miss something, in order, for the check page. */
export function openSteps(draft: Draft, today: IsoDate): OpenStep[] {
  return visibleSteps(draft)
    .map((step) => ({ step, problems: stepProblems(draft, step, today) }))
    .filter(({ problems }) => problems.length > 0)
}

/** The first page that still misses something, or nothing when the form is complete. */
export function firstIncompleteStep(draft: Draft, today: IsoDate): Step | undefined {
  return openSteps(draft, today)[0]?.step
}

/**
 * The page to go to after this one without asking twice: the next that misses something, or the last.
 * Answers carried over from the checker are passed over this way; 上一步 still reaches them.
 */
export function nextOpenStep(draft: Draft, id: string, today: IsoDate): Step | undefined {
  const steps = visibleSteps(draft)
  const after = steps.slice(steps.map((step) => step.id).indexOf(id) + 1)
  const open = after.filter((step) => stepProblems(draft, step, today).length > 0)[0]
  return open ?? after[after.length - 1]
}

/** Where a family goes on: the page it left, else the first that misses something, else the check page. */
export function resumeStep(draft: Draft, today: IsoDate): Step | undefined {
  const steps = visibleSteps(draft)
  const left = steps.filter((step) => step.id === draft.step)[0]
  return left ?? firstIncompleteStep(draft, today) ?? steps[steps.length - 1]
}

/** Whether everything asked is answered and every photo has arrived. */
export function isReadyToSubmit(draft: Draft, today: IsoDate): boolean {
  return openSteps(draft, today).length === 0 && photosNotReceived(draft).length === 0
}
