import { recordAudit } from '../../audit/record'
import { done, type Result } from '../../result'
import { inTransaction, type Database, type Tx } from '../../store/database'
import type { RetentionParts } from './periods'

export interface ExpiredCase {
  id: string
  caseNumber: string
}

/** A case in which nothing was granted: nobody lives on its decision, so it may go by the clock alone. */
const endedWithoutGrant = ['withdrawn', 'refused'] as const
const granted = ['confirmed'] as const

function olderThan(db: Database, statuses: readonly ('withdrawn' | 'refused' | 'confirmed')[], before: Date) {
  return db
    .selectFrom('application')
    .select(['id', 'case_number as caseNumber'])
    .where('status', 'in', statuses)
    .where('updated_at', '<', before)
    .orderBy('updated_at')
}

/** Cases without a grant whose period is over. */
export function expiredCases(db: Database, before: Date): Promise<ExpiredCase[]> {
  return olderThan(db, endedWithoutGrant, before).execute()
}

/**
 * Granted cases whose last step is older than the period: a person appraises each, because the child may still live
 * on it. Source: 档案法实施条例 24; law-and-rules L11.
 */
export function casesToAppraise(db: Database, before: Date): Promise<ExpiredCase[]> {
  return olderThan(db, granted, before).where('frozen_at', 'is', null).execute()
}

/**
 * Deletes a case with everything of it: photos first, then every row. The log of who did what keeps its number.
 * @throws StoreAway; the rows are then all still there
 */
export function purgeCase(parts: RetentionParts, id: string): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    await tx.selectFrom('application').select('id').where('id', '=', id).forUpdate().execute()
    await removePhotos(parts, tx, id)
    const consents = tx.selectFrom('consent').select('id').where('application_id', '=', id)
    await tx.deleteFrom('consent_withdrawal').where('consent_id', 'in', consents).execute()
    for (const table of ['consent', 'correction', 'deletion_refusal', 'outbox', 'case_event'] as const)
      await tx.deleteFrom(table).where('application_id', '=', id).execute()
    await tx.deleteFrom('application').where('id', '=', id).execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'expiredDeleted',
      object: { kind: 'application', id },
    })
    return done(undefined)
  })
}

async function removePhotos({ objects }: RetentionParts, tx: Tx, applicationId: string): Promise<void> {
  const photos = await tx
    .selectFrom('attachment')
    .select('object_key')
    .where('application_id', '=', applicationId)
    .execute()
  for (const { object_key } of photos) await objects.remove(object_key)
  await tx.deleteFrom('attachment').where('application_id', '=', applicationId).execute()
}
