import type { QueuedPhoto } from './queue'

/** The four things a family sees of a photo: 等待, 上传中, 已收到, 需要处理. */
export type ShownUpload =
  /** `words`: the last try came to nothing; what happens next. */
  | { is: 'waiting'; words?: string }
  | { is: 'uploading'; percent: number }
  | { is: 'received' }
  /** `words`: why, and what to do. */
  | { is: 'needed'; words: string }

/** @returns how a photo in the queue looks to the family */
export function shownUpload(photo: QueuedPhoto): ShownUpload {
  switch (photo.is) {
    case 'waiting':
      return { is: 'waiting' }
    case 'pausing':
      return { is: 'waiting', words: photo.words }
    case 'sending':
      return { is: 'uploading', percent: photo.percent }
    case 'stuck':
      return { is: 'needed', words: photo.words }
    case 'received':
      return { is: 'received' }
  }
}
