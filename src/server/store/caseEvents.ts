import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { PaperHandedIn, SupplementRequest } from '@contracts/applications'
import {
  foldCase,
  step,
  type Actor,
  type CaseEventKind,
  type CaseState,
  type Procedure,
} from '@domain/tracking/machine'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import type { Database, Tx } from './database'
import { prepared } from './prepared'
import { placeOf } from './sealedColumns'
import type { Tables } from './tables'

/** The sealed part of an event. */
export interface SealedEvent {
  /** Written reason of a decision. */
  reason?: string
  /** What a correction asks for. */
  supplement?: SupplementRequest
  /** What the family handed in with it. */
  papers?: PaperHandedIn[]
}

export interface StoredEvent extends SealedEvent {
  sequence: number
  kind: CaseEventKind
  by: Actor
  actorId: string
  at: Date
}

const sealedPlace = (applicationId: string, sequence: number) =>
  placeOf('case_event.sealed', applicationId, sequence)

/** Named one by one: only then the database prepares the statement once (see `pool.ts`). */
const columns = ['sequence', 'kind', 'actor_kind', 'actor_id', 'at', 'sealed'] as const

type EventRow = Pick<Selectable<Tables['case_event']>, (typeof columns)[number]>

/** The whole history of a case as it is stored, in order. */
export const eventRows = prepared((db, applicationId: string) =>
  db.selectFrom('case_event').select(columns).where('application_id', '=', applicationId).orderBy('sequence'),
)

/** @param rows of this very case, as {@link eventRows} gives them */
export function openEvents(
  { envelope }: Parts,
  applicationId: string,
  rows: readonly EventRow[],
): StoredEvent[] {
  return rows.map((row) => ({
    sequence: row.sequence,
    kind: row.kind,
    by: row.actor_kind,
    actorId: row.actor_id,
    at: row.at,
    ...(row.sealed
      ? envelope.openJson<SealedEvent>(row.sealed, sealedPlace(applicationId, row.sequence))
      : {}),
  }))
}

/** The whole history of a case, in order. */
export async function eventsOf(
  parts: Parts,
  db: Database | Tx,
  applicationId: string,
): Promise<StoredEvent[]> {
  return openEvents(parts, applicationId, await eventRows(db, applicationId))
}

export interface NewEvent {
  applicationId: string
  accountId: string
  kind: CaseEventKind
  by: Actor
  actorId: string
  detail?: SealedEvent
}

/** Writes an event and what must follow it. The pair (application, sequence) is unique: a case has one history. */
export async function insertEvent(parts: Parts, tx: Tx, event: NewEvent, sequence: number): Promise<void> {
  const now = parts.clock()
  const { applicationId, accountId, detail } = event
  await tx
    .with('written', (query) =>
      query.insertInto('case_event').values({
        application_id: applicationId,
        sequence,
        kind: event.kind,
        actor_kind: event.by,
        actor_id: event.actorId,
        at: now,
        sealed: detail ? parts.envelope.sealJson(detail, sealedPlace(applicationId, sequence)) : null,
      }),
    )
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      account_id: accountId,
      application_id: applicationId,
      event_sequence: sequence,
      created_at: now,
      attempts: 0,
      next_attempt_at: now,
      done_at: null,
    })
    .execute()
}

/** A case before its next event. */
export interface CaseSoFar {
  procedure: Procedure
  history: readonly StoredEvent[]
}

/**
 * Adds the next event of a case: the machine allows it, and nobody was faster.
 * @param seenVersion the version the actor looked at
 * @returns the new state; `STALE_VERSION`, `NOT_ALLOWED_IN_STATE` or `FORBIDDEN`
 * Source: reliability §7 (compare-and-set).
 */
export async function appendEvent(
  parts: Parts,
  tx: Tx,
  { procedure, history }: CaseSoFar,
  event: NewEvent,
  seenVersion: number,
): Promise<Result<CaseState>> {
  const state = foldCase(procedure, history)
  if (state.version !== seenVersion) return fail('STALE_VERSION')
  const next = step(procedure, state, event.kind, event.by)
  if (!next.ok) return fail(next.refusal)
  const { numUpdatedRows } = await tx
    .updateTable('application')
    .set({ status: next.state.status, version: next.state.version, updated_at: parts.clock() })
    .where('id', '=', event.applicationId)
    .where('version', '=', seenVersion)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return fail('STALE_VERSION')
  await insertEvent(parts, tx, event, next.state.version)
  return done(next.state)
}
