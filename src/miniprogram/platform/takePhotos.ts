import { type PhotoFinding } from '@domain/photos/kinds'
import { takeInBrowser } from './browserTaking'
import { takeInWechat } from './wechatTaking'

// Apart from `photos.ts`: what looks at pixels is only for the pages that take photos, and stays out of the main package.

/** A photo that is kept on this phone until it is removed; it outlives a restart of the app. */
export interface KeptPhoto {
  /** What a draft stores. Not a path: ask {@link photoPath}. */
  ref: string
  bytes: number
  width: number
  height: number
  /** What the phone noticed; nothing where it has no canvas to look at pixels. */
  findings: PhotoFinding[]
  /** What the photo looks like, to tell when it is taken again; absent where `findings` are not known. */
  hash?: string
}

/** What is asked of each photo. */
export interface PhotoAsked {
  /** Burnt into the picture: 仅用于办理…… */
  purpose: string
  /** Hashes of the photos that are there already. */
  others: readonly string[]
  /** A paper with writing; false for a picture of a person. */
  isPaper: boolean
}

export type PhotoFault = 'tooLarge' | 'unreadable' | 'noRoom'

export type PhotosTaken =
  | { ok: true; photos: KeptPhoto[]; faults: PhotoFault[] }
  | { ok: false; reason: 'cancelled' | 'refused' | 'failed' }

export type PhotoSource = 'camera' | 'album'

export type TakePhotos = (source: PhotoSource, count: number, asked: PhotoAsked) => Promise<PhotosTaken>

const take: TakePhotos = process.env.TARO_ENV === 'weapp' ? takeInWechat : takeInBrowser

/**
 * Lets the person take or choose photos, makes each at most 1600 px long and 300 kB large, looks at it, marks it with its
 * purpose and keeps it. Pictures that cannot be used come back as faults, the others are there all the same. Only from
 * a tap.
 * @param count at most so many
 */
export function takePhotos(source: PhotoSource, count: number, asked: PhotoAsked): Promise<PhotosTaken> {
  return take(source, count, asked)
}
