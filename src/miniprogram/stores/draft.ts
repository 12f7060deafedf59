import { newDraft, type Draft } from '@domain/application/draft'
import { droppedPhotos } from '@domain/application/draftPapers'
import { readDraft } from '@domain/application/draftReader'
import { type Answers } from '@domain/eligibility/questions'
import { type ServiceCode } from '@domain/services/catalogue'
import { now } from '@/platform/clock'
import { removePhoto } from '@/platform/photos'
import { randomId } from '@/platform/randomId'
import { draftIsStored, eraseDraft, putOnShelf, readShelf, useDraftShelf } from './draftShelf'

/** The application while it is filled in. Changes go through {@link changeDraft}, which keeps them at once. */
export const useDraft = useDraftShelf

/** Opens the draft this phone keeps, of whatever earlier shape. Pages call it when they appear. */
export async function readDraftOfPhone(): Promise<Draft | undefined> {
  await readShelf()
  const { isRead, kept } = useDraft.getState()
  if (!isRead) useDraft.setState({ isRead: true, kept: undefined, draft: readDraft(kept) })
  return useDraft.getState().draft
}

/**
 * A new application in place of the one before, whose photos are erased.
 * @param answers what the checker knows already
 */
export async function startDraft(service: ServiceCode, answers: Answers = {}): Promise<Draft> {
  await eraseDraft()
  const draft = newDraft(service, await randomId(), now(), answers)
  putOnShelf(draft)
  await draftIsStored()
  return draft
}

/**
 * Changes the draft and begins to keep it in the same breath: a phone that dies loses at most one answer.
 * Does nothing when there is no draft.
 */
export function changeDraft(change: (draft: Draft) => Draft): void {
  const before = useDraft.getState().draft
  if (!before) return
  const changed = change(before)
  if (changed === before) return
  droppedPhotos(before, changed).forEach(({ file }) => void removePhoto(file))
  putOnShelf({ ...changed, updatedAt: now() })
}
