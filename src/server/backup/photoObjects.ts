import { sql } from 'kysely'
import type { Database, Tx } from '../store/database'
import { StoreAway, type ObjectStore } from '../store/objectStore'

/** One photo in the file of objects: its key, a line end, its bytes as they lie in the store. */
export interface StoredObject {
  key: string
  bytes: Buffer
}

const lineEnd = 10

export function objectChunk({ key, bytes }: StoredObject): Buffer {
  return Buffer.concat([Buffer.from(key, 'utf8'), Buffer.of(lineEnd), bytes])
}

export function objectOf(chunk: Buffer): StoredObject {
  const end = chunk.indexOf(lineEnd)
  return { key: chunk.subarray(0, end).toString('utf8'), bytes: chunk.subarray(end + 1) }
}

/** Keys of the photos that the snapshot knows, in order. */
export async function objectKeys(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('attachment').select('object_key').orderBy('object_key').execute()
  return rows.map((row) => row.object_key)
}

/**
 * A photo for the backup.
 * @param db sees what happened since the snapshot
 * @returns nothing when the family has deleted it since
 * @throws StoreAway when it should be there
 */
export async function objectOrGone(
  objects: ObjectStore,
  db: Database,
  key: string,
): Promise<StoredObject | undefined> {
  try {
    return { key, bytes: await objects.get(key) }
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error
    const { rows } = await sql`select 1 from attachment where object_key = ${key}`.execute(db)
    if (rows.length > 0) throw error
    return undefined
  }
}
