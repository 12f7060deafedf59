import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with the values every authenticator app understands: SHA-1, 30 seconds, six digits. */
const stepMs = 30_000
const digits = 6
/** A clock may be one step off either way. Source: RFC 6238 §5.2. */
const drift = [0, -1, 1] as const
/** 160 bits, as long as the hash. Source: RFC 4226 §4. */
const secretBytes = 20

export function newTotpSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** Number of the 30-second step an instant lies in. */
export function totpStep(instant: Date): number {
  return Math.floor(instant.getTime() / stepMs)
}

/** The code of one step. @param length six for people; RFC 6238's own examples have eight */
export function totpCode(secret: Buffer, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  // Dynamic truncation. Source: RFC 4226 §5.3.
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** length).padStart(length, '0')
}

/**
 * The step a typed code belongs to, or undefined. All steps are compared, so that the time taken tells nothing.
 * @param code as typed; spaces inside are forgiven
 * @param lastStep step of the last code that was used: none up to it counts again
 */
export function stepOfCode(
  secret: Buffer,
  code: string,
  now: Date,
  lastStep: number | undefined,
): number | undefined {
  const typed = Buffer.from(code.replace(/\s/g, ''))
  const current = totpStep(now)
  const matching = drift
    .map((offset) => current + offset)
    .filter((step) => {
      const expected = Buffer.from(totpCode(secret, step))
      return typed.length === expected.length && timingSafeEqual(typed, expected)
    })
  return matching.find((step) => lastStep === undefined || step > lastStep)
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding, as authenticator apps take it. Source: RFC 4648 §6. */
export function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => base32Letters[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '')
    .join('')
}

/** The address an authenticator app reads. @param account what the app shows beside the code */
export function otpauthAddress(secret: Buffer, issuer: string, account: string): string {
  const label = [issuer, account].map(encodeURIComponent).join(':')
  const query = new URLSearchParams({ secret: base32(secret), issuer, algorithm: 'SHA1' })
  // A space would become `+`, which not every app undoes.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}&digits=${digits}&period=${stepMs / 1000}`
}
