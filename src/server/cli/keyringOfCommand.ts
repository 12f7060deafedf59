import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Keyring } from '../crypto/keyring'
import { demoKeyring } from '../demoKeyring'
import type { Settings } from '../env'

/**
 * The server's own keys, for a command that seals or opens: what other keys sealed, the server could not open. Those
 * of the demonstration are made only where its database is made as well.
 * @throws Error with one Chinese line
 */
export function keyringOfCommand({ keyring, databaseUrl, dataDir, cryptoSuite }: Settings): Keyring {
  if (keyring) return keyring
  const hasOtherKeys = existsSync(join(dataDir, 'postgres')) && !existsSync(join(dataDir, 'demo-keyring'))
  if (databaseUrl || process.env.NODE_ENV === 'production' || hasOtherKeys)
    throw new Error('KEYRING 没有设置。要和服务用同一个，密文才打得开。')
  return demoKeyring(dataDir, cryptoSuite)
}
