import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DeletionAnswer, DraftsDeleted } from '@contracts/rights'
import { deletionRefusal, deletionRefusalOf } from '@domain/rights/deletionRefusal'
import { recordAudit } from '../../audit/record'
import type { Parts } from '../../parts'
import { freezeCase } from '../../privacy/freezing'
import { deleteLoosePhotos } from '../../privacy/loosePhotos'
import { done, fail, type Result } from '../../result'
import type { ApplicationRow } from '../../store/applications'
import { inTransaction, type Database, type Tx } from '../../store/database'
import { once } from '../../store/idempotency'
import type { Tables } from '../../store/tables'
import type { Asking } from './consents'

/**
 * Answers who wants a filed case deleted: it is an archive and may not go. The answer is in writing, dated, and names
 * its grounds; a second demand gets the first answer. A case the family took back is only stored from now on.
 * @returns `NOT_FOUND` when it is none of this account
 * Source: 未成年人网络保护条例 34; PIPL 47; 档案法实施条例 19, 24.
 */
export function requestDeletion(
  parts: Parts,
  { accountId, key, traceId }: Asking,
  applicationId: string,
): Promise<Result<DeletionAnswer>> {
  const request = { accountId, key, route: 'requestDeletion', body: { applicationId }, status: 201 }
  return once(parts, request, async (tx) => {
    const row = await anyOwnCase(tx, accountId, applicationId)
    if (!row) return fail('NOT_FOUND')
    const answer = { id: randomUUID(), application_id: row.id, account_id: accountId, at: parts.clock() }
    await tx
      .insertInto('deletion_refusal')
      .values({ ...answer, basis_version: deletionRefusal.version })
      .onConflict((conflict) => conflict.column('application_id').doNothing())
      .execute()
    if (row.status === 'withdrawn') await freezeCase(parts, tx, row.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'deletionRefused',
      object: { kind: 'application', id: row.id },
      traceId,
    })
    const [stored] = (await deletionAnswersOf(tx, [row])).values()
    return stored ? done(stored) : fail('NOT_FOUND')
  })
}

/** Also a case that is only stored: the right to an answer does not end with the use. */
function anyOwnCase(tx: Tx, accountId: string, id: string): Promise<ApplicationRow | undefined> {
  return tx
    .selectFrom('application')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

/** The answers as they were given, with the text of their day, by the id of the case. */
export async function deletionAnswersOf(
  db: Database | Tx,
  cases: readonly ApplicationRow[],
): Promise<Map<string, DeletionAnswer>> {
  if (cases.length === 0) return new Map()
  const numbers = new Map(cases.map(({ id, case_number }) => [id, case_number]))
  const rows = await db
    .selectFrom('deletion_refusal')
    .selectAll()
    .where('application_id', 'in', [...numbers.keys()])
    .execute()
  return new Map(
    rows.map((row) => [row.application_id, answerFrom(row, numbers.get(row.application_id) ?? '')]),
  )
}

function answerFrom(row: Selectable<Tables['deletion_refusal']>, caseNumber: string): DeletionAnswer {
  const { title, sentences, grounds } = deletionRefusalOf(row.basis_version)
  return {
    id: row.id,
    caseNumber,
    answeredAt: row.at.toISOString(),
    version: row.basis_version,
    title,
    sentences: [...sentences],
    grounds: [...grounds],
  }
}

/** Every photo of this account that no application has: rows and objects, for good. */
export async function deleteDrafts(
  parts: Parts,
  accountId: string,
  traceId: string,
): Promise<Result<DraftsDeleted>> {
  const photos = await deleteLoosePhotos(parts, { accountId }, (tx) =>
    recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'draftsDeleted',
      object: { kind: 'account', id: accountId },
      traceId,
    }),
  )
  return done({ photos })
}

/**
 * Deletes an account that has filed nothing, with everything of it. Only the log of who did what keeps its number,
 * as long as the law orders.
 * @returns `ACCOUNT_HAS_CASES` once anything was filed, `NOT_SIGNED_IN` when it is gone already
 */
export async function deleteAccount(
  parts: Parts,
  accountId: string,
  traceId: string,
): Promise<Result<undefined>> {
  const deleted = await inTransaction(parts.db, (tx) => deleteRows(parts, tx, accountId, traceId))
  if (!deleted.ok) return deleted
  // Gone for everybody with its row; an object that cannot be removed now goes with the retention job.
  for (const key of deleted.value) await parts.objects.remove(key).catch(() => undefined)
  return done(undefined)
}

/** @returns the keys of the photos' objects */
async function deleteRows(
  parts: Parts,
  tx: Tx,
  accountId: string,
  traceId: string,
): Promise<Result<string[]>> {
  // Whoever files or uploads something at this moment waits here, and then finds no account.
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .forUpdate()
    .execute()
  if (account.length === 0) return fail('NOT_SIGNED_IN')
  if (await hasFiled(tx, accountId)) return fail('ACCOUNT_HAS_CASES')
  const photos = await tx
    .deleteFrom('attachment')
    .where('account_id', '=', accountId)
    .returning('object_key')
    .execute()
  for (const table of ['citizen_session', 'idempotency', 'message_grant', 'data_copy'] as const)
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute()
  await tx.deleteFrom('account').where('id', '=', accountId).execute()
  await recordAudit(parts, tx, {
    actor: { kind: 'citizen', id: accountId },
    action: 'accountDeleted',
    object: { kind: 'account', id: accountId },
    traceId,
  })
  return done(photos.map(({ object_key }) => object_key))
}

async function hasFiled(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('application')
    .select('id')
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
