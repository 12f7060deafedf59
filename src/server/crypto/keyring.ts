import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

export interface Key {
  id: string
  /** 32 bytes. */
  secret: Buffer
}

export interface Keyring {
  /** New ciphertexts are made with this one. */
  first: Key
  byId(id: string): Key | undefined
  /** The keyed hash of a value under every key, the one to write first. Old ones find rows written before a rotation. */
  indexes(purpose: IndexPurpose, value: string): [string, ...string[]]
}

/** One key each: a value of one column can never be recognised in another. */
export type IndexPurpose = 'account' | 'child' | 'requestBody'

const keyPattern = /^[A-Za-z0-9_-]{1,32}$/
const keyBytes = 32

/**
 * Reads `id:base64key[,id:base64key…]`. The first key encrypts, all decrypt.
 * @returns the keyring, or what is wrong with the text; neither repeats a key
 */
export function parseKeyring(text: string): { ok: true; keyring: Keyring } | { ok: false; fault: string } {
  const keys: Key[] = []
  for (const [position, part] of text.split(',').entries()) {
    const [id = '', encoded = '', ...rest] = part.trim().split(':')
    const secret = Buffer.from(encoded, 'base64')
    const place = `第 ${position + 1} 把`
    if (!keyPattern.test(id) || rest.length > 0) return { ok: false, fault: `${place}不是“编号:密钥”` }
    if (secret.length !== keyBytes) return { ok: false, fault: `${place}不是 32 字节的 base64` }
    if (isWeak(secret)) return { ok: false, fault: `${place}不是随机数` }
    if (keys.some((key) => key.id === id)) return { ok: false, fault: `${place}的编号重复` }
    keys.push({ id, secret })
  }
  const [first, ...older] = keys
  return first ? { ok: true, keyring: keyringOf(first, older) } : { ok: false, fault: '没有密钥' }
}

/** A keyring setting with one random key. */
export function generateKeyring(): string {
  return `k1:${randomBytes(keyBytes).toString('base64')}`
}

function keyringOf(first: Key, older: Key[]): Keyring {
  const keys = [first, ...older]
  const derived = new Map<string, Buffer>()
  return {
    first,
    byId: (id) => keys.find((key) => key.id === id),
    indexes(purpose, value) {
      const index = (key: Key) =>
        createHmac('sha256', indexKey(derived, key, purpose))
          .update(value, 'utf8')
          .digest('hex')
      return [index(first), ...older.map(index)]
    },
  }
}

/** The encryption key itself is never used for hashing. Source: threats §5.3. */
function indexKey(derived: Map<string, Buffer>, key: Key, purpose: IndexPurpose): Buffer {
  const name = `${purpose}\n${key.id}`
  const known = derived.get(name)
  if (known) return known
  const made = Buffer.from(hkdfSync('sha256', key.secret, Buffer.alloc(0), `index:${purpose}`, keyBytes))
  derived.set(name, made)
  return made
}

/** A key typed by hand repeats few byte values; 32 random bytes have fewer than 16 distinct ones practically never. */
function isWeak(secret: Buffer): boolean {
  return new Set(secret).size < 16
}
