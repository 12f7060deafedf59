import { sql, type Kysely } from 'kysely'

/**
 * What each account sent today, counted also when it was refused or deleted again; and whether a 儿童主任 uses the
 * account, who helps several families a day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table upload_day (
    account_id uuid not null references account (id) on delete cascade,
    day text not null,
    uploads integer not null,
    bytes bigint not null,
    primary key (account_id, day)
  )`,
  `alter table account add column helper_since timestamptz`,
]
