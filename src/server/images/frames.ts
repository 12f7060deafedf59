import type { Readable, Writable } from 'node:stream'

/** What the server and the process that decodes say to each other: some words, and the bytes of a picture or none. */
export interface Frame<Words> {
  words: Words
  bytes: Buffer
}

/** Of whoever decodes hostile pictures nothing is believed: no frame is longer. */
const most = { words: 4 * 1024, bytes: 16 * 1024 * 1024 }

const sizeBytes = 4

/** Length of the words, length of the bytes, the words as JSON, the bytes: a picture is never made into a message. */
export function writeFrame<Words>(stream: Writable, words: Words, bytes: Uint8Array = Buffer.alloc(0)): void {
  const text = Buffer.from(JSON.stringify(words), 'utf8')
  const sizes = Buffer.alloc(2 * sizeBytes)
  sizes.writeUInt32BE(text.length, 0)
  sizes.writeUInt32BE(bytes.length, sizeBytes)
  stream.cork()
  stream.write(Buffer.concat([sizes, text]))
  if (bytes.length > 0) stream.write(bytes)
  stream.uncork()
}

/**
 * The frames that come in, until the other side is gone.
 * @throws when a frame is longer than any may be or its words are no JSON, and when the stream breaks
 */
export async function* framesOf<Words>(stream: Readable): AsyncGenerator<Frame<Words>, void> {
  const read = readerOf(stream)
  for (;;) {
    const sizes = await read(2 * sizeBytes)
    if (!sizes) return
    const [wordBytes, pictureBytes] = [sizes.readUInt32BE(0), sizes.readUInt32BE(sizeBytes)]
    if (wordBytes > most.words || pictureBytes > most.bytes) throw new Error('a frame is too long')
    const [text, bytes] = [await read(wordBytes), await read(pictureBytes)]
    if (!text || !bytes) return
    yield { words: JSON.parse(text.toString('utf8')) as Words, bytes }
  }
}

/** @returns reads exactly so many bytes into room made once; nothing when the stream ends before */
function readerOf(stream: Readable): (length: number) => Promise<Buffer | undefined> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  let rest: Buffer = Buffer.alloc(0)
  return async (length) => {
    const room = Buffer.allocUnsafeSlow(length)
    for (let used = 0; used < length;) {
      if (rest.length === 0) {
        const { value } = await chunks.next()
        if (!value) return undefined
        rest = value
      }
      const copied = rest.copy(room, used)
      used += copied
      rest = rest.subarray(copied)
    }
    return room
  }
}
