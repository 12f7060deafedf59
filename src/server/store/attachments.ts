import type { Insertable, Selectable } from 'kysely'
import type { Attachment } from '@contracts/attachments'
import type { Parts } from '../parts'
import type { Database, Tx } from './database'
import { prepared } from './prepared'
import { placeOf } from './sealedColumns'
import type { Tables } from './tables'

export type AttachmentRow = Selectable<Tables['attachment']>

/** Named one by one: only then the database prepares a statement once (see `pool.ts`). */
const columns = [
  'id',
  'account_id',
  'client_id',
  'source_sha256',
  'sha256',
  'source_bytes',
  'bytes',
  'width',
  'height',
  'object_key',
  'object_sealed_with',
  'sealed',
  'application_id',
  'event_sequence',
  'created_at',
  'frozen_at',
] as const satisfies readonly (keyof AttachmentRow)[]

/** The sealed part of a row. */
export interface SealedAttachment {
  paper: string
}

const sealedPlace = (id: string) => placeOf('attachment.sealed', id)

export function sealAttachment({ envelope }: Parts, id: string, sealed: SealedAttachment): Buffer {
  return envelope.sealJson(sealed, sealedPlace(id))
}

/** What the family sees of a stored photo. */
export function attachmentFrom({ envelope }: Parts, row: AttachmentRow): Attachment {
  const { paper } = envelope.openJson<SealedAttachment>(row.sealed, sealedPlace(row.id))
  const { id, sha256, bytes, width, height } = row
  return { id, paper, sha256, bytes, width, height }
}

/** @returns nothing when this account already used the client id */
export function insertAttachment(
  tx: Tx,
  row: Insertable<Tables['attachment']>,
): Promise<AttachmentRow | undefined> {
  return tx
    .insertInto('attachment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account_id', 'client_id']).doNothing())
    .returning(columns)
    .executeTakeFirst()
}

export function attachmentByClientId(
  db: Database,
  accountId: string,
  clientId: string,
): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
}

/** The owner is part of the question: a foreign id is as good as none. */
export function ownAttachment(
  db: Database,
  accountId: string,
  id: string,
): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .select(columns)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('frozen_at', 'is', null)
    .executeTakeFirst()
}

export async function deleteUnattached(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('attachment')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('application_id', 'is', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/**
 * The account's own photos that no application has yet, locked until the transaction ends, so that two submissions
 * cannot both take one.
 */
export function lockUnattached(tx: Tx, accountId: string, ids: readonly string[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('attachment')
    .select(columns)
    .where('id', 'in', ids)
    .where('account_id', '=', accountId)
    .where('application_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function attachTo(
  tx: Tx,
  ids: readonly string[],
  applicationId: string,
  eventSequence: number,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('attachment')
    .set({ application_id: applicationId, event_sequence: eventSequence })
    .where('id', 'in', ids)
    .execute()
}

/** The photos of a case that may be shown. */
export const attachmentsOf = prepared((db, applicationId: string) =>
  db
    .selectFrom('attachment')
    .select(columns)
    .where('application_id', '=', applicationId)
    .where('frozen_at', 'is', null)
    .orderBy('event_sequence')
    .orderBy('created_at')
    .orderBy('id'),
)
