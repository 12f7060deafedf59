import type { Parts } from '../parts'
import { done } from '../result'
import { inTransaction, type Tx } from '../store/database'

const atOnce = 20

type PhotoParts = Pick<Parts, 'db' | 'objects'>

export interface WhichPhotos {
  accountId?: string
  /** Received before this moment. */
  before?: Date
}

/**
 * Deletes photos that no application has, object first and row second, while the row is locked: nobody can hand one in
 * meanwhile, and a run that dies halfway is done again by the next one.
 * @param record tells of a batch in the batch's own transaction: a run that fails halfway has told what it did
 * @returns how many
 * @throws StoreAway; what was deleted until then stays deleted
 */
export async function deleteLoosePhotos(
  parts: PhotoParts,
  which: WhichPhotos,
  record?: (tx: Tx) => Promise<void>,
): Promise<number> {
  for (let deleted = 0; ;) {
    const batch = await inTransaction(parts.db, async (tx) => {
      const count = await deleteBatch(parts, tx, which)
      if (count > 0) await record?.(tx)
      return done(count)
    })
    const count = batch.ok ? batch.value : 0
    deleted += count
    if (count < atOnce) return deleted
  }
}

async function deleteBatch(
  { objects }: PhotoParts,
  tx: Tx,
  { accountId, before }: WhichPhotos,
): Promise<number> {
  let query = tx.selectFrom('attachment').select(['id', 'object_key']).where('application_id', 'is', null)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  if (before !== undefined) query = query.where('created_at', '<', before)
  const rows = await query.orderBy('id').limit(atOnce).forUpdate().skipLocked().execute()
  if (rows.length === 0) return 0
  for (const { object_key } of rows) await objects.remove(object_key)
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('attachment').where('id', 'in', ids).execute()
  return rows.length
}
