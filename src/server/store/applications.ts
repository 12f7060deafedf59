import { sql, type ExpressionBuilder, type Insertable, type Selectable } from 'kysely'
import type { ApplicantDetails, ChildDetails, PaperHandedIn } from '@contracts/applications'
import type { FamilyFacts } from '@domain/eligibility/facts'
import type { Department } from '@domain/services/departments'
import type { Details } from '@domain/services/details'
import type { CaseStatus, Procedure } from '@domain/tracking/machine'
import { randomInt } from 'node:crypto'
import type { Parts } from '../parts'
import type { Advice } from '../usecases/advice'
import type { Database, Tx } from './database'
import { prepared } from './prepared'
import { placeOf } from './sealedColumns'
import type { StaffRole, Tables } from './tables'

export type ApplicationRow = Selectable<Tables['application']>

/** Named one by one: only then the database prepares a statement once (see `pool.ts`). */
const columns = [
  'id',
  'case_number',
  'account_id',
  'service',
  'procedure',
  'department',
  'confidential',
  'hukou_division',
  'intake_division',
  'deciding_division',
  'street_assignee',
  'district_assignee',
  'status',
  'version',
  'policy_version',
  'settings_version',
  'form_version',
  'child_hmac',
  'sealed',
  'created_at',
  'updated_at',
  'frozen_at',
] as const satisfies readonly (keyof ApplicationRow)[]

/** The sealed part of a row: what the family handed in, and the server's own reading of it. */
export interface SealedApplication {
  applicant: ApplicantDetails
  child: ChildDetails
  facts: FamilyFacts
  /** What only this matter asks; an earlier release stored none. */
  details?: Details
  papers: PaperHandedIn[]
  /** The rules' answer on the day of submission. Advice only: people decide. */
  advice: Advice
  /** What the family had added after filing it. */
  remarks?: string[]
}

const sealedPlace = (id: string) => placeOf('application.sealed', id)

export function sealApplication({ envelope }: Parts, id: string, sealed: SealedApplication): Buffer {
  return envelope.sealJson(sealed, sealedPlace(id))
}

export function openApplication(
  { envelope }: Parts,
  row: Pick<ApplicationRow, 'id' | 'sealed'>,
): SealedApplication {
  return envelope.openJson(row.sealed, sealedPlace(row.id))
}

/** Twelve random digits: they tell nothing about the child, the scheme or the day. */
const newCaseNumber = () => String(randomInt(1_000_000_000_000)).padStart(12, '0')

