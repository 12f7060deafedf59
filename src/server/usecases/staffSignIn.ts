import type { Department } from '@domain/services/departments'
import { recordAudit } from '../audit/record'
import { later, minutes } from '../clock'
import { hashPassword, verifyPassword } from '../crypto/password'
import { hashToken, newToken } from '../crypto/tokens'
import { stepOfCode } from '../crypto/totp'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { inTransaction, type Tx } from '../store/database'
import { endSessions, staffByNumber, staffOffice, totpSecretOf, type StaffRow } from '../store/staff'
import type { StaffRole } from '../store/tables'
import { countFailure, countUnknown, isLocked, isNumberLocked, lockRow } from './staffLock'

/** Who sits at the desk, as of this request. */
export interface Staff {
  id: string
  number: string
  name: string
  role: StaffRole
  division: string
  /** Counts for an officer of a district. */
  department: Department
  office: string
  /** Nothing but the change of the first password is open to this person. */
  mustChangePassword: boolean
  /** May see and make protection records. */
  mayProtect: boolean
  /** May work on the cases that only who is named for it may see. */
  maySeeConfidential: boolean
  tokenHash: string
  /** Belongs into every form; a form without it is refused. */
  formToken: string
}

export interface StaffSession {
  /** Leaves the server once, as the cookie. */
  token: string
  mustChangePassword: boolean
}

export const passwordRule = { minLength: 12, maxLength: 128 }

export interface Credentials {
  number: string
  password: string
  /** Of the authenticator app; empty where the account has no second factor. */
  code?: string
}

/**
 * Signs a person of the desk in: password and code of the authenticator app. Five failures in a row, of whichever of
 * the two, lock the account, even for the right ones.
 * @returns the session, `SIGN_IN_FAILED` (also for an unknown or disabled number, and without a word on which of the
 * three was wrong) or `SIGN_IN_LOCKED` (also for a number nobody has)
 * Source: law-and-rules L21, threats T24.
 */
export async function signInStaff(
  parts: Parts,
  { number, password, code = '' }: Credentials,
  traceId: string,
): Promise<Result<StaffSession>> {
  // Every number goes the same way: neither the words nor the time may tell which ones exist.
  const [found, isUnknownLocked] = await Promise.all([
    staffByNumber(parts.db, number),
    isNumberLocked(parts, number),
  ])
  const staff = found?.disabled_at ? undefined : found
  const matches = await verifyPassword(password, staff?.password_hash)
  if (staff ? isLocked(parts, staff) : isUnknownLocked) return fail('SIGN_IN_LOCKED')
  if (!staff) return countUnknown(parts, number)
  if (!matches) return countFailure(parts, staff, traceId)
  const signedIn = await inTransaction(parts.db, async (tx) => {
    // Asked again under the row's lock: guesses sent at the same moment are counted one by one, and a code works once.
    const current = await lockRow(tx, staff.id)
    if (isLocked(parts, current)) return fail('SIGN_IN_LOCKED')
    const isCurrent = !current.disabled_at && current.password_hash === staff.password_hash
    const factor = isCurrent ? secondFactorOf(parts, current, code) : undefined
    if (!factor) return fail('SIGN_IN_FAILED')
    await tx
      .updateTable('staff')
      .set({ failed_attempts: 0, locked_until: null, ...factor })
      .where('id', '=', staff.id)
      .execute()
    const token = await openSession(parts, tx, staff.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'signedIn',
      object: { kind: 'staff', id: staff.id },
      traceId,
    })
    return done({ token, mustChangePassword: current.must_change_password })
  })
  return !signedIn.ok && signedIn.code === 'SIGN_IN_FAILED' ? countFailure(parts, staff, traceId) : signedIn
}

/**
 * What a right second factor changes in the row, or undefined for a wrong one. An account without one passes in a
 * demonstration only, where the sample accounts are for anybody who tries it out.
 */
function secondFactorOf(parts: Parts, row: StaffRow, code: string): { totp_step?: number } | undefined {
  const secret = totpSecretOf(parts, row)
  if (!secret) return parts.mode === 'demo' ? {} : undefined
  const last = row.totp_step === null ? undefined : Number(row.totp_step)
  const step = stepOfCode(secret, code, parts.clock(), last)
  return step === undefined ? undefined : { totp_step: step }
}

