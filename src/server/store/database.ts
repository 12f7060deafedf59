import { Kysely, Migrator, PostgresDialect, type Transaction } from 'kysely'
import type { PoolConfig } from 'pg'
import type { Result } from '../result'
import { migrationProvider } from './migrations/list'
import { guardedPool } from './pool'
import type { Tables } from './tables'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

/** @param onLost told of each connection that broke; nothing is retried here, the caller answers 503 */
export function openDatabase(connection: PoolConfig, onLost: (error: unknown) => void): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guardedPool(connection, onLost) }) })
}

/**
 * Brings the database to this version. Two processes may start at once: one waits for the other.
 * @returns how many migrations were applied
 * @throws the database's error; a failed migration leaves nothing behind
 */
export async function migrate(connection: PoolConfig): Promise<number> {
  // A migration on a grown table may take longer than any request is allowed to.
  const patient = { ...connection, statement_timeout: 0, query_timeout: 0, max: 2 }
  const db = openDatabase(patient, () => undefined)
  try {
    const migrator = new Migrator({ db, provider: migrationProvider })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return results?.length ?? 0
  } finally {
    await db.destroy()
  }
}

class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back')
    this.name = 'RolledBack'
  }
}

/**
 * Runs `work` in one transaction. It is committed only when the result is a success: a refusal leaves nothing behind.
 * When this returns a success, the data is on disk.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result
    throw error
  }
}
