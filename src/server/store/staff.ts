import { randomInt, randomUUID } from 'node:crypto'
import type { Selectable, Updateable } from 'kysely'
import { districtOf, shortName, streetOf } from '@domain/divisions/division'
import { departmentOf, type Department } from '@domain/services/departments'
import { recordAudit, type AuditAction } from '../audit/record'
import type { Envelope } from '../crypto/envelope'
import { hashPassword, newPassword } from '../crypto/password'
import { base32, newTotpSecret, otpauthAddress } from '../crypto/totp'
import type { Parts } from '../parts'
import { freeCasesOf } from './applications'
import { inTransaction, type Database, type Tx } from './database'
import { done, fail, type Result } from '../result'
import { placeOf } from './sealedColumns'
import type { StaffRole, Tables } from './tables'

export type StaffRow = Selectable<Tables['staff']>

type StaffParts = Pick<Parts, 'db' | 'clock'>

export interface NewStaff {
  name: string
  role: StaffRole
  division: string
  /** Of an officer of a district; absent: civil affairs. */
  department?: Department
}

/** Printed once; only the hash and the sealed secret stay. */
export interface FirstPassword {
  number: string
  password: string
  secondFactor?: SecondFactor
}

/** For the person's authenticator app: the secret to type, and the same as an address. */
export interface SecondFactor {
  secret: string
  address: string
}

const totpPlace = (id: string) => placeOf('staff.totp_sealed', id)

/** Whether this role can work in this division: a district decides as a whole, a street may stand for all of them. */
export function mayWorkIn(role: StaffRole, division: string): boolean {
  if (districtOf(division)?.code === division) return true
  return role === 'street' && streetOf(division) !== undefined
}

/** What people call the office, e.g. 海勃湾区凤凰岭街道 or 海勃湾区民政局. */
export function staffOffice({ role, division, department }: Omit<NewStaff, 'name'>): string {
  if (role === 'district') return departmentOf(department ?? 'civilAffairs', division)
  const place = shortName(division) ?? division
  return streetOf(division) ? place : `${place}各街道（镇）`
}

/**
 * Adds an account with a first password that must be changed at the first sign-in.
 * @param envelope seals the secret of the second factor; without it the account has none and can sign in to a
 * demonstration only
 * @returns `INVALID_FIELD` when the division is none the role works in
 */
export async function addStaff(
  parts: StaffParts,
  { name, role, division, department }: NewStaff,
  envelope?: Envelope,
): Promise<Result<FirstPassword>> {
  if (!mayWorkIn(role, division)) return fail('INVALID_FIELD', 'division')
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(parts.db, async (tx) => {
    const [id, number] = [randomUUID(), await freeNumber(tx)]
    const { sealed, secondFactor } = newSecondFactor(envelope, { id, number })
    await tx
      .insertInto('staff')
      .values({
        id,
        number,
        name,
        role,
        division,
        department,
        password_hash: passwordHash,
        must_change_password: true,
        failed_attempts: 0,
        locked_until: null,
        disabled_at: null,
        created_at: parts.clock(),
        totp_sealed: sealed,
      })
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'staffAdded',
      object: { kind: 'staff', id },
    })
    return done({ number, password, secondFactor })
  })
}

function newSecondFactor(
  envelope: Envelope | undefined,
  { id, number }: Pick<StaffRow, 'id' | 'number'>,
): { sealed: Buffer | null; secondFactor?: SecondFactor } {
  if (!envelope) return { sealed: null }
  const secret = newTotpSecret()
  const address = otpauthAddress(secret, '乌海童护工作台', number)
  return { sealed: envelope.seal(secret, totpPlace(id)), secondFactor: { secret: base32(secret), address } }
}

/** The secret of a person's second factor, or undefined for an account without one. @throws SealBroken */
export function totpSecretOf(
  { envelope }: Pick<Parts, 'envelope'>,
  { id, totp_sealed: sealed }: Pick<StaffRow, 'id' | 'totp_sealed'>,
): Buffer | undefined {
  return sealed ? envelope.open(sealed, totpPlace(id)) : undefined
}

export function listStaff(db: Database): Promise<StaffRow[]> {
  return db.selectFrom('staff').selectAll().orderBy('created_at').orderBy('number').execute()
}

/**
 * Out at the next request, with every session; the person's cases are nobody's again.
 * @returns how many cases that were, or `NOT_FOUND` for an unknown number
 */
export function disableStaff(parts: StaffParts, number: string): Promise<Result<number>> {
  return changeByNumber(parts, number, 'staffDisabled', async ({ id, disabled_at }, tx) =>
    done({ change: { disabled_at: disabled_at ?? parts.clock() }, value: await freeCasesOf(tx, id) }),
  )
}

