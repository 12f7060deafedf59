import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  Migrator,
  PostgresDialect,
  sql,
  Transaction,
  type ConnectionProvider,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely'
import type { PoolConfig } from 'pg'
import type { Result } from '../result'
import { migrationProvider } from './migrations/list'
import { guardedPool, type GuardedPool } from './pool'
import type { Patience } from './patience'
import type { Tables } from './tables'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

/** @param onLost told of each connection that broke; nothing is retried here, the caller answers 503 */
export function openDatabase(connection: PoolConfig, onLost: (error: unknown) => void): Database {
  const pool = guardedPool(connection, onLost)
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: () => pool.connect(), end: () => pool.end() } }),
  })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Database, GuardedPool>()

/** The database as one request sees it. */
export interface RequestDatabase {
  db: Database
  /** For reads of a few rows by an index, outside of a transaction: they share one connection with other requests'. */
  reads: Database
}

/**
 * @param db of {@link openDatabase}
 * @param patience all that the request waits comes off it
 */
export function databaseOfRequest(db: Database, patience: Patience): RequestDatabase {
  const pool = pools.get(db)
  if (!pool) throw new Error('not a database of openDatabase')
  return { db: over(db, own(pool, patience)), reads: over(db, shared(pool, patience)) }
}

function own(pool: GuardedPool, patience: Patience): ConnectionProvider {
  return {
    async provideConnection(consume) {
      const client = await pool.connect(patience)
      try {
        return await consume(connectionOf((text, parameters) => client.query(text, parameters)))
      } finally {
        client.release()
      }
    },
  }
}

function shared(pool: GuardedPool, patience: Patience): ConnectionProvider {
  const connection = connectionOf((text, parameters) => {
    // A transaction begun here would be everybody's.
    if (!text.startsWith('select')) throw new Error('the shared connection is for reads')
    return pool.read(text, parameters, patience)
  })
  return { provideConnection: (consume) => consume(connection) }
}

interface Answer {
  command: string
  rowCount: number | null
  rows: unknown[]
}

type Run = (text: string, parameters: readonly unknown[]) => Promise<Answer>

/** What Kysely's own driver makes of a client, without its layers. */
function connectionOf(run: Run): DatabaseConnection {
  return {
    async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { command, rowCount, rows } = await run(text, parameters)
      const found = { rows: rows as R[] }
      return command === 'SELECT' ? found : { ...found, numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('nothing is read as a stream')
    },
  }
}

/** For work on whole tables, which takes longer than any request may: no limit of time, two connections. */
export function openPatientDatabase(connection: PoolConfig): Database {
  const patient = {
    ...connection,
    connectionTimeoutMillis: 30_000,
    statement_timeout: 0,
    query_timeout: 0,
    idle_in_transaction_session_timeout: 0,
    max: 2,
  }
  return openDatabase(patient, () => undefined)
}

/**
 * Brings the database to this version. Two processes may start at once: one waits for the other.
 * @param last stops behind this migration; absent: the newest
 * @returns how many migrations were applied
 * @throws the database's error; a failed migration leaves nothing behind
 */
export async function migrate(connection: PoolConfig, last?: string): Promise<number> {
  const db = openPatientDatabase(connection)
  try {
    if (last === undefined && (await isUpToDate(db))) return 0
    const migrator = new Migrator({ db, provider: migrationProvider, allowUnorderedMigrations: true })
    const { error, results } = await (last === undefined
      ? migrator.migrateToLatest()
      : migrator.migrateTo(last))
    if (error) throw error
    return results?.length ?? 0
  } finally {
    await db.destroy()
  }
}

/**
 * Whether everything this release knows is applied. A newer release may have added more while this one is restarted in
 * the middle of a deploy: that is no fault, as migrations only add.
 */
async function isUpToDate(db: Database): Promise<boolean> {
  const applied = await appliedMigrations(db)
  return Object.keys(await migrationProvider.getMigrations()).every((name) => applied.includes(name))
}

/** Names of the applied migrations, in order; none in an empty database. */
export async function appliedMigrations(db: Database | Tx): Promise<string[]> {
  const { rows: tables } = await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db)
  if (tables.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Runs `work` in one transaction. It is committed only when the result is a success: a refusal leaves nothing behind.
 * When this returns a success, the data is on disk.
 */
export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return db.getExecutor().provideConnection(async (connection) => {
    const { tx, end } = transactionOn(db, connection)
    // Not waited for: the first statement travels with it, and cannot succeed where it fails.
    const begun = connection.executeQuery(CompiledQuery.raw('begin'))
    try {
      const [result] = await Promise.all([work(tx), begun])
      end()
      await connection.executeQuery(CompiledQuery.raw(result.ok ? 'commit' : 'rollback'))
      return result
    } catch (error) {
      end()
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
      throw error
    }
  })
}

/** Reads that belong together, over one connection: what is started together costs one trip. */
export function reading<T>(db: Database, work: (one: Tx) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    const { tx, end } = transactionOn(db, connection)
    try {
      return await work(tx)
    } finally {
      end()
    }
  })
}

/** A transaction asks its executor for everything; it never opens a connection of its own. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('not used in a transaction')) })

/**
 * Kysely's own transaction sends a statement only when the one before it is answered. Here they go out as they come, so
 * that what is started together (Promise.all) costs one trip to the database; they are still carried out in order.
 */
function transactionOn(db: Database, connection: DatabaseConnection): { tx: Tx; end(): void } {
  let isOver = false
  const tx = over(db, {
    // After a failure the rest of a Promise.all still runs: behind the rollback it would write for good.
    provideConnection: (consume) =>
      isOver ? Promise.reject(new Error('the transaction is over')) : consume(connection),
  })
  return { tx, end: () => void (isOver = true) }
}

/** The same database, whose statements go where the provider says. */
function over(db: Database, provider: ConnectionProvider): Tx {
  const executor = db.getExecutor().withConnectionProvider(provider)
  return new Transaction<Tables>({ config: { dialect }, dialect, driver: new DummyDriver(), executor })
}
