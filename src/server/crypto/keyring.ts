import { randomBytes } from 'node:crypto'
import type { Suite, SuiteName } from './suite'
import { suites, suitesFrom } from './suites'

export interface Key {
  id: string
  /** 32 bytes. */
  secret: Buffer
}

export interface Keyring {
  /** New ciphertexts are made with this one, in this suite. */
  first: Key
  suite: Suite
  byId(id: string): Key | undefined
  /** The first one first. */
  ids: readonly string[]
  /** The key that wraps data keys in a suite. */
  wrappingKey(suite: Suite, key: Key): Buffer
  /**
   * The keyed hash of a value under every key in every suite, the one to write first. The others find rows written
   * before a rotation or under the other suite.
   */
  indexes(purpose: IndexPurpose, value: string): [string, ...string[]]
  /** The same ring, writing in another suite. */
  in(suite: SuiteName): Keyring
}

/** One key each: a value of one column can never be recognised in another. */
export type IndexPurpose = 'account' | 'child' | 'requestBody' | 'staffNumber'

const keyPattern = /^[A-Za-z0-9_-]{1,32}$/
const keyBytes = 32

/**
 * Reads `id:base64key[,id:base64key…]`. The first key encrypts, all decrypt.
 * @returns the keyring, or what is wrong with the text; neither repeats a key
 */
export function parseKeyring(
  text: string,
  suite: SuiteName = 'aes',
): { ok: true; keyring: Keyring } | { ok: false; fault: string } {
  const keys: Key[] = []
  for (const [position, part] of text.split(',').entries()) {
    const [id = '', encoded = '', ...rest] = part.trim().split(':')
    const secret = Buffer.from(encoded, 'base64')
    const place = `第 ${position + 1} 把`
    if (!keyPattern.test(id) || rest.length > 0) return { ok: false, fault: `${place}不是“编号:密钥”` }
    if (secret.length !== keyBytes) return { ok: false, fault: `${place}不是 32 字节的 base64` }
    if (isWeak(secret)) return { ok: false, fault: `${place}不是随机数` }
    if (keys.some((key) => key.id === id)) return { ok: false, fault: `${place}的编号重复` }
    if (keys.some((key) => key.secret.equals(secret))) return { ok: false, fault: `${place}和前面的是同一把` }
    keys.push({ id, secret })
  }
  const [first, ...older] = keys
  return first ? { ok: true, keyring: keyringOf(first, older, suite) } : { ok: false, fault: '没有密钥' }
}

/** A keyring setting with one random key. */
export function generateKeyring(id = 'k1'): string {
  return `${id}:${randomBytes(keyBytes).toString('base64')}`
}

function keyringOf(first: Key, older: Key[], suiteName: SuiteName): Keyring {
  const keys = [first, ...older]
  const suite = suites[suiteName]
  /** The encryption key itself is never used for hashing, nor one derived key for two ends. Source: threats §5.3. */
  const derive = remembered((one: Suite, key: Key, label: string) => one.derive(key.secret, label))
  const wrap = remembered((one: Suite, key: Key) => one.wrappingKey(key.secret))
  return {
    first,
    suite,
    byId: (id) => keys.find((key) => key.id === id),
    ids: keys.map((key) => key.id),
    wrappingKey: (one, key) => wrap(one, key, ''),
    indexes(purpose, value) {
      const index = (key: Key, one: Suite) =>
        one.hash(derive(one, key, `index:${purpose}`), value).toString('hex')
      const [written, ...others] = suitesFrom(suite)
      const rest = [
        ...others.map((one) => index(first, one)),
        ...older.flatMap((key) => [written, ...others].map((one) => index(key, one))),
      ]
      return [index(first, written), ...rest]
    },
    in: (name) => keyringOf(first, older, name),
  }
}

type Making = (suite: Suite, key: Key, label: string) => Buffer

function remembered(make: Making): Making {
  const made = new Map<string, Buffer>()
  return (suite, key, label) => {
    const name = `${suite.name}\n${key.id}\n${label}`
    const known = made.get(name) ?? make(suite, key, label)
    made.set(name, known)
    return known
  }
}

/** A key typed by hand repeats few byte values; 32 random bytes have fewer than 16 distinct ones practically never. */
function isWeak(secret: Buffer): boolean {
  return new Set(secret).size < 16
}
