import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring'

const formatVersion = 1
/** AES-256-GCM for both the data and its key. Other suites get the next numbers. */
const aes256Gcm = 1
const ivBytes = 12
const tagBytes = 16
const dataKeyBytes = 32

export class SealBroken extends Error {
  constructor(readonly why: 'format' | 'unknownKey' | 'altered') {
    super(`sealed data: ${why}`)
    this.name = 'SealBroken'
  }
}

export interface Envelope {
  /** @param place where the ciphertext lives, e.g. `application.sealed:<id>`: it opens nowhere else */
  seal(plain: Buffer, place: string): Buffer
  /** @throws SealBroken when it was altered, moved to another place, or its key is gone */
  open(sealed: Buffer, place: string): Buffer
  sealJson(value: unknown, place: string): Buffer
  /** The caller names the type: only what this server sealed itself can be opened. */
  openJson<T>(sealed: Buffer, place: string): T
}

/**
 * Envelope encryption: every record has a random key of its own, wrapped by the keyring's key, so that keys can be
 * changed by re-wrapping alone.
 * Layout: version · suite · length of key id · key id · wrapped key (iv, key, tag) · iv · data · tag.
 * Source: threats §5.3.
 */
export function createEnvelope(keyring: Keyring): Envelope {
  const seal: Envelope['seal'] = (plain, place) => {
    const id = Buffer.from(keyring.first.id, 'ascii')
    const header = Buffer.concat([Buffer.from([formatVersion, aes256Gcm, id.length]), id])
    const dataKey = randomBytes(dataKeyBytes)
    const wrapped = encrypt(keyring.first.secret, dataKey, bound(header, 'key', place))
    return Buffer.concat([header, wrapped, encrypt(dataKey, plain, bound(header, 'data', place))])
  }

  const open: Envelope['open'] = (sealed, place) => {
    const [version, suite, idLength = 0] = sealed
    if (version !== formatVersion || suite !== aes256Gcm) throw new SealBroken('format')
    const header = sealed.subarray(0, 3 + idLength)
    const key = keyring.byId(header.subarray(3).toString('ascii'))
    if (!key) throw new SealBroken('unknownKey')
    const wrappedEnd = header.length + ivBytes + dataKeyBytes + tagBytes
    const dataKey = decrypt(
      key.secret,
      sealed.subarray(header.length, wrappedEnd),
      bound(header, 'key', place),
    )
    return decrypt(dataKey, sealed.subarray(wrappedEnd), bound(header, 'data', place))
  }

  return {
    seal,
    open,
    sealJson: (value, place) => seal(Buffer.from(JSON.stringify(value), 'utf8'), place),
    openJson: <T>(sealed: Buffer, place: string) => JSON.parse(open(sealed, place).toString('utf8')) as T,
  }
}

function bound(header: Buffer, part: 'key' | 'data', place: string): Buffer {
  return Buffer.concat([header, Buffer.from(`\n${part}\n${place}`, 'utf8')])
}

function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated)
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new SealBroken('format')
  const iv = sealed.subarray(0, ivBytes)
  const tag = sealed.subarray(sealed.length - tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  decipher.setAAD(associated).setAuthTag(tag)
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes)),
      decipher.final(),
    ])
  } catch {
    throw new SealBroken('altered')
  }
}
