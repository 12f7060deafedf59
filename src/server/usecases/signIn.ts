import type { Session } from '@contracts/sessions'
import { recordAudit } from '../audit/record'
import { later } from '../clock'
import { hashToken, sha256 } from '../crypto/tokens'
import type { Parts } from '../parts'
import { done, fail, type Failure, type Result } from '../result'
import { accountOf } from '../store/accounts'
import {
  openSession,
  revokeSession,
  revokeSessions,
  sessionId,
  type CitizenSession,
} from '../store/citizenSessions'
import { inTransaction } from '../store/database'
import type { AccountKind } from '../store/tables'

/**
 * Turns a code of wx.login into a session. A code makes one session at most, however often it is sent.
 * @returns the session, `WECHAT_CODE_INVALID` or `WECHAT_UNAVAILABLE`
 */
export async function signInWithWechat(
  parts: Parts,
  code: string,
  traceId: string,
): Promise<Result<Session>> {
  if (!parts.wechat) return fail('WECHAT_UNAVAILABLE')
  const claimed = await claimCode(parts, code)
  if (claimed) return claimed
  const exchange = await parts.wechat.exchangeCode(code)
  if (exchange.ok) return openFor(parts, 'wechat', exchange.openid, traceId)
  if (exchange.reason === 'invalidCode') return fail('WECHAT_CODE_INVALID')
  // WeChat may never have seen it: the same code may still work.
  await parts.db.deleteFrom('login_code').where('code_hash', '=', sha256(code)).execute()
  return fail('WECHAT_UNAVAILABLE')
}

/** The browser's own random id stands for a person. Mounted in demo mode only. */
export function signInAsDemo(parts: Parts, person: string, traceId: string): Promise<Result<Session>> {
  return openFor(parts, 'demo', person, traceId)
}

export async function signOut(
  parts: Parts,
  session: CitizenSession,
  traceId: string,
): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    await revokeSession(parts, tx, session.tokenHash)
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: session.accountId },
      action: 'signedOut',
      object: { kind: 'session', id: sessionId(session.tokenHash) },
      traceId,
    })
    return done(undefined)
  })
}

/**
 * Ends every other session of the account, of a phone that is lost or was lent. Whoever asks stays signed in, and
 * asking again changes nothing.
 */
export function endOtherSessions(
  parts: Parts,
  { accountId, tokenHash }: CitizenSession,
  traceId: string,
): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    await revokeSessions(parts, tx, accountId, tokenHash)
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'sessionsEnded',
      object: { kind: 'account', id: accountId },
      traceId,
    })
    return done(undefined)
  })
}

/** The first sender of a code wins, before WeChat is asked. Source: threats T12. */
async function claimCode({ db, clock, limits }: Parts, code: string): Promise<Failure | undefined> {
  const now = clock()
  await db.deleteFrom('login_code').where('used_at', '<', later(now, -limits.loginCodeKeptMs)).execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('login_code')
    .values({ code_hash: sha256(code), used_at: now })
    .onConflict((conflict) => conflict.column('code_hash').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? undefined : fail('WECHAT_CODE_INVALID')
}

function openFor(
  parts: Parts,
  kind: AccountKind,
  subject: string,
  traceId: string,
): Promise<Result<Session>> {
  return inTransaction(parts.db, async (tx) => {
    const accountId = await accountOf(parts, tx, kind, subject)
    const { token, expiresAt } = await openSession(parts, tx, accountId)
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'signedIn',
      object: { kind: 'session', id: sessionId(hashToken(token)) },
      traceId,
    })
    return done({ token, expiresAt: expiresAt.toISOString() })
  })
}
