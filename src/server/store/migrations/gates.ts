import { sql, type Kysely } from 'kysely'

/**
 * The second factor of staff, limits that hold over every replica, and how many messages a family has agreed to. An
 * account of an older release has no second factor: it stays empty until the administrator resets it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table staff add column totp_sealed bytea`,
  `alter table staff add column totp_step bigint`,
  `create table limit_use (
    kind text not null,
    subject text not null,
    window_start timestamptz not null,
    used integer not null check (used > 0),
    primary key (kind, subject, window_start)
  )`,
  `create index limit_use_window on limit_use (window_start)`,
  `create table message_grant (
    account_id uuid not null references account (id),
    template_id text not null,
    remaining integer not null check (remaining >= 0),
    updated_at timestamptz not null,
    primary key (account_id, template_id)
  )`,
]
