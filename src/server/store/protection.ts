import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Parts } from '../parts'
import type { Database, Tx } from './database'
import { placeOf } from './sealedColumns'
import type { Tables } from './tables'

export type ProtectionRow = Selectable<Tables['protection_record']>

/** The sealed part of a row. */
export interface SealedProtection {
  /** Of whom ({@link childIdentity}): found again by its keyed hash, which is made anew when keys change. */
  childIdNumber: string
  reason: string
}

const sealedPlace = (id: string) => placeOf('protection_record.sealed', id)

/** The record in force of one of these children, by any key. */
export function protectionOf(
  db: Database | Tx,
  childHashes: readonly string[],
): Promise<ProtectionRow | undefined> {
  return db
    .selectFrom('protection_record')
    .selectAll()
    .where('child_hmac', 'in', childHashes)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
}

export function openProtection({ envelope }: Pick<Parts, 'envelope'>, row: ProtectionRow): SealedProtection {
  return envelope.openJson<SealedProtection>(row.sealed, sealedPlace(row.id))
}

/** @returns false when the child has a record already */
export async function insertProtection(
  { keyring, envelope, clock }: Parts,
  tx: Tx,
  staffId: string,
  protection: SealedProtection,
): Promise<boolean> {
  const hashes = keyring.indexes('child', protection.childIdNumber)
  if (await protectionOf(tx, hashes)) return false
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('protection_record')
    .values({
      id,
      child_hmac: hashes[0],
      sealed: envelope.sealJson(protection, sealedPlace(id)),
      set_by: staffId,
      set_at: clock(),
      lifted_by: null,
      lifted_at: null,
    })
    // Two officers at once: one record.
    .onConflict((conflict) => conflict.column('child_hmac').where('lifted_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** @returns false when there is none in force */
export async function liftProtection(
  { clock }: Parts,
  tx: Tx,
  staffId: string,
  childHashes: readonly string[],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('protection_record')
    .set({ lifted_by: staffId, lifted_at: clock() })
    .where('child_hmac', 'in', childHashes)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
