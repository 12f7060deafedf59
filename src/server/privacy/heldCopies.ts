import { recordAudit } from '../audit/record'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { inTransaction } from '../store/database'
import { needsHumanReview } from './protection'
import type { RetentionParts } from './retention/periods'

export interface HeldCopy {
  id: string
  requestedAt: Date
}

/** Copies that no clock releases, because somebody has to look first. */
export async function heldCopies(parts: Parts): Promise<HeldCopy[]> {
  const rows = await parts.db
    .selectFrom('data_copy')
    .select(['id', 'account_id', 'requested_at as requestedAt'])
    .where('released_at', 'is', null)
    .orderBy('requested_at')
    .execute()
  const held: HeldCopy[] = []
  for (const { account_id, ...copy } of rows)
    if (await needsHumanReview(parts, parts.db, account_id)) held.push(copy)
  return held
}

/** A person has looked and lets it go. @returns `NOT_FOUND` when it is none, or released already */
export function releaseCopy(parts: RetentionParts, id: string, by: string): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    const row = await tx
      .updateTable('data_copy')
      .set({ released_at: parts.clock(), released_by: by })
      .where('id', '=', id)
      .where('released_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (!row) return fail('NOT_FOUND')
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'copyReleased',
      object: { kind: 'copy', id },
    })
    return done(undefined)
  })
}
