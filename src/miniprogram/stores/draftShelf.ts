import { create } from 'zustand'
import { type Draft } from '@domain/application/draft'
import { removePhoto } from '@/platform/photos'
import { type Stored } from '@/platform/storage'
import { byLastChange, cardOf, filesOf, type DraftCard } from './draftCard'
import { readRecord, recordIds, removeRecord, takeOverOnlyDraft, writeRecord } from './draftRecords'

// The unfinished applications of this phone, without knowing what a draft may hold: the tab pages show that there are
// some and can clear them, and do not carry the whole form for that (draft.ts does).

/** As many as a 儿童主任 begins in some days; the photos of more would fill a cheap phone. */
export const mostDrafts = 10

type Drafts = Readonly<Record<string, unknown>>

interface Shelf {
  /** The phone has been asked what it keeps. */
  isShelfRead: boolean
  /** Every draft by its id, as it lay in storage or as it was changed since. */
  drafts: Drafts
  /** The one the family has chosen to go on with. */
  chosen?: string
  /** The form has looked which draft it is to open; before, an absent draft means nothing. */
  isRead: boolean
  /** The application on the screen. */
  draft?: Draft
  /** How many were erased since the program was opened because nobody had touched them for too long. */
  erased: number
  /** Whether everything lies in storage; if not, why the last write failed. */
  stored: Stored
}

export const useDraftShelf = create<Shelf>(() => ({
  isShelfRead: false,
  drafts: {},
  isRead: false,
  erased: 0,
  stored: 'stored',
}))

const shelf = () => useDraftShelf.getState()
const has = (drafts: Drafts, id: string) => Object.prototype.hasOwnProperty.call(drafts, id)
const without = (list: readonly string[], one: string) => list.filter((other) => other !== one)

function omit(drafts: Drafts, gone: readonly string[]): Drafts {
  return Object.keys(drafts)
    .filter((id) => gone.indexOf(id) < 0)
    .reduce<Drafts>((kept, id) => ({ ...kept, [id]: drafts[id] }), {})
}

let reading: Promise<void> | undefined

/** Reads what the phone keeps and is not known yet. Cheap when there is nothing new: pages call it when they appear. */
export async function readShelf(): Promise<void> {
  reading ??= readNew().finally(() => (reading = undefined))
  await reading
}

async function readNew(): Promise<void> {
  const left = await takeOverOnlyDraft()
  const unknown = recordIds().filter((id) => shelf().drafts[id] === undefined)
  const values = await Promise.all(unknown.map(readRecord))
  const inStorage = recordIds()
  const read = unknown.reduce<Drafts>(
    // What was begun or erased meanwhile is newer than what was read.
    (all, id, index) =>
      shelf().drafts[id] === undefined && inStorage.indexOf(id) >= 0 ? { ...all, [id]: values[index] } : all,
    left && !has(shelf().drafts, left.id) ? { [left.id]: left.draft } : {},
  )
  Object.keys(read).forEach((id) => hold(id, read[id]))
  const { drafts, draft } = shelf()
  const isGone = (id: string) => inStorage.indexOf(id) < 0 && unwritten.indexOf(id) < 0 && id !== draft?.id
  useDraftShelf.setState({
    isShelfRead: true,
    drafts: { ...omit(drafts, Object.keys(drafts).filter(isGone)), ...read },
  })
  if (left) write(left.id)
}

/** The draft is the one on the screen from now on, and lies on the shelf; begins to keep it in the same breath. */
export function putOnShelf(draft: Draft): void {
  useDraftShelf.setState({ isRead: true, chosen: draft.id, draft })
  keepOnShelf(draft)
}

/** The draft is the one on the screen, as it was opened: nothing is written before it changes. */
export function showDraft(draft: Draft | undefined): void {
  const { drafts } = shelf()
  useDraftShelf.setState({
    isRead: true,
    chosen: draft?.id,
    draft,
    ...(draft ? { drafts: { ...drafts, [draft.id]: draft } } : {}),
  })
  if (draft) hold(draft.id, draft)
}

/** A draft has changed, on the screen or behind it; begins to keep it in the same breath. */
export function keepOnShelf(draft: Draft): void {
  const { drafts, draft: shown } = shelf()
  useDraftShelf.setState({
    drafts: { ...drafts, [draft.id]: draft },
    ...(shown?.id === draft.id ? { draft } : {}),
  })
  hold(draft.id, draft)
  write(draft.id)
}

