import { recordAudit, type AuditParts } from '../audit/record'
import { later, minutes } from '../clock'
import { hashToken, newToken } from '../crypto/tokens'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { inTransaction, type Database, type Tx } from './database'
import { prepared } from './prepared'

export interface NewSession {
  /** Leaves the server once. */
  token: string
  expiresAt: Date
}

export interface CitizenSession {
  accountId: string
  tokenHash: string
}

/** Names a session in the audit: half of the hash of its token, of no use to sign in. */
export function sessionId(tokenHash: string): string {
  return tokenHash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** One write in five minutes keeps the idle clock, not one a request. */
const touchEveryMs = minutes(5)

export async function openSession({ clock, limits }: Parts, tx: Tx, accountId: string): Promise<NewSession> {
  const [token, now] = [newToken(), clock()]
  const expiresAt = later(now, limits.citizenSession.absoluteMs)
  await tx
    .insertInto('citizen_session')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: now,
      last_used_at: now,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute()
  return { token, expiresAt }
}

const sessionWith = prepared((db, tokenHash: string) =>
  db
    .selectFrom('citizen_session')
    .select(['account_id', 'last_used_at', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', tokenHash),
)

/**
 * Who holds this token.
 * @returns the session, `SESSION_EXPIRED` when its time is over, `NOT_SIGNED_IN` for every other token
 */
export async function sessionOf(
  { db, reads, clock, limits }: Parts,
  token: string | undefined,
): Promise<Result<CitizenSession>> {
  if (!token) return fail('NOT_SIGNED_IN')
  const tokenHash = hashToken(token)
  const [row] = await sessionWith(reads, tokenHash)
  if (!row || row.revoked_at) return fail('NOT_SIGNED_IN')
  const now = clock()
  const idleUntil = later(row.last_used_at, limits.citizenSession.idleMs)
  if (now >= row.expires_at || now >= idleUntil) return fail('SESSION_EXPIRED')
  if (now >= later(row.last_used_at, touchEveryMs)) await touch(db, tokenHash, now)
  return done({ accountId: row.account_id, tokenHash })
}

async function touch(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db
    .updateTable('citizen_session')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** The token is worth nothing at the next request. */
export async function revokeSession({ clock }: Parts, tx: Tx, tokenHash: string): Promise<void> {
  await tx
    .updateTable('citizen_session')
    .set({ revoked_at: clock() })
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .execute()
}

/**
 * Ends every session of an account.
 * @param but hash of the one token that stays
 * @returns how many were ended; those that were over by themselves may be among them
 */
export async function revokeSessions(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  accountId: string,
  but?: string,
): Promise<number> {
  let ended = tx
    .updateTable('citizen_session')
    .set({ revoked_at: clock() })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
  if (but !== undefined) ended = ended.where('token_hash', '!=', but)
  return Number((await ended.executeTakeFirst()).numUpdatedRows)
}

/**
 * Ends every session of the account that filed this case, for a family that has lost its only phone and comes to the
 * counter. An account is known by a case, since nobody sees openids.
 * @returns how many sessions ended; `NOT_FOUND` when there is no such case
 */
export function endSessionsOfCase(
  { db, ...parts }: AuditParts & { db: Database },
  caseNumber: string,
): Promise<Result<number>> {
  return inTransaction(db, async (tx) => {
    const filed = await tx
      .selectFrom('application')
      .select(['id', 'account_id'])
      .where('case_number', '=', caseNumber)
      .executeTakeFirst()
    if (!filed) return fail('NOT_FOUND')
    const ended = await revokeSessions(parts, tx, filed.account_id)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'sessionsEnded',
      object: { kind: 'account', id: filed.account_id },
      of: { applicationId: filed.id, accountId: filed.account_id },
    })
    return done(ended)
  })
}
