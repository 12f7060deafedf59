import { randomInt, randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { districtOf, divisionName, streetOf } from '@domain/divisions/division'
import { recordAudit } from '../audit/record'
import { hashPassword, newPassword } from '../crypto/password'
import type { Parts } from '../parts'
import { inTransaction, type Database, type Tx } from './database'
import { done, fail, type Result } from '../result'
import type { StaffRole, Tables } from './tables'

export type StaffRow = Selectable<Tables['staff']>

type StaffParts = Pick<Parts, 'db' | 'clock'>

export interface NewStaff {
  name: string
  role: StaffRole
  division: string
}

/** Printed once; only the hash stays. */
export interface FirstPassword {
  number: string
  password: string
}

/** Whether this role can work in this division: a district decides as a whole, a street may stand for all of them. */
export function mayWorkIn(role: StaffRole, division: string): boolean {
  if (districtOf(division)?.code === division) return true
  return role === 'street' && streetOf(division) !== undefined
}

/** What people call the office, e.g. 海勃湾区凤凰岭街道 or 海勃湾区民政局. */
export function staffOffice({ role, division }: Pick<NewStaff, 'role' | 'division'>): string {
  const place = divisionName(division) ?? division
  if (role === 'district') return `${place}民政局`
  return streetOf(division) ? place : `${place}各街道（镇）`
}

/**
 * Adds an account with a first password that must be changed at the first sign-in.
 * @returns `INVALID_FIELD` when the division is none the role works in
 */
export async function addStaff(
  parts: StaffParts,
  { name, role, division }: NewStaff,
): Promise<Result<FirstPassword>> {
  if (!mayWorkIn(role, division)) return fail('INVALID_FIELD', 'division')
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(parts.db, async (tx) => {
    const [id, number] = [randomUUID(), await freeNumber(tx)]
    await tx
      .insertInto('staff')
      .values({
        id,
        number,
        name,
        role,
        division,
        password_hash: passwordHash,
        must_change_password: true,
        failed_attempts: 0,
        locked_until: null,
        disabled_at: null,
        created_at: parts.clock(),
      })
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'staffAdded',
      object: { kind: 'staff', id },
    })
    return done({ number, password })
  })
}

export function listStaff(db: Database): Promise<StaffRow[]> {
  return db.selectFrom('staff').selectAll().orderBy('created_at').orderBy('number').execute()
}

/** Out at the next request, with every session. @returns `NOT_FOUND` for an unknown number */
export function disableStaff(parts: StaffParts, number: string): Promise<Result<undefined>> {
  return changeByNumber(parts, number, 'staffDisabled', { disabled_at: parts.clock() }, undefined)
}

/** A new first password; the lock and every session are gone. */
export async function resetPassword(parts: StaffParts, number: string): Promise<Result<FirstPassword>> {
  const password = newPassword()
  const change = {
    password_hash: await hashPassword(password),
    must_change_password: true,
    failed_attempts: 0,
    locked_until: null,
  }
  return changeByNumber(parts, number, 'passwordReset', change, { number, password })
}

function changeByNumber<T>(
  parts: StaffParts,
  number: string,
  action: 'staffDisabled' | 'passwordReset',
  change: Partial<Omit<StaffRow, 'id' | 'number' | 'created_at'>>,
  value: T,
): Promise<Result<T>> {
  return inTransaction(parts.db, async (tx) => {
    const row = await tx
      .updateTable('staff')
      .set(change)
      .where('number', '=', number)
      .returning('id')
      .executeTakeFirst()
    if (!row) return fail('NOT_FOUND')
    await endSessions(parts, tx, row.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action,
      object: { kind: 'staff', id: row.id },
    })
    return done(value)
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
