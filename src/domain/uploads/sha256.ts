const rounds = 64
const blockBytes = 64

const primes = ((): number[] => {
  const found: number[] = []
  for (let number = 2; found.length < rounds; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
})()

/** The first 32 bits behind the point: what FIPS 180-4 takes of the roots of the primes. */
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 0x100000000) | 0

const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Int32Array.from(primes.map((prime) => fraction(Math.cbrt(prime))))

/**
 * SHA-256 (FIPS 180-4) of the bytes, lower-case hex. WeChat gives programs no hash of this kind, and both ends must
 * mean the same photo. 300 kB take some milliseconds.
 */
export function sha256(bytes: Uint8Array): string {
  const hash = Int32Array.from(start)
  const words = new Int32Array(rounds)
  const whole = bytes.length - (bytes.length % blockBytes)
  for (let offset = 0; offset < whole; offset += blockBytes) compress(hash, words, bytes, offset)
  const rest = padded(bytes, whole)
  for (let offset = 0; offset < rest.length; offset += blockBytes) compress(hash, words, rest, offset)
  return Array.from(hash, hex).join('')
}

const hex = (word: number) => `0000000${(word >>> 0).toString(16)}`.slice(-8)

/** What is left after the whole blocks, a 1 bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array, from: number): Uint8Array {
  const left = bytes.length - from
  const rest = new Uint8Array(left < blockBytes - 8 ? blockBytes : 2 * blockBytes)
  rest.set(bytes.subarray(from))
  rest[left] = 0x80
  const length = new DataView(rest.buffer)
  length.setUint32(rest.length - 8, Math.floor(bytes.length / 0x20000000))
  length.setUint32(rest.length - 4, (bytes.length << 3) >>> 0)
  return rest
}

// One long loop on purpose: calls for each round would take several times as long on a phone without a compiler (iOS).
function compress(hash: Int32Array, words: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let index = 0; index < 16; index += 1) {
    const at = offset + 4 * index
    words[index] =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
  }
  for (let index = 16; index < rounds; index += 1) {
    const early = words[index - 15] ?? 0
    const late = words[index - 2] ?? 0
    const small0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)
    const small1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)
    words[index] = ((words[index - 16] ?? 0) + small0 + (words[index - 7] ?? 0) + small1) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let index = 0; index < rounds; index += 1) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const chosen = (e & f) ^ (~e & g)
    const first = (h + big1 + chosen + (constants[index] ?? 0) + (words[index] ?? 0)) | 0
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index += 1) hash[index] = ((hash[index] ?? 0) + (added[index] ?? 0)) | 0
}
