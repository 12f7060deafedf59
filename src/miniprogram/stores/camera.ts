import { type DraftPhoto } from '@domain/application/draft'
import { takePhotos, type PhotoSource } from '@/platform/photos'
import { askPrivacy, privacyState } from '@/platform/privacy'
import { randomId } from '@/platform/randomId'
import { cameraWords } from './words'

export interface Taken {
  photos: DraftPhoto[]
  /** Why there is none, or fewer than chosen; nothing when the person just closed the camera. */
  problem?: string
}

/**
 * Takes or chooses photos, asking for WeChat's privacy guide first where it is still needed: only from a tap, on a
 * page that says what the photos are for. Refusing ends in a sentence with a way on, never in a dead end.
 */
export async function takeDraftPhotos(source: PhotoSource, count: number): Promise<Taken> {
  if (!(await isAllowed())) return { photos: [], problem: cameraWords.refused }
  const taken = await takePhotos(source, count)
  if (!taken.ok)
    return { photos: [], ...(taken.reason === 'cancelled' ? {} : { problem: cameraWords[taken.reason] }) }
  const fault = taken.faults[0]
  const photos = await Promise.all(
    taken.photos.map(async ({ ref }) => ({ clientId: await randomId(), file: ref })),
  )
  return { photos, ...(fault ? { problem: cameraWords[fault] } : {}) }
}

async function isAllowed(): Promise<boolean> {
  if ((await privacyState()) !== 'needed') return true
  return (await askPrivacy()) !== 'refused'
}
