import Taro from '@tarojs/taro'
import { phonePhoto } from '@domain/photos/limits'
import { isCancelled, isFull, isRefused } from './failure'
import { photosPerChoice, shrunkPhotoBytes } from './limits'
import { type KeptPhoto, type PhotoDesk, type PhotoFault, type PhotoSource } from './photos'

interface Picture {
  path: string
  width: number
  height: number
}

const millisecondsInSecond = 1000

const files = () => Taro.getFileSystemManager()

async function measured(path: string): Promise<Picture> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  return { path, width, height }
}

/**
 * WeChat shrinks to the side that is given and follows with the other one. Sizes from base library 2.26.0 on,
 * and iOS compresses JPEG only: when it does not work the picture stays as it is and its size decides.
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

function bytesOf(path: string): Promise<number> {
  return new Promise((resolve, reject) =>
    files().getFileInfo({
      filePath: path,
      success: (info) => resolve((info as { size: number }).size),
      fail: reject,
    }),
  )
}

/** Temporary files die with the app; a draft needs a saved one. */
function saved(path: string): Promise<string> {
  return new Promise((resolve, reject) =>
    files().saveFile({
      tempFilePath: path,
      success: (result) => resolve((result as { savedFilePath: string }).savedFilePath),
      fail: reject,
    }),
  )
}

async function keep(path: string): Promise<KeptPhoto | PhotoFault> {
  try {
    const picture = await shrunk(await measured(path))
    const bytes = await bytesOf(picture.path)
    if (bytes > shrunkPhotoBytes) return 'tooLarge'
    const ref = await saved(picture.path)
    return { ref, bytes, width: picture.width, height: picture.height }
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

/** Photos in WeChat. A ref is the path of the saved file. */
export const wechatPhotos: PhotoDesk = {
  async take(source, count) {
    try {
      const tempFiles = await chosen(source, count)
      const photos: KeptPhoto[] = []
      const faults: PhotoFault[] = []
      // One after the other: two large pictures at once are too much for a phone with 2 GB.
      for (const { tempFilePath } of tempFiles) {
        const photo = await keep(tempFilePath)
        if (typeof photo === 'string') faults.push(photo)
        else photos.push(photo)
      }
      return { ok: true, photos, faults }
    } catch (error) {
      if (isCancelled(error)) return { ok: false, reason: 'cancelled' }
      return { ok: false, reason: isRefused(error) ? 'refused' : 'failed' }
    }
  },

  path: (ref) =>
    new Promise((resolve) =>
      files().access({ path: ref, success: () => resolve(ref), fail: () => resolve(undefined) }),
    ),

  remove: (ref) =>
    new Promise((resolve) =>
      files().removeSavedFile({ filePath: ref, success: () => resolve(), fail: () => resolve() }),
    ),

  keptBefore: (instant) =>
    new Promise((resolve) =>
      files().getSavedFileList({
        success: ({ fileList }) =>
          resolve(
            fileList
              .filter(({ createTime }) => createTime * millisecondsInSecond < instant)
              .map(({ filePath }) => filePath),
          ),
        fail: () => resolve([]),
      }),
    ),

  async look(path) {
    await Taro.previewImage({ urls: [path], current: path }).catch(() => undefined)
  },
}