/** Photos that a record in storage may still name. Erased only when a record without them lies there. */
const held = new Map<string, readonly string[]>()

function hold(id: string, draft: unknown): void {
  const files = held.get(id) ?? []
  held.set(id, files.concat(filesOf(draft).filter((file) => files.indexOf(file) < 0)))
}

function letGo(id: string, written: unknown): void {
  const needed = filesOf(written).concat(filesOf(shelf().drafts[id]))
  const files = held.get(id) ?? []
  held.set(
    id,
    files.filter((file) => needed.indexOf(file) >= 0),
  )
  files.filter((file) => needed.indexOf(file) < 0).forEach((file) => void removePhoto(file))
}

/** Drafts that differ from storage, the last changed first. */
let unwritten: readonly string[] = []
/** Those the phone had no room for; tried again with the next change of any draft, and when room has been made. */
let refused: readonly string[] = []
let writing: Promise<void> | undefined

function write(id: string): void {
  unwritten = [id].concat(without(unwritten, id))
  storeAgain()
}

/** Tries to keep what the phone had no room for. */
export function storeAgain(): void {
  refused = []
  // With nothing to write it would be over before it is remembered, and stand in the way of the next one.
  if (unwritten.length > 0) writing ??= writeAll()
}

/** Whether the phone knows more of this draft than its storage. */
export const isUnwritten = (id: string) => unwritten.indexOf(id) >= 0

const nextToWrite = () => unwritten.filter((id) => refused.indexOf(id) < 0)[0]

/** Writes one after the other and only the latest: encrypting every keystroke in turn would lag behind the hand. */
async function writeAll(): Promise<void> {
  for (let id = nextToWrite(); id !== undefined; id = nextToWrite()) await writeOne(id)
  // Here and not in a `finally`: a change that came a microtask later would find nobody to write it.
  writing = undefined
}

async function writeOne(id: string): Promise<void> {
  const draft = shelf().drafts[id]
  const stored = await writeRecord(id, draft)
  if (stored !== 'stored') refused = refused.concat(id)
  else if (shelf().drafts[id] === draft) unwritten = without(unwritten, id)
  const told = unwritten.length === 0 ? 'stored' : stored === 'stored' ? shelf().stored : stored
  if (shelf().stored !== told) useDraftShelf.setState({ stored: told })
  if (stored === 'stored') letGo(id, draft)
}

/** Resolves when everything told so far has been written. @returns what became of it */
export async function draftIsStored(): Promise<Stored> {
  await writing
  return shelf().stored
}

/**
 * Removes a draft and its photos from this phone, and nothing else. The photos go first: a phone that dies between
 * still shows the draft, and none of its pictures stays behind unseen.
 * @param id absent: the one on the screen
 */
export async function eraseDraft(id: string | undefined = shelf().draft?.id): Promise<void> {
  await readShelf()
  if (id === undefined || !has(shelf().drafts, id)) return
  takeOff(id)
  await writing
  await Promise.all((held.get(id) ?? []).map((file) => removePhoto(file)))
  held.delete(id)
  removeRecord(id)
  storeAgain()
}

function takeOff(id: string): void {
  unwritten = without(unwritten, id)
  const { drafts, draft, chosen } = shelf()
  useDraftShelf.setState({
    drafts: omit(drafts, [id]),
    ...(draft?.id === id ? { draft: undefined } : {}),
    ...(chosen === id ? { chosen: undefined } : {}),
  })
}

/** Removes every draft with its photos. */
export async function eraseDrafts(): Promise<void> {
  await readShelf()
  await Promise.all(Object.keys(shelf().drafts).map((id) => eraseDraft(id)))
  useDraftShelf.setState({ isRead: true })
}

/** The next time the form opens, it opens this one. */
export function chooseDraft(id: string): void {
  if (shelf().draft?.id === id) return
  useDraftShelf.setState({ chosen: id, draft: undefined, isRead: false })
}

/** Nothing of a family stays on the screen; its draft stays on the phone. */
export function putAside(): void {
  useDraftShelf.setState({ chosen: undefined, draft: undefined })
}

/** What lists may show of the drafts, the last changed first. */
export function useDraftCards(): DraftCard[] {
  const drafts = useDraftShelf((state) => state.drafts)
  return Object.keys(drafts)
    .map((id) => cardOf(id, drafts[id]))
    .sort(byLastChange)
}
