import { sql, type Kysely } from 'kysely'

/**
 * What departments have published, append-only. The release before this one files applications without a version of
 * the settings, so that column may stay empty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table policy_setting (
    id uuid primary key,
    key text not null,
    revision integer not null check (revision > 0),
    value text,
    source text not null,
    document_date text,
    set_by text not null,
    set_at timestamptz not null,
    constraint policy_setting_revision unique (key, revision)
  )`,
  `alter table application add column settings_version text`,
]
