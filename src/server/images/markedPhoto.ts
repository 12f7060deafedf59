import { createGate } from '../gate'
import { StoreAway } from '../store/objectStore'
import type { Mark } from './mark'
import { workshop } from './theWorkshop'

/** Marking is as heavy as decoding: two at once, so that signing in and submitting stay quick. */
const gate = createGate({ name: 'watermarks', atOnce: 2, waiting: 60 })

/**
 * The same photo with who looks, at which case and when across the whole of it: a picture taken of the screen tells
 * where it comes from.
 * @param jpeg a stored photo
 * @throws GateFull when too many photos are waiting; StoreAway when what is stored is no picture any more
 * Source: threats T20.
 */
export async function withMark(jpeg: Buffer, mark: Mark): Promise<Buffer> {
  const picture = await gate.run(() => workshop().run({ kind: 'mark', bytes: jpeg, mark }))
  if (!picture) throw new StoreAway('NOT_MARKED')
  return picture.jpeg
}
