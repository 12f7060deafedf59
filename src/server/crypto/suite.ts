export const suiteNames = ['aes', 'sm'] as const
export type SuiteName = (typeof suiteNames)[number]

/** One family of algorithms: what keeps data secret and whole, and what hashes with a key. */
export interface Suite {
  name: SuiteName
  /** Stands in every ciphertext; never given to another suite. */
  id: number
  dataKeyBytes: number
  /** How much longer than the plain text a ciphertext is. */
  overhead: number
  /** The key that wraps data keys, made of a 32-byte secret of the keyring. */
  wrappingKey(secret: Buffer): Buffer
  /** @param associated is bound into the ciphertext and not part of it */
  encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer
  /** @throws SealBroken */
  decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer
  /** A key of its own for one purpose, made of a 32-byte secret. The same for the same label. */
  derive(secret: Buffer, label: string): Buffer
  /** Keyed hash, 32 bytes. */
  hash(key: Buffer, value: string | Buffer): Buffer
}
