import { photoLimits } from '@domain/photos/limits'
import { createGate, type Gate } from '../gate'
import { done, fail, type Result } from '../result'
import { readHeader, type PhotoHeader } from './header'
import type { Picture } from './jobs'
import { refusalOf } from './kinds'
import { workshop } from './theWorkshop'

/** Two at once use both cores of a small machine; what waits longer than a request may last is refused at once. */
const gate = createGate({ name: 'photos', atOnce: 2, waiting: 24 })
/** Pictures that are held whole take ten times the memory of others: one at a time. */
const wholeGate = createGate({ name: 'wholePhotos', atOnce: 1, waiting: 6 })

/**
 * Makes a picture of our own out of bytes nobody can trust: content allow-list, caps read from the header, then a
 * full decode and re-encode in another process, which is what removes positions, scripts and appended archives.
 * @param source at most `photoLimits.maxBytes`
 * @returns the picture, or why it cannot be taken: `PHOTO_…`, `NOT_A_PHOTO`, `FILE_NOT_PHOTO`
 * @throws GateFull when too many pictures are waiting
 * Source: threats §4.
 */
export async function reencodePhoto(source: Buffer): Promise<Result<Picture>> {
  const refusal = await refusalOf(source)
  if (refusal) return fail(refusal)
  const header = readHeader(source)
  if (!header) return fail('PHOTO_BROKEN')
  if (header.isAnimated) return fail('PHOTO_ANIMATED')
  if (isTooLarge(header)) return fail('PHOTO_TOO_MANY_PIXELS')
  const reencode = () => gate.run(() => workshop().run({ kind: 'reencode', bytes: source }))
  const picture = await (header.isHeldWhole ? inTurn(wholeGate, reencode) : reencode())
  return picture ? done(picture) : fail('PHOTO_BROKEN')
}

const inTurn = <T>(turn: Gate, work: () => Promise<T>) => turn.run(work)

function isTooLarge({ width, height }: PhotoHeader): boolean {
  return width * height > photoLimits.maxPixels || Math.max(width, height) > photoLimits.maxSide
}