/** What an officer of a district may see beyond the cases of the office. */
export type Permission = 'protection' | 'confidential'

interface PermissionRow {
  column: 'may_protect' | 'may_see_confidential'
  given: StaffAction
  taken: StaffAction
}

const permissions: Record<Permission, PermissionRow> = {
  protection: { column: 'may_protect', given: 'protectionPermitted', taken: 'protectionForbidden' },
  confidential: {
    column: 'may_see_confidential',
    given: 'confidentialPermitted',
    taken: 'confidentialForbidden',
  },
}

/**
 * Gives an officer of a district a permission or takes it; every session ends.
 * @returns `NOT_FOUND` for an unknown number, `FORBIDDEN` for another role
 */
export function permit(
  parts: StaffParts,
  number: string,
  permission: Permission,
  isGiven: boolean,
): Promise<Result<undefined>> {
  const { column, given, taken } = permissions[permission]
  return changeByNumber(parts, number, isGiven ? given : taken, async ({ role }) =>
    role === 'district' ? done({ change: { [column]: isGiven }, value: undefined }) : fail('FORBIDDEN'),
  )
}

/**
 * A new first password and a new second factor; the lock and every session are gone. This is also the way back for a
 * person who lost the phone with the authenticator app.
 * @param envelope as for {@link addStaff}
 * @returns `NOT_ALLOWED_IN_STATE` for a disabled account: it would get a password that opens nothing
 */
export async function resetPassword(
  parts: StaffParts,
  number: string,
  envelope?: Envelope,
): Promise<Result<FirstPassword>> {
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  return changeByNumber(parts, number, 'passwordReset', async (row) => {
    if (row.disabled_at) return fail('NOT_ALLOWED_IN_STATE')
    const { sealed, secondFactor } = newSecondFactor(envelope, row)
    const change = {
      password_hash: passwordHash,
      must_change_password: true,
      failed_attempts: 0,
      locked_until: null,
      totp_sealed: sealed,
      totp_step: null,
    }
    return done({ change, value: { number, password, secondFactor } })
  })
}

type StaffAction = Extract<
  AuditAction,
  | 'staffDisabled'
  | 'passwordReset'
  | 'protectionPermitted'
  | 'protectionForbidden'
  | 'confidentialPermitted'
  | 'confidentialForbidden'
>

type Change<T> = Result<{ change: Updateable<Tables['staff']>; value: T }>

function changeByNumber<T>(
  parts: StaffParts,
  number: string,
  action: StaffAction,
  decide: (row: StaffRow, tx: Tx) => Promise<Change<T>>,
): Promise<Result<T>> {
  return inTransaction(parts.db, async (tx) => {
    const row = await tx
      .selectFrom('staff')
      .selectAll()
      .where('number', '=', number)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return fail('NOT_FOUND')
    const decided = await decide(row, tx)
    if (!decided.ok) return decided
    await tx.updateTable('staff').set(decided.value.change).where('id', '=', row.id).execute()
    await endSessions(parts, tx, row.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action,
      object: { kind: 'staff', id: row.id },
    })
    return done(decided.value.value)
  })
}

export async function endSessions({ clock }: Pick<Parts, 'clock'>, tx: Tx, staffId: string): Promise<void> {
  await tx
    .updateTable('staff_session')
    .set({ revoked_at: clock() })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .execute()
}

export function staffByNumber(db: Database | Tx, number: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('number', '=', number).executeTakeFirst()
}

/** An office as a case has it. */
export interface CaseOffice {
  role: StaffRole
  /** A street's or, for the district's role, a district's. */
  division: string
  department: Department
  isConfidential: boolean
}

/** The people who may work on a case for one of its offices and have not left, by name. */
export function staffFor(
  db: Database | Tx,
  { role, division, department, isConfidential }: CaseOffice,
): Promise<StaffRow[]> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('role', '=', role)
    .where('division', 'in', [division, division.slice(0, 6)])
    .$if(role === 'district', (query) => query.where('department', '=', department))
    .$if(isConfidential, (query) => query.where('may_see_confidential', '=', true))
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('number')
    .execute()
}

/**
 * Whether a person has not left, and will not until the end of the transaction. Ask before the case is locked: a
 * disabling locks the person first, then the person's cases.
 */
export async function holdActive(tx: Tx, staffId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('disabled_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Names of the people who worked on a case. */
export async function staffNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Six digits that are easy to type and say nothing. */
async function freeNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = String(randomInt(100_000, 1_000_000))
    if (!(await staffByNumber(tx, number))) return number
  }
}
