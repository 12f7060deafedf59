import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** Pictures made in the test: nothing large lies in the project. */
export const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } })

/** Does not compress: large in bytes, not in pixels. */
export const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

/** A progressive JPEG of a few bytes that says it has `side` × `side` pixels: what its decoder would believe. */
export async function jpegBomb(side: number): Promise<Buffer> {
  const bytes = await blank(16, 16).jpeg({ progressive: true }).toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]))
  bytes.writeUInt16BE(side, frame + 5)
  bytes.writeUInt16BE(side, frame + 7)
  return bytes
}

/** The same as PNG, interlaced or not. */
export async function pngBomb(side: number, progressive: boolean): Promise<Buffer> {
  const bytes = await blank(16, 16).png({ progressive }).toBuffer()
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  return bytes
}

/** A PNG with the chunk that makes an animation of it. */
export async function animatedPng(): Promise<Buffer> {
  const bytes = await blank(16, 16).png().toBuffer()
  const control = Buffer.from([0, 0, 0, 8, ...Buffer.from('acTL'), 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([bytes.subarray(0, 33), control, bytes.subarray(33)])
}

/** The first bytes of an ISO media file of this brand. */
export const isoMedia = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)])
