import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { SealBroken } from './sealBroken'
import type { Suite } from './suite'

const ivBytes = 16
const tagBytes = 32
const cipherKeyBytes = 16
const macKeyBytes = 32

/**
 * SM4-CTR, then HMAC-SM3 over what came out (GB/T 32907, GB/T 32905). OpenSSL has no SM4-GCM, so the two are put
 * together here: encrypt-then-MAC, one key each, and the IV is in the MAC. SM2 is not used: Node's is not the standard's.
 * Source: platform/api §6 (measured).
 */
export const smSuite: Suite = {
  name: 'sm',
  id: 2,
  dataKeyBytes: cipherKeyBytes + macKeyBytes,
  overhead: ivBytes + tagBytes,
  wrappingKey: (secret) => derived(secret, 'seal:sm', cipherKeyBytes + macKeyBytes),
  encrypt(key, plain, associated) {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, cipherKeyBytes), iv)
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()])
    return Buffer.concat([body, macOf(key, associated, body)])
  },
  decrypt(key, sealed, associated) {
    if (sealed.length < ivBytes + tagBytes) throw new SealBroken('format')
    const body = sealed.subarray(0, sealed.length - tagBytes)
    // Checked before the cipher sees a byte: an altered text is never decrypted.
    if (!timingSafeEqual(macOf(key, associated, body), sealed.subarray(body.length)))
      throw new SealBroken('altered')
    const iv = body.subarray(0, ivBytes)
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, cipherKeyBytes), iv)
    return Buffer.concat([decipher.update(body.subarray(ivBytes)), decipher.final()])
  },
  derive: (secret, label) => derived(secret, label, macKeyBytes),
  hash: (key, value) => createHmac('sm3', key).update(value).digest(),
}

/** The length in front keeps a byte from wandering between the associated data and the text. */
function macOf(key: Buffer, associated: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(associated.length)
  return createHmac('sm3', key.subarray(cipherKeyBytes))
    .update(length)
    .update(associated)
    .update(body)
    .digest()
}

function derived(secret: Buffer, label: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sm3', secret, Buffer.alloc(0), label, bytes))
}
