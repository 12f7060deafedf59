import { browserPhotos } from './browserPhotos'
import { wechatPhotos } from './wechatPhotos'

/** A photo that is kept on this phone until it is removed; it outlives a restart of the app. */
export interface KeptPhoto {
  /** What a draft stores. Not a path: ask {@link photoPath}. */
  ref: string
  bytes: number
  width: number
  height: number
}

export type PhotoFault = 'tooLarge' | 'unreadable' | 'noRoom'

export type PhotosTaken =
  | { ok: true; photos: KeptPhoto[]; faults: PhotoFault[] }
  | { ok: false; reason: 'cancelled' | 'refused' | 'failed' }

export type PhotoSource = 'camera' | 'album'

export interface PhotoDesk {
  take(source: PhotoSource, count: number): Promise<PhotosTaken>
  path(ref: string): Promise<string | undefined>
  remove(ref: string): Promise<void>
  keptBefore(instant: number): Promise<string[]>
  look(path: string): Promise<void>
}

const desk: PhotoDesk = process.env.TARO_ENV === 'weapp' ? wechatPhotos : browserPhotos

/**
 * Lets the person take or choose photos, makes each at most 1600 px long (JPEG, quality 70) and keeps it.
 * Pictures that cannot be used come back as faults, the others are there all the same. Only from a tap.
 * @param count at most so many
 */
export function takePhotos(source: PhotoSource, count: number): Promise<PhotosTaken> {
  return desk.take(source, count)
}

/**
 * The file of a kept photo, for `<Image src>` and `upload`. Valid until the app closes.
 * @returns undefined when the phone has thrown the file away
 */
export function photoPath(ref: string): Promise<string | undefined> {
  return desk.path(ref)
}

/** Deletes a kept photo from this phone. Does not fail: a file that is gone already is gone. */
export function removePhoto(ref: string): Promise<void> {
  return desk.remove(ref)
}

/**
 * Refs of the photos this phone has kept since before an instant, whether or not anything names them.
 * @param instant milliseconds since 1970
 * @returns nothing in a browser: it does not tell how old a picture is, and another window may be about to name it
 */
export function photosKeptBefore(instant: number): Promise<string[]> {
  return desk.keptBefore(instant)
}

/** Shows a photo over the whole screen, with the platform's own viewer. */
export function lookAtPhoto(path: string): Promise<void> {
  return desk.look(path)
}
