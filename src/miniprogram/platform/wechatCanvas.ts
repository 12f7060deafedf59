import Taro from '@tarojs/taro'
import { type PhotoLook } from '@domain/photos/findings'
import { lookAndMark, shrunkSize, smallEnough, type PhotoSurface } from './drawnPhoto'
import { fileSize } from './fileSize'
import { type PhotoAsked } from './takePhotos'

export interface Encoded {
  path: string
  bytes: number
  width: number
  height: number
}

/** What EXIF says about how the phone was held (dev/api/media/image/wx.getImageInfo.html). */
const quarterTurns: Readonly<Record<string, number>> = {
  right: 1,
  'right-mirrored': 1,
  left: 3,
  'left-mirrored': 3,
}

/**
 * A photo drawn on a canvas off the screen: upright, small, looked at and marked.
 * @returns nothing where WeChat gives no such canvas (base library below 2.16.1) or it does not do what it should
 */
export async function canvasPhoto(
  path: string,
  asked: PhotoAsked,
): Promise<(Encoded & PhotoLook) | undefined> {
  try {
    const info = await Taro.getImageInfo({ src: path })
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 })
    const image = await loaded(canvas, path)
    const surface = surfaceOf(canvas, image, turnsLeft(info, image))
    const look = lookAndMark(surface, asked)
    const { width, height } = canvas
    const encoded = await smallEnough((quality) => encode(canvas, quality))
    return { ...encoded, ...look, width, height }
  } catch {
    return undefined
  }
}

function loaded(canvas: Taro.OffscreenCanvas, path: string): Promise<Taro.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('unreadable picture'))
    image.src = path
  })
}

/**
 * Whether a canvas turns a picture upright is not written anywhere, and it differs: when the picture comes in the file's
 * own width it has not been turned.
 */
function turnsLeft(info: Taro.getImageInfo.SuccessCallbackResult, { width, height }: Taro.Image): number {
  const isAsStored = info.width !== info.height && width === info.width && height === info.height
  return isAsStored ? (quarterTurns[info.orientation] ?? 0) : 0
}

function surfaceOf(canvas: Taro.OffscreenCanvas, image: Taro.Image, turns: number): PhotoSurface {
  const isTurned = turns % 2 === 1
  const stored = shrunkSize(image.width, image.height)
  canvas.width = isTurned ? stored.height : stored.width
  canvas.height = isTurned ? stored.width : stored.height
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  const [middleX, middleY] = [canvas.width / 2, canvas.height / 2]
  const picture = image as unknown as CanvasImageSource
  const { width, height } = stored
  return {
    width: canvas.width,
    context,
    draw() {
      if (turns === 0) return context.drawImage(picture, 0, 0, width, height)
      context.save()
      context.translate(middleX, middleY)
      context.rotate((turns * Math.PI) / 2)
      context.drawImage(picture, -width / 2, -height / 2, width, height)
      context.restore()
    },
    get height() {
      return canvas.height
    },
    set height(next) {
      canvas.height = next
    },
  }
}

async function encode(canvas: Taro.OffscreenCanvas, quality: number): Promise<Encoded> {
  const { width, height } = canvas
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality: quality / 100,
    // Without sizes WeChat multiplies by the pixels of the screen.
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
  })
  return { path: tempFilePath, bytes: await fileSize(tempFilePath), width, height }
}
