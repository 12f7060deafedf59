import { fileTypeFromBuffer } from 'file-type/core'
import sharp from 'sharp'
import { photoLimits } from '@domain/photos/limits'
import { createGate } from '../gate'
import { done, fail, type Failure, type Result } from '../result'

/** Source: threats §4.2. */
const work = {
  /** Of the stored picture, pixels: small print of a judgment stays readable. */
  storedSide: 2560,
  quality: 80,
  decodesAtOnce: 2,
  decodesWaiting: 24,
  decodeSeconds: 10,
}

export interface StoredPhoto {
  /** JPEG without any metadata. */
  jpeg: Buffer
  width: number
  height: number
}

// Memory of a decoder belongs to the two that run, not to a cache; threads are for other requests.
sharp.cache(false)
sharp.concurrency(1)

const gate = createGate({ atOnce: work.decodesAtOnce, waiting: work.decodesWaiting })

/** What the content really is → the answer. Declared types and file names are never read. */
const heicTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])
const photoTypes = new Set(['image/jpeg', 'image/png'])

/**
 * Makes a picture of our own out of bytes nobody can trust: content allow-list, caps read from the header, then a
 * full decode and re-encode, which is what removes positions, scripts and appended archives.
 * @param source at most `photoLimits.maxBytes`
 * @returns the picture, or `NOT_A_PHOTO`, `PHOTO_HEIC`, `PHOTO_TOO_MANY_PIXELS`, `PHOTO_BROKEN`
 * @throws GateFull when too many pictures are waiting
 * Source: threats §4.
 */
export async function reencodePhoto(source: Buffer): Promise<Result<StoredPhoto>> {
  const refused = (await refuseByContent(source)) ?? (await refuseByHeader(source))
  return refused ?? gate.run(() => decode(source))
}

/** First: the decoder itself would accept SVG. */
async function refuseByContent(source: Buffer): Promise<Failure | undefined> {
  const type = await fileTypeFromBuffer(source).catch(() => undefined)
  if (type && photoTypes.has(type.mime)) return undefined
  return fail(type && heicTypes.has(type.mime) ? 'PHOTO_HEIC' : 'NOT_A_PHOTO')
}

/** Reads the header only: a bomb costs nothing here. */
async function refuseByHeader(source: Buffer): Promise<Failure | undefined> {
  try {
    const { width, height, pages = 1 } = await sharp(source, { limitInputPixels: false }).metadata()
    if (pages > photoLimits.maxFrames) return fail('NOT_A_PHOTO')
    const tooMany = width * height > photoLimits.maxPixels || Math.max(width, height) > photoLimits.maxSide
    return tooMany ? fail('PHOTO_TOO_MANY_PIXELS') : undefined
  } catch {
    return fail('PHOTO_BROKEN')
  }
}

async function decode(source: Buffer): Promise<Result<StoredPhoto>> {
  const { storedSide, quality, decodeSeconds } = work
  try {
    const { data, info } = await sharp(source, { limitInputPixels: photoLimits.maxPixels, failOn: 'error' })
      // Before the metadata goes: it says which way up the phone was.
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: storedSide, height: storedSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .timeout({ seconds: decodeSeconds })
      .toBuffer({ resolveWithObject: true })
    return done({ jpeg: data, width: info.width, height: info.height })
  } catch {
    return fail('PHOTO_BROKEN')
  }
}
