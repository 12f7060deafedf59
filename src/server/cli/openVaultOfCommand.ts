import type { PoolConfig } from 'pg'
import { parseEnv } from '../env'
import type { Keyring } from '../crypto/keyring'
import { silentLog } from '../log'
import { openObjects } from '../store/openObjects'
import type { ObjectStore } from '../store/objectStore'
import { databaseServer } from '../store/openStore'
import { keyringOfCommand } from './keyringOfCommand'

/** Everything a service keeps, for a command that works on all of it. */
export interface Vault {
  /** The database as it is: nothing is migrated. */
  connection: PoolConfig
  objects: ObjectStore
  keyring: Keyring
  close(): Promise<void>
}

/**
 * Database, photos and keys of the settings, whether or not the server runs.
 * @throws Error with one Chinese line
 */
export async function openVaultOfCommand(): Promise<Vault> {
  const { DATA_DIR, DATABASE_URL, KEYRING, CRYPTO_SUITE, OBJECT_STORE_URL } = process.env
  const env = parseEnv({ DATA_DIR, DATABASE_URL, KEYRING, CRYPTO_SUITE, OBJECT_STORE_URL }, 'demo')
  if (!env.ok) throw new Error(env.fault)
  const { settings } = env
  const keyring = keyringOfCommand(settings)
  const { objects } = await openObjects(settings)
  const { connection, stop } = await databaseServer(settings, silentLog)
  return { connection, objects, keyring, close: stop }
}
