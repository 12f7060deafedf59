import { create } from 'zustand'
import { newDraft, type Draft } from '@domain/application/draft'
import { allPhotos, droppedPhotos } from '@domain/application/draftPapers'
import { readDraft } from '@domain/application/draftReader'
import { type Answers } from '@domain/eligibility/questions'
import { type ServiceCode } from '@domain/services/catalogue'
import { now } from '@/platform/clock'
import { removePhoto } from '@/platform/photos'
import { randomId } from '@/platform/randomId'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored, type Stored } from '@/platform/storage'

const key = 'draft'

interface DraftState {
  /** The phone has been asked; before, an absent draft means nothing. */
  isRead: boolean
  /** The one application this phone is filling in. */
  draft?: Draft
  /** What became of the last write. */
  stored: Stored
}

/** The application while it is filled in. Changes go through {@link changeDraft}, which keeps them at once. */
export const useDraft = create<DraftState>(() => ({ isRead: false, stored: 'stored' }))

let reading: Promise<void> | undefined

/** Reads the draft from the phone, once. Pages call it when they appear. */
export async function readDraftOfPhone(): Promise<Draft | undefined> {
  reading ??= readSealed(key).then((value) => {
    if (useDraft.getState().isRead) return
    const draft = readDraft(value)
    useDraft.setState({ isRead: true, ...(draft ? { draft } : {}) })
  })
  await reading
  return useDraft.getState().draft
}

/**
 * A new application in place of the one before, whose photos are erased.
 * @param answers what the checker knows already
 */
export async function startDraft(service: ServiceCode, answers: Answers = {}): Promise<Draft> {
  await eraseDraft()
  const draft = newDraft(service, await randomId(), now(), answers)
  hold(draft)
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
  hold({ ...changed, updatedAt: now() })
}

/** Removes the draft and its photos from this phone. */
export async function eraseDraft(): Promise<void> {
  const { draft } = useDraft.getState()
  useDraft.setState({ isRead: true, draft: undefined })
  await draftIsStored()
  removeStored(key)
  if (draft) await Promise.all(allPhotos(draft).map(({ file }) => removePhoto(file)))
}

function hold(draft: Draft): void {
  useDraft.setState({ isRead: true, draft })
  writing ??= writeLatest()
}

let writing: Promise<void> | undefined

/** Writes one after the other and only the latest: encrypting every keystroke in turn would lag behind the hand. */
async function writeLatest(): Promise<void> {
  let written: Draft | undefined
  for (let { draft } = useDraft.getState(); draft && draft !== written; { draft } = useDraft.getState()) {
    written = draft
    const stored = await writeSealed(key, draft)
    if (useDraft.getState().stored !== stored) useDraft.setState({ stored })
  }
  // Here and not in a `finally`: a change that came a microtask later would find nobody to write it.
  writing = undefined
}

/** Resolves when everything told so far has been written. @returns what became of it */
export async function draftIsStored(): Promise<Stored> {
  await writing
  return useDraft.getState().stored
}
