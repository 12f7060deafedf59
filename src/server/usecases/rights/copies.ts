import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { CopyContent, DataCopy } from '@contracts/rights'
import { recordAudit } from '../../audit/record'
import { later } from '../../clock'
import type { Parts } from '../../parts'
import { needsHumanReview } from '../../privacy/protection'
import { done, fail, type Result } from '../../result'
import { inTransaction, type Database, type Tx } from '../../store/database'
import { once } from '../../store/idempotency'
import type { Tables } from '../../store/tables'
import type { Asking } from './consents'
import { contentOf } from './copyContent'

type CopyRow = Selectable<Tables['data_copy']>

/**
 * Asks for a copy of the own data. Everybody waits the same time (`copyWaitMs`): in it a person can look at the few
 * that need a look, and nobody can tell theirs from the others.
 * Source: PIPL 45; law-and-rules S09.
 */
export function requestCopy(parts: Parts, { accountId, key, traceId }: Asking): Promise<Result<DataCopy>> {
  const request = { accountId, key, route: 'requestCopy', body: {}, status: 201 }
  return once(parts, request, async (tx) => {
    const open = await waitingCopy(parts, tx, accountId)
    if (open) return done(copyFrom(parts, open, await needsHumanReview(parts, tx, accountId)))
    const row = { id: randomUUID(), account_id: accountId, requested_at: parts.clock() }
    await tx.insertInto('data_copy').values(row).execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'copyRequested',
      object: { kind: 'copy', id: row.id },
      traceId,
    })
    return done({ id: row.id, requestedAt: row.requested_at.toISOString(), state: 'preparing' })
  })
}

/** One that is still being prepared by the clock: asking again gives the same. */
function waitingCopy({ clock, limits }: Parts, tx: Tx, accountId: string): Promise<CopyRow | undefined> {
  return tx
    .selectFrom('data_copy')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('requested_at', '>', later(clock(), -limits.copyWaitMs))
    .orderBy('requested_at', 'desc')
    .executeTakeFirst()
}

export async function copiesOf(parts: Parts, accountId: string): Promise<DataCopy[]> {
  const rows = await parts.db
    .selectFrom('data_copy')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('requested_at', 'desc')
    .limit(20)
    .execute()
  if (rows.length === 0) return []
  const isHeld = await needsHumanReview(parts, parts.db, accountId)
  return rows.map((row) => copyFrom(parts, row, isHeld))
}

/** @param isHeld of the account; asked in any case, for the time an answer takes must not tell */
function copyFrom(parts: Parts, row: CopyRow, isHeld: boolean): DataCopy {
  return {
    id: row.id,
    requestedAt: row.requested_at.toISOString(),
    state: mayBeFetched(parts, row, isHeld) ? 'ready' : 'preparing',
  }
}

function mayBeFetched(parts: Parts, { requested_at, released_at }: CopyRow, isHeld: boolean): boolean {
  if (later(requested_at, parts.limits.copyWaitMs) > parts.clock()) return false
  return released_at !== null || !isHeld
}

function ownCopy(db: Database, accountId: string, id: string): Promise<CopyRow | undefined> {
  return db
    .selectFrom('data_copy')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** @returns `NOT_FOUND` when it is none of this account */
export async function copyState(parts: Parts, accountId: string, id: string): Promise<Result<DataCopy>> {
  const row = await ownCopy(parts.db, accountId, id)
  if (!row) return fail('NOT_FOUND')
  return done(copyFrom(parts, row, await needsHumanReview(parts, parts.db, accountId)))
}

/** @returns the copy, made now; `COPY_NOT_READY`, or `NOT_FOUND` when it is none of this account */
export async function copyContent(
  parts: Parts,
  accountId: string,
  id: string,
  traceId: string,
): Promise<Result<CopyContent>> {
  const row = await ownCopy(parts.db, accountId, id)
  if (!row) return fail('NOT_FOUND')
  const isHeld = await needsHumanReview(parts, parts.db, accountId)
  if (!mayBeFetched(parts, row, isHeld)) return fail('COPY_NOT_READY')
  const content = await contentOf(parts, accountId)
  return inTransaction(parts.db, async (tx) => {
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'copyRead',
      object: { kind: 'copy', id },
      traceId,
    })
    return done(content)
  })
}
