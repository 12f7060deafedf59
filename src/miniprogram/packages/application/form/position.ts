import { type Draft } from '@domain/application/draft'
import { resumeStep } from '@domain/application/completeness'
import { visibleSteps, type Step } from '@domain/application/steps'
import { today } from '@/platform/clock'
import { replace, type Moved } from '@/platform/navigation'
import { changeDraft, useDraft } from '@/stores/draft'

/** What one page of the form shows; fixed while it is open, because the next question is a new page. */
export interface Position {
  step: Step
  /** Row of the first list of places whose own list is on the page: a district of 乌海, or the provinces. */
  area?: string
  /** The family has come back to a page it left, in an earlier visit. */
  isResumed: boolean
}

let movedTo: { id: string; area?: string } | undefined

/** The page at which the family stands. */
export function openPosition(draft: Draft): Position | undefined {
  const step = resumeStep(draft, today())
  if (!step) return undefined
  const isMoved = movedTo?.id === step.id
  return { step, area: isMoved ? movedTo?.area : undefined, isResumed: !isMoved && draft.step === step.id }
}

/**
 * Goes to a page of the form. The address tells its number only: an id would tell the family's situation to
 * whoever sees the history (law-and-rules §8).
 */
export function goTo({ id }: Step, area?: string): Promise<Moved> {
  movedTo = { id, area }
  changeDraft((draft) => ({ ...draft, step: id }))
  const { draft } = useDraft.getState()
  const page = draft ? visibleSteps(draft).findIndex((step) => step.id === id) + 1 : 0
  return replace('form', { page: String(page), ...(area ? { list: '2' } : {}) })
}
