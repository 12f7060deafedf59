import { type PhotoFinding } from './kinds'

/** What is told about a photo: a few words for its mark, and one sentence. */
export const findingWords: Readonly<Record<PhotoFinding, { mark: string; sentence: string }>> = {
  dark: { mark: '太暗', sentence: '太暗了，请到亮处再拍。' },
  glare: { mark: '有反光', sentence: '有反光，把字遮住了。' },
  small: { mark: '太小', sentence: '字太小，请靠近一点拍。' },
  blurred: { mark: '有点模糊', sentence: '有点模糊，字看不清。' },
  sideways: { mark: '横着的', sentence: '照片是横着的，请转正再拍。' },
  cropped: { mark: '没拍全', sentence: '纸的边没有拍全。' },
  duplicate: { mark: '拍过了', sentence: '这张和另一张一样。' },
}
