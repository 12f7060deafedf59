import { sql, type SqlBool } from 'kysely'
import type { Database } from '../store/database'

/** What to look for; at least an actor or an object. */
export interface AffectedQuery {
  /** Number of a person of the desk, or id of an account. */
  actor?: string
  /** Case number, or id of a case, a photo, an account. */
  object?: string
  from?: Date
  /** Not included. */
  to?: Date
}

/** One family, as far as the audit names it: numbers only. */
export interface Affected {
  applicationId: string | null
  /** Absent when the case itself is gone. */
  caseNumber: string | null
  accountId: string | null
  /** Who touched it. */
  actorKind: string
  staffNumber: string | null
  actions: string[]
  times: number
  first: Date
  last: Date
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Who was affected by what an actor did, or who touched an object: one row a family and actor, in one query.
 * Source: law-and-rules L13.
 */
export async function affectedBy(db: Database, query: AffectedQuery): Promise<Affected[]> {
  const { rows } = await sql<Affected>`
    select found.application_id as "applicationId", application.case_number as "caseNumber",
      coalesce(found.account_id, application.account_id) as "accountId", found.actor_kind as "actorKind",
      staff.number as "staffNumber", found.actions, found.times::int, found.first, found.last
    from (
      select application_id, account_id, actor_kind, actor_id, array_agg(distinct action order by action) as actions,
        count(*) as times, min(at) as first, max(at) as last
      from audit where ${sql.join(await conditions(db, query), sql` and `)}
      group by application_id, account_id, actor_kind, actor_id) as found
    left join application on application.id = found.application_id
    left join staff on staff.id = found.actor_id
    order by found.first, found.application_id`.execute(db)
  return rows
}

async function conditions(db: Database, { actor, object, from, to }: AffectedQuery) {
  const actorId = actor === undefined ? undefined : await actorOf(db, actor)
  const objectId = object === undefined ? undefined : await objectOf(db, object)
  return [
    ...(actorId ? [sql<SqlBool>`actor_id = ${actorId}`] : []),
    ...(objectId
      ? [sql<SqlBool>`(object_id = ${objectId} or application_id = ${objectId} or account_id = ${objectId})`]
      : []),
    ...(from ? [sql<SqlBool>`at >= ${from}`] : []),
    ...(to ? [sql<SqlBool>`at < ${to}`] : []),
  ]
}

const nobody = '00000000-0000-0000-0000-000000000000'

async function actorOf(db: Database, actor: string): Promise<string> {
  if (uuid.test(actor)) return actor
  const row = await db.selectFrom('staff').select('id').where('number', '=', actor).executeTakeFirst()
  return row?.id ?? nobody
}

async function objectOf(db: Database, object: string): Promise<string> {
  if (uuid.test(object)) return object
  const row = await db
    .selectFrom('application')
    .select('id')
    .where('case_number', '=', object.replace(/\s/g, ''))
    .executeTakeFirst()
  return row?.id ?? nobody
}
