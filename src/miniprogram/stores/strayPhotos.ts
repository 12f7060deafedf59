import { now } from '@/platform/clock'
import { photosKeptBefore, removePhoto } from '@/platform/photos'
import { readSealed } from '@/platform/sealedStorage'
import { keysOfFamily, photosIn } from './familyRecords'

/** A photo that was just taken is named in a moment; one that nobody has named for a day never will be. */
const millisecondsToBeNamed = 86_400_000

let erasing: Promise<void> | undefined

/**
 * Erases the photos that no record of this phone names: it died between keeping one and writing it down, or between
 * writing down that it goes and removing it. Once in each life of the program; nothing happens while any record cannot
 * be read.
 */
export function eraseStrayPhotos(): Promise<void> {
  erasing ??= erase()
  return erasing
}

async function erase(): Promise<void> {
  const old = await photosKeptBefore(Date.parse(now()) - millisecondsToBeNamed)
  if (old.length === 0) return
  const records = await Promise.all(keysOfFamily().map((key) => readSealed(key)))
  if (records.some((record) => record === undefined)) return
  const named = records.reduce<string[]>((all, record) => all.concat(photosIn(record)), [])
  await Promise.all(old.filter((ref) => named.indexOf(ref) < 0).map((ref) => removePhoto(ref)))
}
