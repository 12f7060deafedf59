import { sql, type ExpressionBuilder, type Insertable, type Selectable } from 'kysely'
import type { ApplicantDetails, ChildDetails, PaperHandedIn } from '@contracts/applications'
import type { FamilyFacts } from '@domain/eligibility/facts'
import type { CaseStatus } from '@domain/tracking/machine'
import { randomInt } from 'node:crypto'
import type { Parts } from '../parts'
import type { Advice } from '../usecases/advice'
import type { Database, Tx } from './database'
import { placeOf } from './sealedColumns'
import type { StaffRole, Tables } from './tables'

export type ApplicationRow = Selectable<Tables['application']>

/** The sealed part of a row: what the family handed in, and the server's own reading of it. */
export interface SealedApplication {
  applicant: ApplicantDetails
  child: ChildDetails
  facts: FamilyFacts
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
    .selectAll()
    .where('account_id', '=', accountId)
    .where('frozen_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute()
}

/** The owner is part of the question: a foreign id is as good as none. */
export function ownApplication(
  db: Database | Tx,
  accountId: string,
  id: string,
): Promise<ApplicationRow | undefined> {
  return db
    .selectFrom('application')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('frozen_at', 'is', null)
    .executeTakeFirst()
}

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

export interface Scope {
  role: StaffRole
  division: string
}

/**
 * What a person of the desk may see, as part of the query: nothing that may only be stored. A street account with six
 * digits stands for all streets of the district. Each of the three conditions is the beginning of an index.
 */
export function within({ role, division }: Scope) {
  return ({ eb }: ExpressionBuilder<Tables, 'application'>) =>
    eb('frozen_at', 'is', null).and(
      role === 'district'
        ? eb('deciding_division', '=', division)
        : division.length === districtDigits
          ? eb(sql<string>`left(intake_division, 6)`, '=', division)
          : eb('intake_division', '=', division),
    )
}

/** @returns nothing outside the scope */
export function applicationWithin(
  db: Database | Tx,
  scope: Scope,
  id: string,
): Promise<ApplicationRow | undefined> {
  return db.selectFrom('application').selectAll().where('id', '=', id).where(within(scope)).executeTakeFirst()
}

/** Other cases of the same child and service in the whole city. For staff only: two families never learn of each other. */
export async function sameChild(parts: Parts, { id, sealed, service }: ApplicationRow): Promise<number> {
  // Asked anew from the number: the other case may stand under an older key.
  const { child } = openApplication(parts, { id, sealed })
  const row = await parts.db
    .selectFrom('application')
    .select(sql<string>`count(*)`.as('count'))
    .where('child_hmac', 'in', parts.keyring.indexes('child', child.idNumber))
    .where('service', '=', service)
    .where('id', '!=', id)
    .where('status', '!=', 'withdrawn')
    .where('frozen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * Cases of a scope in some statuses, by the time they got there. Each status is asked for itself: an index gives the
 * first of one status in order, and would have to sort all of several.
 */
export async function queueWithin(
  db: Database | Tx,
  scope: Scope,
  statuses: readonly CaseStatus[],
  order: 'asc' | 'desc',
  limit: number,
): Promise<ApplicationRow[]> {
  const ofStatus = (status: CaseStatus) =>
    db
      .selectFrom('application')
      .selectAll()
      .where(within(scope))
      .where('status', '=', status)
      .orderBy('updated_at', order)
      .limit(limit)
      .execute()
  const rows = (await Promise.all(statuses.map(ofStatus))).flat()
  const sign = order === 'asc' ? 1 : -1
  return rows
    .sort((one, other) => sign * (one.updated_at.getTime() - other.updated_at.getTime()))
    .slice(0, limit)
}

/** Cases of a scope in which the family wants something corrected, the longest waiting first. */
export function withWaitingCorrections(db: Database, scope: Scope, limit: number): Promise<ApplicationRow[]> {
  return db
    .selectFrom('application')
    .selectAll()
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
