import { sql, type Kysely } from 'kysely'

/**
 * The audit becomes a chain, keys can be changed while the server runs, and a child can have a protection record.
 * The release before this one writes audit rows without a link: those columns may stay empty, and the server links
 * such rows later (audit/linkLater.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Chain 0 takes rows that were written without a link; a transaction takes any other that is free. */
const chains = Array.from({ length: 17 }, (_, chain) => chain)
const noHash = `'\\x${'00'.repeat(32)}'`

const statements = [
  `create table audit_key (
    id integer primary key,
    suite text not null,
    sealed bytea not null,
    created_at timestamptz not null
  )`,
  `create table audit_head (
    chain smallint primary key,
    position bigint not null,
    hash bytea not null,
    start_position bigint not null,
    start_hash bytea not null,
    start_key integer,
    start_mac bytea
  )`,
  `insert into audit_head (chain, position, hash, start_position, start_hash) values
    ${chains.map((chain) => `(${chain}, 0, ${noHash}, 0, ${noHash})`).join(', ')}`,
  `alter table audit
    add column chain smallint,
    add column position bigint,
    add column audit_key integer,
    add column application_id uuid,
    add column account_id uuid`,
  `update audit set application_id = object_id where object_kind = 'application'`,
  `update audit set application_id = attachment.application_id, account_id = attachment.account_id
    from attachment where object_kind = 'attachment' and object_id = attachment.id`,
  `update audit set account_id = application.account_id
    from application where audit.application_id = application.id`,
  `create unique index audit_link on audit (chain, position)`,
  `create index audit_application on audit (application_id, sequence)`,
  `create index audit_account on audit (account_id, sequence)`,
  `create index audit_unlinked on audit (sequence) where hash is null`,
  // Whoever has the server's own account cannot change or remove a row either. Only a row without a link may get one,
  // and only what is older than the law's 180 days may go (law-and-rules L20).
  `create function audit_is_append_only() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.hash is null and new.hash is not null
      and (new.sequence, new.at, new.actor_kind, new.actor_id, new.action, new.object_kind, new.object_id,
           new.trace_id, new.application_id, new.account_id)
      is not distinct from
          (old.sequence, old.at, old.actor_kind, old.actor_id, old.action, old.object_kind, old.object_id,
           old.trace_id, old.application_id, old.account_id)
    then return new;
    end if;
    if tg_op = 'DELETE' and old.at < now() - interval '180 days' then return old; end if;
    raise exception 'audit is append-only' using errcode = 'restrict_violation';
  end $$`,
  `create trigger audit_rows before update or delete on audit
    for each row execute function audit_is_append_only()`,
  `create trigger audit_table before truncate on audit
    for each statement execute function audit_is_append_only()`,
  `alter table idempotency add column body_sealed bytea`,
  `alter table attachment add column object_sealed_with text`,
  `alter table staff add column may_protect boolean not null default false`,
  `create table protection_record (
    id uuid primary key,
    child_hmac text not null,
    sealed bytea not null,
    set_by uuid not null references staff (id),
    set_at timestamptz not null,
    lifted_by uuid references staff (id),
    lifted_at timestamptz
  )`,
  `create unique index protection_record_child on protection_record (child_hmac) where lifted_at is null`,
]
