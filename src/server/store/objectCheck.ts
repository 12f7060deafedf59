import { sql } from 'kysely'
import type { Database } from './database'
import { ObjectMissing, type ObjectStore, type StoredObject } from './objectStore'

export interface ObjectCheck {
  objects: number
  rows: number
  /** Photos that a row tells of and that are not there: lost. */
  lost: string[]
  /** Objects that no row tells of: an upload or a deletion ended between the two. */
  orphans: StoredObject[]
}

const pageSize = 500

/** Keys of all rows, in the order of their bytes, as a store lists its objects. */
async function* keysOfRows(db: Database): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const page = await db
      .selectFrom('attachment')
      .select('object_key')
      .where(sql<boolean>`object_key collate "C" > ${last}`)
      .orderBy(sql`object_key collate "C"`)
      .limit(pageSize)
      .execute()
    for (const { object_key } of page) yield object_key
    if (page.length < pageSize) return
    last = page[page.length - 1]?.object_key ?? last
  }
}

/**
 * Compares what lies in the store with what the rows tell of, both in one order, so that a million photos need no more
 * memory than ten. The server may go on: what seems wrong is looked at once more.
 * @throws StoreAway
 */
export async function checkObjects(db: Database, objects: ObjectStore): Promise<ObjectCheck> {
  const check: ObjectCheck = { objects: 0, rows: 0, lost: [], orphans: [] }
  const [listed, told] = [objects.list()[Symbol.asyncIterator](), keysOfRows(db)]
  let [object, row] = [await listed.next(), await told.next()]
  while (!object.done || !row.done) {
    const key = object.done ? undefined : object.value.key
    const isObjectFirst = !object.done && (row.done || object.value.key < row.value)
    if (isObjectFirst && !(await hasRow(db, object.value.key))) check.orphans.push(object.value)
    if (!isObjectFirst && !row.done && row.value !== key && (await isLost(db, objects, row.value)))
      check.lost.push(row.value)
    const isSame = !object.done && !row.done && object.value.key === row.value
    if (isObjectFirst || isSame) {
      check.objects += 1
      object = await listed.next()
    }
    if (!isObjectFirst) {
      check.rows += 1
      row = await told.next()
    }
  }
  return check
}

async function hasRow(db: Database, key: string): Promise<boolean> {
  const row = await db.selectFrom('attachment').select('id').where('object_key', '=', key).executeTakeFirst()
  return row !== undefined
}

/** Its row is still there and its object is not: neither stored after the listing, nor deleted meanwhile. */
async function isLost(db: Database, objects: ObjectStore, key: string): Promise<boolean> {
  try {
    await objects.get(key)
    return false
  } catch (error) {
    if (error instanceof ObjectMissing) return hasRow(db, key)
    throw error
  }
}
