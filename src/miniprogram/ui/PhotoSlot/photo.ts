import { type TagTone } from '../Tag'

/** Where one photo is. Every photo ends as received or failed; nothing is lost without a word. */
export type PhotoState =
  /** words: the last try came to nothing; what happens next. */
  | { is: 'waiting'; words?: string }
  /** percent: 0–100 */
  | { is: 'uploading'; percent: number }
  | { is: 'received' }
  /** words: why, and what to do; without them the usual sentence. */
  | { is: 'failed'; words?: string }

export interface SlotPhoto {
  id: string
  /** Address of the picture on the phone. */
  preview?: string
  state: PhotoState
  /** What the phone noticed, in one sentence: 有点模糊，字看不清。 It warns and never blocks: the photo goes on its way. */
  doubt?: string
}

interface PhotoWords {
  tone: TagTone
  tag: string
  more?: string
}

/** The words of a state: tag, and a sentence where something is to be done. */
export function photoWords(state: PhotoState): PhotoWords {
  switch (state.is) {
    case 'waiting':
      return { tone: 'quiet', tag: '等待', more: state.words ?? '有网络时会自动传。' }
    case 'uploading':
      return { tone: 'going', tag: `上传中 ${Math.round(state.percent)}%` }
    case 'received':
      return { tone: 'done', tag: '已收到' }
    case 'failed':
      return { tone: 'failed', tag: '需要处理', more: state.words ?? '照片还在手机里，请再传一次。' }
  }
}
