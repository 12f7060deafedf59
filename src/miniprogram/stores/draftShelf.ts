import { create } from 'zustand'
import { type Draft } from '@domain/application/draft'
import { removePhoto } from '@/platform/photos'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored, type Stored } from '@/platform/storage'

// Where the draft lies, without knowing what a draft may hold: the tab pages show that there is one and can clear
// it, and do not carry the whole form for that (draft.ts does).

const key = 'draft'

interface Shelf {
  /** The phone has been asked what it keeps. */
  isShelfRead: boolean
  /** As it lay in storage, not opened yet. */
  kept?: unknown
  /** The form has opened what was kept; before, an absent draft means nothing. */
  isRead: boolean
  /** The one application this phone is filling in. */
  draft?: Draft
  /** What became of the last write. */
  stored: Stored
}

export const useDraftShelf = create<Shelf>(() => ({ isShelfRead: false, isRead: false, stored: 'stored' }))

let reading: Promise<void> | undefined

/** Reads from the phone, once. */
export async function readShelf(): Promise<void> {
  reading ??= readSealed(key).then((kept) => {
    if (!useDraftShelf.getState().isShelfRead) useDraftShelf.setState({ isShelfRead: true, kept })
  })
  await reading
}

/** Shows the draft everywhere and begins to keep it in the same breath. */
export function putOnShelf(draft: Draft): void {
  useDraftShelf.setState({ isShelfRead: true, isRead: true, kept: undefined, draft })
  writing ??= writeLatest()
}

let writing: Promise<void> | undefined

/** Writes one after the other and only the latest: encrypting every keystroke in turn would lag behind the hand. */
async function writeLatest(): Promise<void> {
  let written: Draft | undefined
  let { draft } = useDraftShelf.getState()
  while (draft && draft !== written) {
    written = draft
    const stored = await writeSealed(key, draft)
    if (useDraftShelf.getState().stored !== stored) useDraftShelf.setState({ stored })
    draft = useDraftShelf.getState().draft
  }
  // Here and not in a `finally`: a change that came a microtask later would find nobody to write it.
  writing = undefined
}

/** Resolves when everything told so far has been written. @returns what became of it */
export async function draftIsStored(): Promise<Stored> {
  await writing
  return useDraftShelf.getState().stored
}

/** Removes the draft and its photos from this phone. */
export async function eraseDraft(): Promise<void> {
  await readShelf()
  const { draft, kept } = useDraftShelf.getState()
  useDraftShelf.setState({ isShelfRead: true, isRead: true, kept: undefined, draft: undefined })
  await draftIsStored()
  removeStored(key)
  await Promise.all(filesOf(draft ?? kept).map((file) => removePhoto(file)))
}

export interface DraftCard {
  /** As typed; only its first character may be shown in a list (experience §9). */
  childName?: string
  /** ISO 8601 instant. */
  updatedAt: string
}

/** What a list may tell about an unfinished application; undefined when there is none. */
export function useDraftCard(): DraftCard | undefined {
  const value = useDraftShelf(({ draft, kept }) => draft ?? kept)
  const { updatedAt, child } = recordOf(value)
  if (typeof updatedAt !== 'string') return undefined
  const { name } = recordOf(child)
  return { updatedAt, ...(typeof name === 'string' && name !== '' ? { childName: name } : {}) }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** Refs of the photos of any shape of draft. */
function filesOf(value: unknown): string[] {
  const papers = recordOf(recordOf(value).papers)
  return Object.keys(papers).reduce<string[]>(
    (files, paper) =>
      files.concat(
        listOf(recordOf(papers[paper]).photos)
          .map((photo) => recordOf(photo).file)
          .filter((file): file is string => typeof file === 'string'),
      ),
    [],
  )
}
