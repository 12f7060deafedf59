import { hkdfSync } from 'node:crypto'
import { createEnvelope, type Envelope } from '../crypto/envelope'
import { parseKeyring, type Key, type Keyring } from '../crypto/keyring'

export interface BackupKey {
  /** Id of the key of KEYRING it is made of. */
  id: string
  envelope: Envelope
}

/**
 * The key that seals backups: made of a key of the ring and never equal to it, so that whoever is given a backup's key
 * cannot open the live database.
 * @param id the key named in a backup; absent: the first one, for a new backup
 * @returns nothing when the ring does not hold that key any more
 */
export function backupKey(keyring: Keyring, id?: string): BackupKey | undefined {
  const key = id === undefined ? keyring.first : keyring.byId(id)
  return key && { id: key.id, envelope: createEnvelope(derived(key, keyring)) }
}

function derived({ id, secret }: Key, { suite }: Keyring): Keyring {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'backup', secret.length))
  const parsed = parseKeyring(`${id}:${bytes.toString('base64')}`, suite.name)
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.keyring
}
