import sharp from 'sharp'
import { photoLimits } from '@domain/photos/limits'
import { tileOf, type Mark } from './mark'

/** What the workshop can be asked for. */
export type Job = { kind: 'reencode'; bytes: Buffer } | { kind: 'mark'; bytes: Buffer; mark: Mark }

/** JPEG without any metadata. */
export interface Picture {
  jpeg: Buffer
  width: number
  height: number
}

/** Of the stored picture: small print of a judgment stays readable. Source: threats §4.2. */
const stored = { side: 2560, quality: 80 }
/** The library gives up between two lines of a picture; what hangs inside one is ended from outside. */
const decodeSeconds = 8
const markQuality = 85

// Memory of a decoder belongs to the two that run, not to a cache; threads are for other jobs.
sharp.cache(false)
sharp.concurrency(1)

/** @throws what the decoder says about a broken picture */
export function doJob(job: Job): Promise<Picture> {
  return job.kind === 'reencode' ? reencode(job.bytes) : withMark(job.bytes, job.mark)
}

async function reencode(bytes: Buffer): Promise<Picture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: photoLimits.maxPixels, failOn: 'error' })
    // Before the metadata goes: it says which way up the phone was.
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: stored.side, height: stored.side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: stored.quality })
    .timeout({ seconds: decodeSeconds })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: data, width: info.width, height: info.height }
}

async function withMark(bytes: Buffer, mark: Mark): Promise<Picture> {
  const photo = sharp(bytes, { limitInputPixels: photoLimits.maxPixels })
  const { width, height } = await photo.metadata()
  const jpeg = await photo
    .composite([{ input: tileOf(mark, { width, height }), tile: true }])
    .jpeg({ quality: markQuality })
    .timeout({ seconds: decodeSeconds })
    .toBuffer()
  return { jpeg, width, height }
}
