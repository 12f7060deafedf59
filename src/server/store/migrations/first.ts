import { sql, type Kysely } from 'kysely'

/**
 * Plain SQL that other PostgreSQL-compatible engines understand: ids come from the application, no generated columns,
 * no triggers, no enum types (a new status would need a lock on every table).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table account (
    id uuid primary key,
    kind text not null,
    subject_hmac text not null unique,
    subject_sealed bytea not null,
    created_at timestamptz not null
  )`,
  `create table citizen_session (
    token_hash text primary key,
    account_id uuid not null references account (id),
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index citizen_session_account on citizen_session (account_id)`,
  `create index citizen_session_expiry on citizen_session (expires_at)`,
  `create table login_code (
    code_hash text primary key,
    used_at timestamptz not null
  )`,
  `create table staff (
    id uuid primary key,
    number text not null unique,
    name text not null,
    role text not null check (role in ('street', 'district')),
    division text not null,
    password_hash text not null,
    must_change_password boolean not null,
    failed_attempts integer not null,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
  )`,
  `create table staff_session (
    token_hash text primary key,
    staff_id uuid not null references staff (id),
    form_token text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index staff_session_staff on staff_session (staff_id)`,
  `create table application (
    id uuid primary key,
    case_number text not null unique,
    account_id uuid not null references account (id),
    service text not null,
    hukou_division text not null,
    intake_division text not null,
    deciding_division text not null,
    status text not null,
    version integer not null check (version > 0),
    policy_version text not null,
    form_version integer not null,
    child_hmac text not null,
    sealed bytea not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index application_account on application (account_id, updated_at)`,
  `create index application_intake on application (intake_division text_pattern_ops, status, updated_at)`,
  `create index application_deciding on application (deciding_division, status, updated_at)`,
  `create index application_child on application (child_hmac, service)`,
  `create table attachment (
    id uuid primary key,
    account_id uuid not null references account (id),
    client_id uuid not null,
    source_sha256 text not null,
    sha256 text not null,
    source_bytes integer not null,
    bytes integer not null,
    width integer not null,
    height integer not null,
    object_key text not null unique,
    sealed bytea not null,
    application_id uuid references application (id),
    event_sequence integer,
    created_at timestamptz not null,
    constraint attachment_account_client unique (account_id, client_id)
  )`,
  `create index attachment_application on attachment (application_id)`,
  `create index attachment_account_day on attachment (account_id, created_at)`,
  `create table case_event (
    application_id uuid not null references application (id),
    sequence integer not null check (sequence > 0),
    kind text not null,
    actor_kind text not null,
    actor_id uuid not null,
    at timestamptz not null,
    sealed bytea,
    primary key (application_id, sequence)
  )`,
  `create table consent (
    id uuid primary key,
    application_id uuid not null references application (id),
    account_id uuid not null references account (id),
    kind text not null,
    notice_version text not null,
    notice_hash text not null,
    actor text not null,
    given_at timestamptz not null
  )`,
  `create index consent_application on consent (application_id)`,
  `create table idempotency (
    account_id uuid not null references account (id),
    key text not null,
    route text not null,
    body_hash text not null,
    status integer,
    response_sealed bytea,
    created_at timestamptz not null,
    primary key (account_id, key)
  )`,
  `create table audit (
    sequence bigserial primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    object_kind text not null,
    object_id uuid,
    trace_id text,
    previous_hash bytea,
    hash bytea
  )`,
  `create index audit_object on audit (object_id, sequence)`,
  `create index audit_actor on audit (actor_id, sequence)`,
  `create table outbox (
    id uuid primary key,
    account_id uuid not null references account (id),
    application_id uuid not null references application (id),
    event_sequence integer not null,
    created_at timestamptz not null,
    attempts integer not null,
    next_attempt_at timestamptz not null,
    done_at timestamptz,
    constraint outbox_event unique (application_id, event_sequence)
  )`,
  `create index outbox_waiting on outbox (done_at, next_attempt_at)`,
]
