import { sql } from 'kysely'
import type { Holdings, OwnCase } from '@contracts/rights'
import { holdingKinds, type HoldingKind } from '@domain/rights/holdings'
import type { Parts } from '../../parts'
import { done, type Result } from '../../result'
import type { ApplicationRow } from '../../store/applications'
import { consentsOfCases, ownConsentFrom } from '../../store/consents'
import { correctionFrom, correctionsOfCases } from '../../store/corrections'
import { reading, type Database, type Tx } from '../../store/database'
import { copiesOf } from './copies'
import { deletionAnswersOf } from './deletion'

/**
 * What is kept about this account: kinds with counts, its cases with their consents, and what it has asked for.
 * A protection record is in no count. Source: PIPL 45; law-and-rules §5, S06.
 */
export async function holdingsOf(parts: Parts, accountId: string): Promise<Result<Holdings>> {
  return done({
    kinds: await countedKinds(parts.db, accountId),
    cases: await ownCases(parts, await everyCaseOf(parts.db, accountId)),
    copies: await copiesOf(parts, accountId),
  })
}

/** Also those that are only stored: that they exist is no secret to who filed them. */
export function everyCaseOf(db: Database, accountId: string): Promise<ApplicationRow[]> {
  return db
    .selectFrom('application')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
}

/** One question a table, however many cases there are. */
async function ownCases(parts: Parts, rows: readonly ApplicationRow[]): Promise<OwnCase[]> {
  const ids = rows.map(({ id }) => id)
  const [consents, corrections, answers] = await reading(parts.db, (one) =>
    Promise.all([consentsOfCases(one, ids), correctionsOfCases(one, ids), deletionAnswersOf(one, rows)]),
  )
  const consentsBy = groupedBy(consents, ({ applicationId }) => applicationId)
  const correctionsBy = groupedBy(corrections, ({ application_id }) => application_id)
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.case_number,
    status: row.status,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    consents: (consentsBy.get(row.id) ?? []).map(ownConsentFrom),
    corrections: row.frozen_at
      ? []
      : (correctionsBy.get(row.id) ?? []).map((one) => correctionFrom(parts, one)),
    deletionAnswer: answers.get(row.id) ?? null,
  }))
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Which rows of a kind are this account's. `$` stands for the account. */
const rowsOfKind: Record<HoldingKind, (accountId: string) => ReturnType<typeof sql<{ count: string }>>> = {
  account: (id) => sql`select count(*) from account where id = ${id}`,
  session: (id) => sql`select count(*) from citizen_session where account_id = ${id}`,
  application: (id) => sql`select count(*) from application where account_id = ${id}`,
  attachedPhoto: (id) =>
    sql`select count(*) from attachment where account_id = ${id} and application_id is not null`,
  loosePhoto: (id) =>
    sql`select count(*) from attachment where account_id = ${id} and application_id is null`,
  caseEvent: (id) =>
    sql`select count(*) from case_event join application on application.id = case_event.application_id
        where application.account_id = ${id}`,
  consent: (id) => sql`select count(*) from consent where account_id = ${id}`,
  consentWithdrawal: (id) => sql`select count(*) from consent_withdrawal where account_id = ${id}`,
  correction: (id) => sql`select count(*) from correction where account_id = ${id}`,
  deletionRefusal: (id) => sql`select count(*) from deletion_refusal where account_id = ${id}`,
  copy: (id) => sql`select count(*) from data_copy where account_id = ${id}`,
  requestKey: (id) => sql`select count(*) from idempotency where account_id = ${id}`,
  message: (id) => sql`select count(*) from outbox where account_id = ${id}`,
  messageGrant: (id) => sql`select count(*) from message_grant where account_id = ${id}`,
  // Only what this account did itself: who else looked is told elsewhere, without those who protect a child.
  auditEntry: (id) => sql`select count(*) from audit where actor_kind = 'citizen' and actor_id = ${id}`,
}

/** Every kind with its number of rows. */
export function countedKinds(db: Database, accountId: string): Promise<Holdings['kinds']> {
  const countOf = async (one: Tx, kind: HoldingKind) => {
    const { rows } = await rowsOfKind[kind](accountId).execute(one)
    return { kind, count: Number(rows[0]?.count ?? 0) }
  }
  return reading(db, (one) => Promise.all(holdingKinds.map((kind) => countOf(one, kind))))
}
