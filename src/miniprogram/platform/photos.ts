import { browserPhotos } from './browserPhotos'
import { wechatPhotos } from './wechatPhotos'

export interface PhotoDesk {
  path(ref: string): Promise<string | undefined>
  remove(ref: string): Promise<void>
  keptBefore(instant: number): Promise<string[]>
  look(path: string): Promise<void>
}

const desk: PhotoDesk = process.env.TARO_ENV === 'weapp' ? wechatPhotos : browserPhotos

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
