import { createHash, randomBytes } from 'node:crypto'
import { sha256 } from '@domain/uploads/sha256'

const nodes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

// FIPS 180-4, examples of NIST.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('NIST 的例子：“%s”', (text, hash) => {
  expect(sha256(Buffer.from(text))).toBe(hash)
})

test('从 0 到 260 字节，每个长度都和 Node 算的一样', () => {
  const wrong = Array.from({ length: 261 }, (_, length) => randomBytes(length)).filter(
    (bytes) => sha256(bytes) !== nodes(bytes),
  )
  expect(wrong).toEqual([])
})

test('一张 300 kB 的照片：和 Node 算的一样', () => {
  const bytes = randomBytes(300_000)
  expect(sha256(bytes)).toBe(nodes(bytes))
})
