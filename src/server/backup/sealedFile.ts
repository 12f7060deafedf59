import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { SealBroken } from '../crypto/sealBroken'
import type { Envelope } from '../crypto/envelope'

const lengthBytes = 4

export interface SealedFile {
  /** Of what was sealed, not of the file. Lower-case hex. */
  sha256: string
  chunks: number
}

/**
 * Writes chunks, each sealed with its place in this file of this backup, and syncs: nothing can be exchanged, left out
 * or cut off without being noticed.
 * @param place `<backup id>:<name>`
 */
export async function writeSealed(
  path: string,
  chunks: AsyncIterable<Buffer>,
  { envelope, place }: { envelope: Envelope; place: string },
): Promise<SealedFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let count = 0
  const put = async (plain: Buffer, kind: 'chunk' | 'end') => {
    const sealed = envelope.seal(plain, chunkPlace(place, count, kind))
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32BE(sealed.length)
    await file.writeFile(Buffer.concat([length, sealed]))
  }
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      await put(chunk, 'chunk')
      count += 1
    }
    await put(Buffer.alloc(0), 'end')
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), chunks: count }
}

/** The chunks of such a file. @throws SealBroken when anything in it is not as it was written */
export async function* readSealed(
  path: string,
  { envelope, place }: { envelope: Envelope; place: string },
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  const take = async (length: number) => {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length)
    if (bytesRead !== length) throw new SealBroken('altered')
    return buffer
  }
  try {
    const { size } = await file.stat()
    for (let count = 0, read = 0; ; count += 1) {
      const length = (await take(lengthBytes)).readUInt32BE()
      read += lengthBytes + length
      if (read > size) throw new SealBroken('altered')
      const isLast = read === size
      const plain = envelope.open(await take(length), chunkPlace(place, count, isLast ? 'end' : 'chunk'))
      if (isLast) return
      yield plain
    }
  } finally {
    await file.close()
  }
}

const chunkPlace = (place: string, index: number, kind: 'chunk' | 'end') => `backup:${place}:${index}:${kind}`
