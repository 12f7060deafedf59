import { type Draft } from '@domain/application/draft'
import { resumeStep } from '@domain/application/completeness'
import { visibleSteps, type Step } from '@domain/application/steps'
import { today } from '@/platform/clock'
import { replace, type Moved } from '@/platform/navigation'
import { changeDraft, useDraft } from '@/stores/draft'

/** A list of places on the page, where a place is asked and the first list has been left. */
export interface PlaceList {
  /** The row it lies behind: a district of 乌海, the provinces, a province or a city. */
  area: string
  /** Which page of a long list, from 0; the one with the chosen row if absent. */
  page?: number
}

/** What one page of the form shows; fixed while it is open, because the next question is a new page. */
export interface Position {
  step: Step
  list?: PlaceList
  /** The family has come back to a page it left, in an earlier visit. */
  isResumed: boolean
}

let movedTo: { id: string; list?: PlaceList } | undefined
let listsOpened = 0

/** The page at which the family stands. */
export function openPosition(draft: Draft): Position | undefined {
  const step = resumeStep(draft, today())
  if (!step) return undefined
  const isMoved = movedTo?.id === step.id
  return { step, list: isMoved ? movedTo?.list : undefined, isResumed: !isMoved && draft.step === step.id }
}

/**
 * Goes to a page of the form. The address tells its number only: an id would tell the family's situation to
 * whoever sees the history (law-and-rules §8).
 */
export function goTo({ id }: Step, list?: PlaceList): Promise<Moved> {
  movedTo = { id, list }
  changeDraft((draft) => ({ ...draft, step: id }))
  const { draft } = useDraft.getState()
  const page = draft ? visibleSteps(draft).findIndex((step) => step.id === id) + 1 : 0
  // A browser opens no page at the address it is at: each list counts on.
  if (list) listsOpened += 1
  return replace('form', { page: String(page), ...(list ? { list: String(listsOpened) } : {}) })
}
