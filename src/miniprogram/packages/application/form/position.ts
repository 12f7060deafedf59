import { type Draft, type PlaceList } from '@domain/application/draft'
import { resumeStep } from '@domain/application/completeness'
import { visibleSteps, type Step } from '@domain/application/steps'
import { today } from '@/platform/clock'
import { replace, type Moved } from '@/platform/navigation'
import { changeDraft, useDraft } from '@/stores/draft'

/** What one page of the form shows; fixed while it is open, because the next question is a new page. */
export interface Position {
  step: Step
  /** Where a place is asked and the first list has been left. */
  list?: PlaceList
  /** The family has come back to a page it left, in an earlier visit. */
  isResumed: boolean
}

let movedTo: string | undefined
let listsOpened = 0

/** Two drafts may stand at the same step. */
const pageOf = ({ id, step = '' }: Draft) => `${id} ${step}`

/** The page at which the family stands. */
export function openPosition(draft: Draft): Position | undefined {
  const step = resumeStep(draft, today())
  if (!step) return undefined
  const isLeft = draft.step === step.id
  return {
    step,
    list: isLeft ? draft.placeList : undefined,
    isResumed: isLeft && movedTo !== pageOf(draft),
  }
}

/**
 * Goes to a page of the form. The address tells its number only: an id would tell the family's situation to
 * whoever sees the history (law-and-rules §8).
 */
export function goTo({ id }: Step, list?: PlaceList): Promise<Moved> {
  changeDraft(({ placeList: _, ...draft }) => ({ ...draft, step: id, ...(list ? { placeList: list } : {}) }))
  const { draft } = useDraft.getState()
  movedTo = draft && pageOf(draft)
  const page = draft ? visibleSteps(draft).findIndex((step) => step.id === id) + 1 : 0
  // A browser opens no page at the address it is at: each list counts on.
  if (list) listsOpened += 1
  return replace('form', { page: String(page), ...(list ? { list: String(listsOpened) } : {}) })
}
