import { recordAudits, type AuditEntry, type AuditParts } from '../audit/record'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import {
  applicationWithin,
  assigneeOf,
  assignWithin,
  proceduresOf,
  type ApplicationRow,
} from '../store/applications'
import { inTransaction, type Database, type Tx } from '../store/database'
import {
  holdActive,
  staffByNumber,
  staffFor,
  staffOffice,
  type CaseOffice,
  type StaffRow,
} from '../store/staff'
import type { StaffRole } from '../store/tables'
import type { Staff } from './staffSignIn'

/** Somebody a case can be handed to. */
export type Colleague = Pick<StaffRow, 'id' | 'name' | 'number'>

/**
 * Takes a case for the role of whoever does something to it; who has it keeps it. Before the case is locked otherwise.
 * @param keeps false: whoever acts next takes it
 * @returns `STALE_VERSION` when a colleague was faster, `NOT_SIGNED_IN` for who has just left
 * Source: law-and-rules L07, threats T7.
 */
export async function takeCase(
  tx: Tx,
  staff: Staff,
  applicationId: string,
  keeps = true,
): Promise<Result<undefined>> {
  if (!(await holdActive(tx, staff.id))) return fail('NOT_SIGNED_IN')
  const isTaken = await assignWithin(tx, staff, applicationId, keeps ? staff.id : null)
  return isTaken ? done(undefined) : fail('STALE_VERSION')
}

/**
 * Whom a person can hand a case to: colleagues of the same role who may work on it.
 * @returns nothing while nobody works on the case: whoever acts first takes it
 */
export async function colleaguesFor(
  db: Database | Tx,
  { id, role }: Pick<Staff, 'id' | 'role'>,
  row: ApplicationRow,
): Promise<Colleague[] | undefined> {
  if (row[assigneeOf[role]] !== id) return undefined
  const everybody = await staffFor(db, officeOf(row, role))
  return everybody.filter((one) => one.id !== id).map(({ id, name, number }) => ({ id, name, number }))
}

/** Whose work on a case a role does. */
const officeOf = (row: ApplicationRow, role: StaffRole): CaseOffice => ({
  role,
  division: role === 'district' ? row.deciding_division : row.intake_division,
  department: row.department,
  isConfidential: row.confidential,
})

/**
 * Hands a case to a colleague. From then on the giver does not see it any more.
 * @returns `NOT_FOUND` for a case that is not this person's to see, `NOT_ALLOWED_IN_STATE` while nobody works on it,
 * `INVALID_FIELD` for who is no colleague, `STALE_VERSION` when it was handed on meanwhile
 */
export function handOver(
  parts: Parts,
  staff: Staff,
  { applicationId, colleagueId }: { applicationId: string; colleagueId: string },
  traceId: string,
): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    if (staff.mustChangePassword) return fail('FORBIDDEN')
    const row = await applicationWithin(tx, staff, applicationId)
    if (!row) return fail('NOT_FOUND')
    const colleagues = await colleaguesFor(tx, staff, row)
    if (!colleagues) return fail('NOT_ALLOWED_IN_STATE')
    const isColleague = colleagues.some(({ id }) => id === colleagueId)
    if (!isColleague || !(await holdActive(tx, colleagueId))) return fail('INVALID_FIELD', 'colleague')
    if (!(await assignWithin(tx, staff, applicationId, colleagueId))) return fail('STALE_VERSION')
    const by = { actor: { kind: 'staff', id: staff.id } as const, traceId }
    await recordAudits(parts, tx, handedOver(by, row, colleagueId))
    return done(undefined)
  })
}

/**
 * Gives a case to a person for the role of that person, once somebody who answers for it has agreed; whoever had it is
 * not asked.
 * @returns who has it now and for which office; `NOT_FOUND` with `case` or `to` for an unknown number or somebody who
 * has left, `FORBIDDEN` with `to` for somebody of another office
 */
export function handByCommand(
  { db, ...parts }: AuditParts & { db: Database },
  { caseNumber, number }: { caseNumber: string; number: string },
): Promise<Result<{ name: string; office: string }>> {
  return inTransaction(db, async (tx) => {
    const row = await filedCase(tx, caseNumber)
    if (!row) return fail('NOT_FOUND', 'case')
    const person = await staffByNumber(tx, number)
    if (!person || !(await holdActive(tx, person.id))) return fail('NOT_FOUND', 'to')
    const { id, name, role } = person
    const mayWorkOnIt =
      proceduresOf[role].includes(row.procedure) &&
      (await staffFor(tx, officeOf(row, role))).some((one) => one.id === id)
    if (!mayWorkOnIt) return fail('FORBIDDEN', 'to')
    await tx
      .updateTable('application')
      .set({ [assigneeOf[role]]: id })
      .where('id', '=', row.id)
      .execute()
    await recordAudits(parts, tx, handedOver({ actor: { kind: 'command' } }, row, id))
    return done({ name, office: staffOffice(person) })
  })
}

function filedCase(tx: Tx, caseNumber: string): Promise<ApplicationRow | undefined> {
  return tx
    .selectFrom('application')
    .selectAll()
    .where('case_number', '=', caseNumber)
    .where('frozen_at', 'is', null)
    .executeTakeFirst()
}

/** Of which case, and to whom. */
function handedOver(
  by: Pick<AuditEntry, 'actor' | 'traceId'>,
  { id, account_id }: ApplicationRow,
  to: string,
): AuditEntry[] {
  const of = { applicationId: id, accountId: account_id }
  const objects = [{ kind: 'application', id } as const, { kind: 'staff', id: to } as const]
  return objects.map((object) => ({ ...by, action: 'caseHandedOver', object, of }))
}
