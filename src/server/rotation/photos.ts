import { ObjectMissing } from '../store/objectStore'
import { newObjectKey } from '../store/objectKey'
import { photoPlace } from '../store/sealedColumns'
import { orBroken } from './sealedRows'
import type { Pass, RotationParts } from './parts'

const batch = 50

interface PhotoRow {
  id: string
  object_key: string
  object_sealed_with: string | null
}

/** Photos in the order of their ids. @param except how objects begin that need not be looked at, in hex */
export async function* photoRows({ db }: RotationParts, except?: string): AsyncGenerator<PhotoRow> {
  for (let last: string | undefined; ;) {
    let query = db
      .selectFrom('attachment')
      .select(['id', 'object_key', 'object_sealed_with'])
      .orderBy('id')
      .limit(batch)
    if (except) query = query.where('object_sealed_with', 'is distinct from', except)
    if (last) query = query.where('id', '>', last)
    const rows = await query.execute()
    yield* rows
    if (rows.length < batch) return
    last = rows[rows.length - 1]?.id
  }
}

/**
 * Brings every photo under the first key. An object is never written twice: the renewed one gets a key of its own, the
 * row is turned to it if it still points to the old one, and the old one goes last.
 */
export async function renewPhotos(parts: RotationParts): Promise<Pass> {
  const current = parts.envelope.header.toString('hex')
  const pass: Pass = { renewed: 0, broken: [] }
  let left: string[] = []
  for await (const row of photoRows(parts, current)) {
    const outcome = await renewPhoto(parts, row, current)
    if (outcome.isBroken) pass.broken.push(photoPlace(row.id))
    if (outcome.left) left.push(outcome.left)
    if (outcome.isRenewed) pass.renewed += 1
    // Later than the row: who read the row a moment ago still finds the old object.
    if (left.length >= batch) {
      await removeAll(parts, left)
      left = []
    }
  }
  await removeAll(parts, left)
  return pass
}

async function removeAll({ objects }: RotationParts, keys: readonly string[]): Promise<void> {
  for (const key of keys) await objects.remove(key)
}

interface Outcome {
  isRenewed?: true
  isBroken?: true
  /** Key of an object that nobody points to any more. */
  left?: string
}

async function renewPhoto(parts: RotationParts, row: PhotoRow, current: string): Promise<Outcome> {
  const { objects, envelope } = parts
  const sealed = await objects.get(row.object_key).catch((error: unknown) => {
    if (error instanceof ObjectMissing) return undefined
    throw error
  })
  // Removed since the row was read, with its row, or a row that points nowhere.
  if (!sealed) return (await stillPoints(parts, row)) ? { isBroken: true } : {}
  if (sealed.subarray(0, envelope.header.length).equals(envelope.header))
    return { isRenewed: await turn(parts, row, row.object_key, current) }
  const renewed = orBroken(() => envelope.renew(sealed, photoPlace(row.id)))
  if (!renewed) return { isBroken: true }
  const key = newObjectKey()
  await objects.put(key, renewed)
  const isRenewed = await turn(parts, row, key, current)
  return { isRenewed, left: isRenewed ? row.object_key : key }
}

async function stillPoints({ db }: RotationParts, { id, object_key }: PhotoRow): Promise<boolean> {
  const row = await db
    .selectFrom('attachment')
    .select('id')
    .where('id', '=', id)
    .where('object_key', '=', object_key)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns nothing when the row is gone or points elsewhere by now */
async function turn(
  { db }: RotationParts,
  row: PhotoRow,
  key: string,
  current: string,
): Promise<true | undefined> {
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set({ object_key: key, object_sealed_with: current })
    .where('id', '=', row.id)
    .where('object_key', '=', row.object_key)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? true : undefined
}
