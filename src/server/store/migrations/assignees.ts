import { sql, type Kysely } from 'kysely'

/**
 * Who of an office works on a case; empty: nobody yet. The release before this one takes no case, so that what it does
 * leaves the columns empty. No index: the queue's own indexes give the rows in order, and few of them are left out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table application
    add column street_assignee uuid references staff (id),
    add column district_assignee uuid references staff (id)`.execute(db)
}
