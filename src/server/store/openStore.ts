import type { PoolConfig } from 'pg'
import type { Settings } from '../env'
import { faultOf } from '../fault'
import { defaultLimits } from '../limits'
import type { Log } from '../log'
import { migrate, openDatabase, type Database } from './database'
import { startEmbeddedPostgres } from './embeddedPostgres'

export interface Store {
  db: Database
  close(): Promise<void>
}

export interface DatabaseServer {
  connection: PoolConfig
  /** Stops the embedded one, unless another process keeps it. */
  stop(): Promise<void>
}

type Place = Pick<Settings, 'databaseUrl' | 'dataDir'>

/** The server of `DATABASE_URL`, or the embedded one. @throws Error with one Chinese line when that does not start */
export async function databaseServer({ databaseUrl, dataDir }: Place, log: Log): Promise<DatabaseServer> {
  if (databaseUrl) return { connection: { connectionString: databaseUrl }, stop: () => Promise.resolve() }
  const embedded = await startEmbeddedPostgres({
    dataDir,
    onRestart: () => log.write('database.restarted', {}),
  })
  log.write('database.started', { attached: embedded.attached })
  return { connection: embedded.connection, stop: () => embedded.stop() }
}

/** One line about a database that cannot be used, without a word of its own. */
export function unusable(error: unknown): Error {
  const { code, name } = faultOf(error)
  return new Error(`数据库不能用（${code ?? name}）。请检查 DATABASE_URL。`)
}

/**
 * The database of these settings, brought to this version.
 * @param waitMs for a connection and for one statement
 * @throws Error with one Chinese line
 */
export async function openStore(
  settings: Place,
  log: Log,
  waitMs = defaultLimits.databaseMs,
): Promise<Store> {
  const { connection, stop } = await databaseServer(settings, log)
  try {
    log.write('database.migrated', { applied: await migrate(connection) })
  } catch (error) {
    await stop()
    throw unusable(error)
  }
  const limits = { connectionTimeoutMillis: waitMs, query_timeout: waitMs, statement_timeout: waitMs + 100 }
  const db = openDatabase({ ...connection, ...limits }, (error) =>
    log.write('database.lost', { fault: faultOf(error) }),
  )
  return {
    db,
    async close() {
      await db.destroy()
      await stop()
    },
  }
}
