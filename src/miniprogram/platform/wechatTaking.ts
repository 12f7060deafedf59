import Taro from '@tarojs/taro'
import { phonePhoto } from '@domain/photos/limits'
import { isCancelled, isFull, isRefused } from './failure'
import { fileSize } from './fileSize'
import { keepEach } from './keepEach'
import { photosPerChoice, shrunkPhotoBytes } from './limits'
import {
  type KeptPhoto,
  type PhotoAsked,
  type PhotoFault,
  type PhotoSource,
  type TakePhotos,
} from './takePhotos'
import { canvasPhoto, type Encoded } from './wechatCanvas'

type Picture = Pick<Encoded, 'path' | 'width' | 'height'>

async function measured(path: string): Promise<Picture> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  return { path, width, height }
}

/**
 * Where there is no canvas. WeChat shrinks to the side that is given and follows with the other one. Sizes from base
 * library 2.26.0 on, and iOS compresses JPEG only: when it does not work the picture stays as it is and its size decides.
 */
async function shrunk({ path, width, height }: Picture): Promise<Picture> {
  const { targetSide, quality } = phonePhoto
  const isLarge = Math.max(width, height) > targetSide
  const side = width >= height ? { compressedWidth: targetSide } : { compressedHeight: targetSide }
  try {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality, ...(isLarge ? side : {}) })
    return tempFilePath ? await measured(tempFilePath) : { path, width, height }
  } catch {
    return { path, width, height }
  }
}

/** Temporary files die with the app; a draft needs a saved one. */
function saved(path: string): Promise<string> {
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: (result) => resolve((result as { savedFilePath: string }).savedFilePath),
      fail: reject,
    }),
  )
}

async function keep(path: string, asked: PhotoAsked): Promise<KeptPhoto | PhotoFault> {
  try {
    const drawn = await canvasPhoto(path, asked)
    const picture = drawn ?? (await shrunk(await measured(path)))
    const bytes = drawn?.bytes ?? (await fileSize(picture.path))
    if (bytes > shrunkPhotoBytes) return 'tooLarge'
    const { width, height } = picture
    const ref = await saved(picture.path)
    return { ref, bytes, width, height, findings: drawn?.findings ?? [], hash: drawn?.hash }
  } catch (error) {
    return isFull(error) ? 'noRoom' : 'unreadable'
  }
}

/** With callbacks: Taro 4.1.11 does not turn this call into a promise, and not every base library does. */
function chosen(source: PhotoSource, count: number): Promise<readonly { tempFilePath: string }[]> {
  return new Promise((resolve, reject) => {
    void Taro.chooseMedia({
      count: Math.min(count, photosPerChoice),
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles),
      fail: reject,
    })
  })
}

/** Photos taken in WeChat. A ref is the path of the saved file. */
export const takeInWechat: TakePhotos = async (source, count, asked) => {
  try {
    const chosenPaths = (await chosen(source, count)).map(({ tempFilePath }) => tempFilePath)
    return await keepEach(chosenPaths, asked, keep)
  } catch (error) {
    if (isCancelled(error)) return { ok: false, reason: 'cancelled' }
    return { ok: false, reason: isRefused(error) ? 'refused' : 'failed' }
  }
}
