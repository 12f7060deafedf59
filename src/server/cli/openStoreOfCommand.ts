import { parseEnv } from '../env'
import { silentLog } from '../log'
import { openStore, type Store } from '../store/openStore'

/**
 * The database for a command of an administrator, whether or not the server runs. It needs the database and nothing
 * else: no key, no WeChat.
 * @throws Error with one Chinese line
 */
export function openStoreOfCommand(): Promise<Store> {
  const { DATA_DIR, DATABASE_URL } = process.env
  const env = parseEnv({ DATA_DIR, DATABASE_URL }, 'demo')
  if (!env.ok) throw new Error(env.fault)
  return openStore(env.settings, silentLog)
}
