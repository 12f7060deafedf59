import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../store/database'

/** Kysely's own two tables: a restore runs the migrations instead. */
const notCopied = ['kysely_migration', 'kysely_migration_lock']

/** Every table, those that others refer to first. @throws Error when references run in a circle */
export async function tablesInOrder(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; needs: string[] }>`
    select c.relname as name,
      array(select p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
            where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`.execute(tx)
  const waiting = rows.filter(({ name }) => !notCopied.includes(name))
  const ordered: string[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((name) => ordered.includes(name)))
    const [table] = waiting.splice(next, next < 0 ? 0 : 1)
    if (!table) throw new Error('数据库的表互相引用，排不出次序。')
    ordered.push(table.name)
  }
  return ordered
}

const batch = 500
/** JSON holds none outside of strings, where it is written with a backslash. */
const lineEnd = '\n'

/**
 * A table as JSON lines in one fixed order, so that the same rows always give the same bytes. `bytea` and times are in
 * PostgreSQL's own exact notation, which it reads back without loss.
 */
export async function* tableLines(tx: Tx, table: string): AsyncGenerator<Buffer> {
  const name = `backup_${table}`
  await sql`declare ${sql.id(name)} no scroll cursor for
    select to_jsonb(t)::text as line from ${sql.id(table)} t order by to_jsonb(t)::text collate "C"`.execute(
    tx,
  )
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(batch)} from ${sql.id(name)}`.execute(tx)
    if (rows.length > 0) yield Buffer.from(rows.map(({ line }) => line + lineEnd).join(''), 'utf8')
    if (rows.length < batch) break
  }
  await sql`close ${sql.id(name)}`.execute(tx)
}

export async function countRows(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.id(table)}`.execute(tx)
  return Number(rows[0]?.count)
}

/** Lower-case hex, over the same bytes as {@link tableLines}. */
export async function tableHash(tx: Tx, table: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of tableLines(tx, table)) hash.update(chunk)
  return hash.digest('hex')
}

/** Inserts lines of {@link tableLines}. */
export async function insertLines(tx: Tx, table: string, lines: Buffer): Promise<void> {
  const rows = lines.toString('utf8').split(lineEnd).slice(0, -1)
  await sql`insert into ${sql.id(table)}
    select * from jsonb_populate_recordset(null::${sql.id(table)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    tx,
  )
}

/** Counters go on behind the highest number that was restored. */
export async function advanceSequences(tx: Tx): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select table_name as table, column_name as column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns
    where table_schema = 'public' and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`.execute(
    tx,
  )
  for (const { table, column, sequence } of rows) {
    await sql`select setval(${sequence}::regclass, greatest(1, (select max(${sql.id(column)}) from ${sql.id(table)})))`.execute(
      tx,
    )
  }
}
