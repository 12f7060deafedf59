import type { IsoDate } from '@domain/eligibility/facts'
import { paperName } from '@domain/services/paperCatalogue'
import type { PaperId } from '@domain/services/papers'
import type { Draft } from './draft'
import { papersOfDraft } from './draftFacts'
import { stepProblems } from './stepProblems'
import { visibleSteps } from './steps'

/**
 * The questions that have to be answered once more since the draft was left, because its answer does not fit any more.
 * Empty as soon as they are answered.
 */
export function titlesToAnswerAgain(draft: Draft, today: IsoDate): string[] {
  const { again = [] } = draft
  return visibleSteps(draft)
    .filter((step) => again.includes(step.id) && stepProblems(draft, step, today).length > 0)
    .map(({ title }) => title)
}

/** Papers with a photo that nobody asks for any more: the next 下一步 erases them, so they are named before. */
export function papersNoLongerAsked(draft: Draft): string[] {
  const asked = papersOfDraft(draft).map(({ paper }) => paper)
  const handedIn = Object.keys(draft.papers) as PaperId[]
  return handedIn
    .filter((paper) => !asked.includes(paper) && (draft.papers[paper]?.photos ?? []).length > 0)
    .map(paperName)
}
