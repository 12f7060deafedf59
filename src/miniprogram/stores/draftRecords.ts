import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored, storedKeys, type Stored } from '@/platform/storage'

// Where drafts lie: one sealed record each, so that writing one never touches another. There is no index that could
// disagree with them: the list is read from the records.

const prefix = 'draft.'

/** Under this key lay the only draft, before a phone could keep several. */
const keyOfOnly = 'draft'

const keyOf = (id: string) => `${prefix}${id}`

/** Ids of the drafts in storage, asked anew each time: another window of the browser may have added or erased one. */
export function recordIds(): string[] {
  return storedKeys()
    .filter((key) => key.indexOf(prefix) === 0)
    .map((key) => key.slice(prefix.length))
}

/** @returns undefined when there is none, or it cannot be opened */
export function readRecord(id: string): Promise<unknown> {
  return readSealed(keyOf(id))
}

export function writeRecord(id: string, draft: unknown): Promise<Stored> {
  return writeSealed(keyOf(id), draft)
}

export function removeRecord(id: string): void {
  if (id === idOfOnly) removeStored(keyOfOnly)
  removeStored(keyOf(id))
}

/** The draft that still lies at the place of the only one, because there was no room for its copy. */
let idOfOnly: string | undefined

/**
 * The only draft of an earlier version becomes one of several. It is copied first and removed after: a phone that dies
 * between has both, and the next time the copy that was changed last stays.
 * @returns what could not be copied because the phone is full
 */
export async function takeOverOnlyDraft(): Promise<{ id: string; draft: unknown } | undefined> {
  if (storedKeys().indexOf(keyOfOnly) < 0) return undefined
  const draft = await readSealed(keyOfOnly)
  const { id, updatedAt } = fieldsOf(draft)
  if (id === undefined) return undefined
  const copy = fieldsOf(await readRecord(id))
  const isCopied = copy.updatedAt !== undefined && copy.updatedAt >= (updatedAt ?? '')
  const isLeft = !isCopied && (await writeRecord(id, draft)) !== 'stored'
  idOfOnly = isLeft ? id : undefined
  if (isLeft) return { id, draft }
  removeStored(keyOfOnly)
  return undefined
}

interface Fields {
  id?: string
  updatedAt?: string
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  const { id, updatedAt } = value as Record<string, unknown>
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof updatedAt === 'string' ? { updatedAt } : {}),
  }
}
