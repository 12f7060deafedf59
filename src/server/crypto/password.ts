import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { createGate, type Gate } from '../gate'

/** N = 2^15, r = 8, p = 1: about 0.2 s and 32 MB a try. Source: threats §5.2. */
const cost = { logN: 15, r: 8, p: 1 }
const keyLength = 32

/** Two at once, or signing in becomes an attack on the processor. */
const gate: Gate = createGate({ name: 'passwords', atOnce: 2, waiting: 50 })

/** `scrypt$15$8$1$salt$key`: the parameters travel with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/**
 * Whether `password` belongs to `stored`. Takes the same time when there is no such account (`stored` absent).
 * @throws GateFull when too many tries are waiting
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, logN, r, p, salt = '', key = ''] = (stored ?? nobody).split('$')
  const parameters = { logN: Number(logN), r: Number(r), p: Number(p) }
  const expected = Buffer.from(key, 'base64')
  const derived = await derive(password, Buffer.from(salt, 'base64'), parameters)
  return derived.length === expected.length && timingSafeEqual(derived, expected) && stored !== undefined
}

/** A first password a person can read aloud: 16 characters without look-alikes, about 79 bits. */
export function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)] ?? '')
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

const nobody = ['scrypt', cost.logN, cost.r, cost.p, 'AAAAAAAAAAAAAAAAAAAAAA==', 'A'.repeat(43) + '='].join(
  '$',
)

function derive(
  password: string,
  salt: Buffer,
  { logN, r, p }: { logN: number; r: number; p: number },
): Promise<Buffer> {
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r }
  return gate.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}
