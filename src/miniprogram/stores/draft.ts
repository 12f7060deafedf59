import { newDraft, type Draft } from '@domain/application/draft'
import { readDraft } from '@domain/application/draftReader'
import { takeOver } from '@domain/application/draftTakeOver'
import { type Answers } from '@domain/eligibility/questions'
import { type ServiceCode } from '@domain/services/catalogue'
import { now } from '@/platform/clock'
import { randomId } from '@/platform/randomId'
import { readRecord } from './draftRecords'
import {
  draftIsStored,
  isUnwritten,
  keepOnShelf,
  mostDrafts,
  putOnShelf,
  readShelf,
  showDraft,
  useDraftShelf,
} from './draftShelf'
import { eraseOldDrafts } from './oldDrafts'
import { eraseStrayPhotos } from './strayPhotos'

/** The application while it is filled in. Changes go through {@link changeDraft}, which keeps them at once. */
export const useDraft = useDraftShelf

/**
 * Opens the draft the family goes on with, of whatever earlier shape: the chosen one, or the only one there is. Drafts
 * whose time is over are erased before. Pages call it when they appear.
 */
export async function readDraftOfPhone(): Promise<Draft | undefined> {
  await readDrafts()
  const { draft, drafts, chosen } = useDraft.getState()
  if (draft) return draft
  const ids = Object.keys(drafts)
  return openDraft(chosen ?? (ids.length === 1 ? ids[0] : undefined))
}

/** What lists of drafts show: all of this phone but those whose time is over, which are erased. */
export async function readDrafts(): Promise<void> {
  await readShelf()
  await eraseOldDrafts()
  void eraseStrayPhotos()
}

/**
 * The draft on the screen is this one from now on, as it lies in storage: another window may have gone on with it.
 * @returns nothing when it is gone, or made by a newer version, or for a matter that is not on the phone any more
 */
export async function openDraft(id: string | undefined): Promise<Draft | undefined> {
  const stored = id === undefined || isUnwritten(id) ? undefined : readDraft(await readRecord(id))
  const draft = stored ?? (id === undefined ? undefined : draftOf(id))
  showDraft(draft)
  return draft
}

/** A draft of this phone, opened; nothing when it is gone or cannot be opened. */
export function draftOf(id: string): Draft | undefined {
  const { draft, drafts } = useDraft.getState()
  return draft?.id === id ? draft : opened(drafts[id])
}

/** A draft is opened once for each change: photos on their way ask for every one again and again. */
const openedOnes = new WeakMap<object, Draft | undefined>()

function opened(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  if (!openedOnes.has(stored)) openedOnes.set(stored, readDraft(stored))
  return openedOnes.get(stored)
}

/** Every draft that can be opened. */
export function allDrafts(): Draft[] {
  return Object.keys(useDraft.getState().drafts)
    .map(draftOf)
    .filter((draft): draft is Draft => draft !== undefined)
}

/**
 * A new application beside the others.
 * @param answers what the checker knows already
 * @param like the draft whose persons and places the family takes over, by its own tap
 * @returns nothing when the phone keeps as many as it may ({@link mostDrafts}); nothing has changed then
 */
export async function startDraft(
  service: ServiceCode,
  answers: Answers = {},
  like?: Draft,
): Promise<Draft | undefined> {
  await readShelf()
  if (Object.keys(useDraft.getState().drafts).length >= mostDrafts) return undefined
  const empty = newDraft(service, await randomId(), now(), answers)
  const draft = like ? takeOver(empty, like) : empty
  putOnShelf(draft)
  await draftIsStored()
  return draft
}

/**
 * Changes a draft and begins to keep it in the same breath: a phone that dies loses at most one answer.
 * Does nothing when there is no such draft.
 * @param id absent: the one on the screen
 */
export function changeDraft(
  change: (draft: Draft) => Draft,
  id: string | undefined = useDraft.getState().draft?.id,
): void {
  const before = id === undefined ? undefined : draftOf(id)
  if (!before) return
  const changed = change(before)
  if (changed !== before) keepOnShelf({ ...changed, updatedAt: now() })
}
