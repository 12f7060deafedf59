import { sql, type Kysely } from 'kysely'

/**
 * What people ask about their own data, consents taken back, and records that may only be stored. A consent taken back
 * is a row of its own table: the release before this one would read a second row of `consent` as a consent. Its cases
 * are never frozen, so the new columns may stay empty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table consent_withdrawal (
    id uuid primary key,
    consent_id uuid not null unique references consent (id),
    account_id uuid not null references account (id),
    at timestamptz not null
  )`,
  `create index consent_account on consent (account_id)`,
  `alter table application add column frozen_at timestamptz`,
  `alter table attachment add column frozen_at timestamptz`,
  `create table correction (
    id uuid primary key,
    application_id uuid not null references application (id),
    account_id uuid not null references account (id),
    status text not null,
    sealed bytea not null,
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references staff (id)
  )`,
  `create index correction_application on correction (application_id, created_at)`,
  `create index correction_account on correction (account_id, created_at)`,
  `create index correction_waiting on correction (status, created_at)`,
  `create table deletion_refusal (
    id uuid primary key,
    application_id uuid not null unique references application (id),
    account_id uuid not null references account (id),
    basis_version text not null,
    at timestamptz not null
  )`,
  `create index deletion_refusal_account on deletion_refusal (account_id)`,
  `create table data_copy (
    id uuid primary key,
    account_id uuid not null references account (id),
    requested_at timestamptz not null,
    released_at timestamptz,
    released_by text
  )`,
  `create index data_copy_account on data_copy (account_id, requested_at)`,
  `create table compliance_record (
    id uuid primary key,
    kind text not null,
    document text not null,
    document_date text not null,
    recorded_by text not null,
    recorded_at timestamptz not null
  )`,
]