/** Inserts under a case number that is free. @returns the number */
export async function insertApplication(
  tx: Tx,
  row: Omit<Insertable<Tables['application']>, 'case_number'>,
): Promise<string> {
  for (let tries = 0; tries < 5; tries += 1) {
    const caseNumber = newCaseNumber()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('application')
      .values({ ...row, case_number: caseNumber })
      .onConflict((conflict) => conflict.column('case_number').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return caseNumber
  }
  throw new Error('no free case number in five tries')
}

export function ownApplications(db: Database, accountId: string, limit: number): Promise<ApplicationRow[]> {
  return db
    .selectFrom('application')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('frozen_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute()
}

/** The owner is part of the question: a foreign id is as good as none. */
export async function ownApplication(
  db: Database | Tx,
  accountId: string,
  id: string,
): Promise<ApplicationRow | undefined> {
  const [row] = await ownWith(db, accountId, id)
  return row
}

const ownWith = prepared((db, accountId: string, id: string) =>
  db
    .selectFrom('application')
    .select(columns)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('frozen_at', 'is', null),
)

/** Different children this account applied for since then, under every key of the ring, how often and when it last did. */
export async function childrenSince(
  db: Tx,
  accountId: string,
  since: Date,
): Promise<{ hmac: string; at: Date; count: number }[]> {
  return db
    .selectFrom('application')
    .select(({ fn }) => [
      'child_hmac as hmac',
      fn.max('created_at').as('at'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('account_id', '=', accountId)
    .where('created_at', '>', since)
    .groupBy('child_hmac')
    .execute()
}

/** 150302 is a district, 150302001 a street of it. */
const districtDigits = 6

/** A person of the desk: which, and of which office. */
export interface Scope {
  id: string
  role: StaffRole
  division: string
  /** Counts for an officer of a district. */
  department: Department
  maySeeConfidential: boolean
}

type OfApplication = ExpressionBuilder<Tables, 'application'>

/** Where a case says who of an office works on it. */
export const assigneeOf = { street: 'street_assignee', district: 'district_assignee' } as const

/** The cases that each role has a part in. */
export const proceduresOf: Record<StaffRole, readonly Procedure[]> = {
  street: ['streetThenDistrict', 'streetAlone', 'passedOn'],
  district: ['streetThenDistrict', 'districtAlone'],
}

/**
 * The cases of an office: nothing that may only be stored, nothing that goes another way, and what is confidential only
 * with the permission for it.
 */
function ofOffice(of: OfApplication, scope: Scope) {
  const { eb } = of
  const all = eb('frozen_at', 'is', null)
    .and('procedure', 'in', proceduresOf[scope.role])
    .and(scope.role === 'district' ? ofDepartment(of, scope) : ofStreet(of, scope))
  return scope.maySeeConfidential ? all : all.and('confidential', '=', false)
}

/** The beginning of an index. */
function ofDepartment({ eb }: OfApplication, { division, department }: Scope) {
  return eb('deciding_division', '=', division).and('department', '=', department)
}

/** A street account with six digits stands for all streets of the district. Each is the beginning of an index. */
function ofStreet({ eb }: OfApplication, { division }: Scope) {
  return division.length === districtDigits
    ? eb(sql<string>`left(intake_division, 6)`, '=', division)
    : eb('intake_division', '=', division)
}

/**
 * What a person of the desk may see, as part of the query: the cases of the office that nobody of it works on yet, and
 * those that are this person's. A colleague's case is as good as none. Source: law-and-rules L07, threats T7.
 */
export function within(scope: Scope) {
  return (of: OfApplication) => ofOffice(of, scope).and(of.or([isFree(of, scope), isOwn(of, scope)]))
}

const isFree = ({ eb }: OfApplication, { role }: Scope) => eb(assigneeOf[role], 'is', null)
const isOwn = ({ eb }: OfApplication, { id, role }: Scope) => eb(assigneeOf[role], '=', id)

/** @returns nothing outside the scope */
export function applicationWithin(
  db: Database | Tx,
  scope: Scope,
  id: string,
): Promise<ApplicationRow | undefined> {
  return db
    .selectFrom('application')
    .select(columns)
    .where('id', '=', id)
    .where(within(scope))
    .executeTakeFirst()
}

/**
 * Says who works on a case for the role of this person, if the person may see it at this moment: of two who take it at
 * once the second finds it taken, and waits until then.
 * @param assignee null: nobody, whoever acts next takes it
 * @returns whether it is so now
 */
export async function assignWithin(
  tx: Tx,
  scope: Scope,
  id: string,
  assignee: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('application')
    .set({ [assigneeOf[scope.role]]: assignee })
    .where('id', '=', id)
    .where(within(scope))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Nobody's again, for whoever leaves. @returns how many cases */
export async function freeCasesOf(tx: Tx, staffId: string): Promise<number> {
  const free = (column: (typeof assigneeOf)[StaffRole]) =>
    tx
      .updateTable('application')
      .set({ [column]: null })
      .where(column, '=', staffId)
      .executeTakeFirstOrThrow()
  const freed = await Promise.all(Object.values(assigneeOf).map(free))
  return freed.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0)
}

/**
 * Other cases of the same child and service in the whole city: a child without a number is none that could be found
 * again. For staff only: two families never learn of each other.
 */
export async function sameChild(parts: Parts, { id, sealed, service }: ApplicationRow): Promise<number> {
  // Asked anew from the number: the other case may stand under an older key.
  const { idNumber } = openApplication(parts, { id, sealed }).child
  if (idNumber === undefined) return 0
  const row = await parts.db
    .selectFrom('application')
    .select(sql<string>`count(*)`.as('count'))
    .where('child_hmac', 'in', parts.keyring.indexes('child', idNumber))
    .where('service', '=', service)
    .where('id', '!=', id)
    .where('status', '!=', 'withdrawn')
    .where('frozen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Where cases stand, of one or several procedures. */
export interface Stand {
  status: CaseStatus
  procedures: readonly Procedure[]
}

/**
 * Cases of a scope that stand somewhere, by the time they got there. Each stand is asked for itself, and the person's
 * own apart from those of nobody: an index gives the first of one kind in order, and would have to sort all of several.
 */
export async function queueWithin(
  db: Database | Tx,
  scope: Scope,
  stands: readonly Stand[],
  order: 'asc' | 'desc',
  limit: number,
): Promise<ApplicationRow[]> {
  const ofKind = ({ status, procedures }: Stand, whose: typeof isOwn) =>
    db
      .selectFrom('application')
      .select(columns)
      .where((of) => ofOffice(of, scope).and(whose(of, scope)))
      .where('procedure', 'in', procedures)
      .where('status', '=', status)
      .orderBy('updated_at', order)
      .limit(limit)
      .execute()
  const kinds = stands.flatMap((stand) => [isOwn, isFree].map((whose) => ofKind(stand, whose)))
  const rows = (await Promise.all(kinds)).flat()
  const sign = order === 'asc' ? 1 : -1
  return rows
    .sort((one, other) => sign * (one.updated_at.getTime() - other.updated_at.getTime()))
    .slice(0, limit)
}

/** A case that a colleague works on, as far as others of the office are told. */
export interface ColleaguesRow extends Pick<
  ApplicationRow,
  'id' | 'account_id' | 'case_number' | 'service' | 'procedure' | 'status'
> {
  assignee: string
}

/** Cases of a person's office that somebody else of it works on, the longest waiting first. */
export function withColleagues(
  db: Database,
  scope: Scope,
  statuses: readonly CaseStatus[],
  limit: number,
): Promise<ColleaguesRow[]> {
  const assignee = assigneeOf[scope.role]
  return db
    .selectFrom('application')
    .select(['id', 'account_id', 'case_number', 'service', 'procedure', 'status', `${assignee} as assignee`])
    .where((of) => ofOffice(of, scope))
    .where('status', 'in', statuses)
    .where(assignee, '!=', scope.id)
    .orderBy('updated_at')
    .limit(limit)
    .$narrowType<{ assignee: string }>()
    .execute()
}

/** Cases of a scope in which the family wants something corrected, the longest waiting first. */
export function withWaitingCorrections(db: Database, scope: Scope, limit: number): Promise<ApplicationRow[]> {
  return db
    .selectFrom('application')
    .select(columns)
    .where(within(scope))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('correction')
          .select('correction.id')
          .whereRef('correction.application_id', '=', 'application.id')
          .where('correction.status', '=', 'waiting'),
      ),
    )
    .orderBy('updated_at')
    .limit(limit)
    .execute()
}
