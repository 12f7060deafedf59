import type { PoolConfig } from 'pg'
import type { Settings } from '../env'
import { faultOf } from '../fault'
import type { Log } from '../log'
import { migrate, openDatabase, type Database } from './database'
import { startEmbeddedPostgres } from './embeddedPostgres'

export interface Store {
  db: Database
  close(): Promise<void>
}

/**
 * The database of these settings, brought to this version: the server of `DATABASE_URL`, or the embedded one.
 * @throws Error with one Chinese line
 */
export async function openStore(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  log: Log,
): Promise<Store> {
  const embedded = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDir: settings.dataDir,
        onRestart: () => log.write('database.restarted', {}),
      })
  if (embedded) log.write('database.started', { attached: embedded.attached })
  const connection: PoolConfig = embedded?.connection ?? { connectionString: settings.databaseUrl }
  try {
    log.write('database.migrated', { applied: await migrate(connection) })
  } catch (error) {
    await embedded?.stop()
    throw new Error(`数据库不能用（${faultOf(error).code ?? faultOf(error).name}）。请检查 DATABASE_URL。`)
  }
  const db = openDatabase(connection, (error) => log.write('database.lost', { fault: faultOf(error) }))
  return {
    db,
    async close() {
      await db.destroy()
      await embedded?.stop()
    },
  }
}
