import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { SealBroken } from './sealBroken'
import type { Suite } from './suite'

const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

/** AES-256-GCM and HMAC-SHA256. Its tag covers the associated data, so nothing else is needed. */
export const aesSuite: Suite = {
  name: 'aes',
  id: 1,
  dataKeyBytes: keyBytes,
  overhead: ivBytes + tagBytes,
  wrappingKey: (secret) => secret,
  encrypt(key, plain, associated) {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated)
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  decrypt(key, sealed, associated) {
    if (sealed.length < ivBytes + tagBytes) throw new SealBroken('format')
    const bodyEnd = sealed.length - tagBytes
    // Without the length OpenSSL takes a tag of four bytes for a whole one.
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(associated).setAuthTag(sealed.subarray(bodyEnd))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(ivBytes, bodyEnd)), decipher.final()])
    } catch {
      throw new SealBroken('altered')
    }
  },
  derive: (secret, label) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), label, keyBytes)),
  hash: (key, value) => createHmac('sha256', key).update(value).digest(),
}