async function openSession({ clock, limits }: Parts, tx: Tx, staffId: string): Promise<string> {
  const [token, now] = [newToken(), clock()]
  await tx
    .insertInto('staff_session')
    .values({
      token_hash: hashToken(token),
      staff_id: staffId,
      form_token: newToken(),
      created_at: now,
      last_used_at: now,
      expires_at: later(now, limits.staffSession.absoluteMs),
      revoked_at: null,
    })
    .execute()
  return token
}

const touchEveryMs = minutes(1)

/**
 * The person behind a cookie. Role, division and a dismissal count from this request on.
 * @returns `NOT_SIGNED_IN`, or `SESSION_EXPIRED` after 15 idle minutes or the end of the day's session
 */
export async function staffOf(parts: Parts, token: string | undefined): Promise<Result<Staff>> {
  if (!token) return fail('NOT_SIGNED_IN')
  const tokenHash = hashToken(token)
  const row = await parts.db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select([
      'staff.id',
      'number',
      'name',
      'role',
      'division',
      'department',
      'must_change_password',
      'may_protect',
      'may_see_confidential',
      'disabled_at',
    ])
    .select(['form_token', 'last_used_at', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row || row.revoked_at || row.disabled_at) return fail('NOT_SIGNED_IN')
  const now = parts.clock()
  if (now >= row.expires_at || now >= later(row.last_used_at, parts.limits.staffSession.idleMs))
    return fail('SESSION_EXPIRED')
  if (now >= later(row.last_used_at, touchEveryMs)) {
    await parts.db
      .updateTable('staff_session')
      .set({ last_used_at: now })
      .where('token_hash', '=', tokenHash)
      .execute()
  }
  const { id, number, name, role, division, department, must_change_password, form_token } = row
  return done({
    id,
    number,
    name,
    role,
    division,
    department,
    office: staffOffice(row),
    mustChangePassword: must_change_password,
    mayProtect: row.may_protect && role === 'district',
    maySeeConfidential: row.may_see_confidential && role === 'district',
    tokenHash,
    formToken: form_token,
  })
}

export async function signOutStaff(parts: Parts, staff: Staff, traceId: string): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    await tx
      .updateTable('staff_session')
      .set({ revoked_at: parts.clock() })
      .where('token_hash', '=', staff.tokenHash)
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'signedOut',
      object: { kind: 'staff', id: staff.id },
      traceId,
    })
    return done(undefined)
  })
}

/**
 * Changes the password; every session ends and a new one begins.
 * @returns the new session; `SIGN_IN_FAILED` when the current password is wrong (counted like a failed sign-in),
 * `SIGN_IN_LOCKED`, `INVALID_FIELD` for a new one that is too short, too long or the same, `NOT_SIGNED_IN` when the
 * session, the password or the account ended meanwhile
 */
export async function changePassword(
  parts: Parts,
  staff: Staff,
  { current, next }: { current: string; next: string },
  traceId: string,
): Promise<Result<StaffSession>> {
  const row = await staffByNumber(parts.db, staff.number)
  if (!row) return fail('NOT_SIGNED_IN')
  if (isLocked(parts, row)) return fail('SIGN_IN_LOCKED')
  if (!(await verifyPassword(current, row.password_hash))) return countFailure(parts, row, traceId)
  const length = Array.from(next).length
  if (length < passwordRule.minLength || length > passwordRule.maxLength || next === current)
    return fail('INVALID_FIELD', 'next')
  const passwordHash = await hashPassword(next)
  return inTransaction(parts.db, async (tx) => {
    // Asked again under the row's lock: an administrator may have reset or disabled the account meanwhile.
    const now = await lockRow(tx, staff.id)
    const isCurrent = !now.disabled_at && now.password_hash === row.password_hash
    if (!isCurrent || !(await isLive(tx, staff.tokenHash))) return fail('NOT_SIGNED_IN')
    if (isLocked(parts, now)) return fail('SIGN_IN_LOCKED')
    await tx
      .updateTable('staff')
      .set({ password_hash: passwordHash, must_change_password: false, failed_attempts: 0 })
      .where('id', '=', staff.id)
      .execute()
    await endSessions(parts, tx, staff.id)
    const token = await openSession(parts, tx, staff.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'passwordChanged',
      object: { kind: 'staff', id: staff.id },
      traceId,
    })
    return done({ token, mustChangePassword: false })
  })
}

async function isLive(tx: Tx, tokenHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff_session')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
