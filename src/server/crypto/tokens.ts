import { createHash, randomBytes } from 'node:crypto'

/** An opaque session token: 256 random bits, base64url. Only {@link hashToken} of it is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Lower-case hex. The token has full entropy, so a plain hash cannot be reversed. */
export function hashToken(token: string): string {
  return sha256(token)
}

/** Lower-case hex. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
