import { sql, type Kysely } from 'kysely'

/** A district's streets as one queue: without this an account for all of them sorts every case there ever was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_intake_district on application
    (left(intake_division, 6), status, updated_at)`.execute(db)
}
