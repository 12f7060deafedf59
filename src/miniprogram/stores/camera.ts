import { type DraftPhoto } from '@domain/application/draft'
import { formatDate } from '@domain/calendar/date'
import { type PaperId } from '@domain/services/papers'
import { today } from '@/platform/clock'
import { askPrivacy, privacyState } from '@/platform/privacy'
import { randomId } from '@/platform/randomId'
import { takePhotos, type PhotoSource } from '@/platform/takePhotos'
import { cameraWords, purposeWords } from './words'

export interface Taken {
  photos: DraftPhoto[]
  /** Why there is none, or fewer than chosen; nothing when the person just closed the camera. */
  problem?: string
}

/** What the photos are for. */
export interface PhotosFor {
  /** Neutral name of the matter. */
  matter: string
  paper: PaperId
  /** Photos of the same application, to notice one that is taken again. */
  others: readonly DraftPhoto[]
}

/**
 * Takes or chooses photos, asking for WeChat's privacy guide first where it is still needed: only from a tap, on a
 * page that says what the photos are for. Refusing ends in a sentence with a way on, never in a dead end.
 */
export async function takeDraftPhotos(
  source: PhotoSource,
  count: number,
  { matter, paper, others }: PhotosFor,
): Promise<Taken> {
  if (!(await isAllowed())) return { photos: [], problem: cameraWords.refused }
  const taken = await takePhotos(source, count, {
    purpose: purposeWords(matter, formatDate(today())),
    others: others.reduce<string[]>((hashes, { hash }) => (hash ? hashes.concat(hash) : hashes), []),
    isPaper: paper !== 'childPhoto',
  })
  if (!taken.ok)
    return { photos: [], ...(taken.reason === 'cancelled' ? {} : { problem: cameraWords[taken.reason] }) }
  const fault = taken.faults[0]
  const photos = await Promise.all(
    taken.photos.map(async ({ ref, hash, findings }) => ({
      clientId: await randomId(),
      file: ref,
      ...(hash ? { hash } : {}),
      ...(findings.length > 0 ? { doubts: findings } : {}),
    })),
  )
  return { photos, ...(fault ? { problem: cameraWords[fault] } : {}) }
}

async function isAllowed(): Promise<boolean> {
  if ((await privacyState()) !== 'needed') return true
  return (await askPrivacy()) !== 'refused'
}
