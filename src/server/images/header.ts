/** What the first bytes of a picture say about the rest. Read without a decoder: a bomb costs nothing here. */
export interface PhotoHeader {
  width: number
  height: number
  /** The decoder must hold all of it at once: progressive JPEG, interlaced PNG. */
  isHeldWhole: boolean
  isAnimated: boolean
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** @returns what the header says, or undefined when it is no whole header of a JPEG or PNG */
export function readHeader(bytes: Buffer): PhotoHeader | undefined {
  if (bytes.subarray(0, pngStart.length).equals(pngStart)) return pngHeader(bytes)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHeader(bytes) : undefined
}

/** Start of frame: the sizes. C4, C8 and CC share the row but are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const progressive = new Set([0xc2, 0xc6, 0xca, 0xce])
/** Markers without a length after them. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** Walks from segment to segment; a preview inside one of them is skipped with it. Source: ITU T.81, annex B. */
function jpegHeader(bytes: Buffer): PhotoHeader | undefined {
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (isBare(marker)) at += 2
    else if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return sized({ width, height, isHeldWhole: progressive.has(marker), isAnimated: false })
    } else {
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2) return undefined
      at += 2 + length
    }
  }
  return undefined
}

/** IHDR comes first; `acTL` before the first picture makes an animation of it. Source: PNG third edition, 5.6, 11.3. */
function pngHeader(bytes: Buffer): PhotoHeader | undefined {
  if (bytes.length < 33 || nameAt(bytes, 8) !== 'IHDR') return undefined
  const [width, height, interlace] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[28]]
  return sized({ width, height, isHeldWhole: interlace !== 0, isAnimated: isAnimatedPng(bytes) })
}

function isAnimatedPng(bytes: Buffer): boolean {
  let at = 8
  while (at + 8 <= bytes.length) {
    const name = nameAt(bytes, at)
    if (name === 'acTL' || name === 'IDAT') return name === 'acTL'
    at += 12 + bytes.readUInt32BE(at)
  }
  return false
}

const nameAt = (bytes: Buffer, at: number) => bytes.toString('latin1', at + 4, at + 8)

const sized = (header: PhotoHeader) => (header.width > 0 && header.height > 0 ? header : undefined)
