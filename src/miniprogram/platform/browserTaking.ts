import { writeRow } from './browserDatabase'
import { lookAndMark, shrunkSize, smallEnough, type PhotoSurface } from './drawnPhoto'
import { isFull } from './failure'
import { keepEach } from './keepEach'
import { shrunkPhotoBytes } from './limits'
import { randomId } from './randomId'
import {
  type KeptPhoto,
  type PhotoAsked,
  type PhotoFault,
  type PhotoSource,
  type TakePhotos,
} from './takePhotos'

// Taro's chooseMedia asks 拍摄/相册 a second time and draws a thumbnail of each picture; one input does.
function chosenFiles(source: PhotoSource, count: number): Promise<File[] | 'cancelled'> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = count > 1
  if (source === 'camera') input.setAttribute('capture', 'environment')
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? []).slice(0, count)))
    // Older browsers never say that the person closed the chooser: do not block the page on this promise.
    input.addEventListener('cancel', () => resolve('cancelled'))
    input.click()
  })
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('unreadable picture'))
    image.src = url
  })
}

interface Drawn {
  canvas: HTMLCanvasElement
  surface: PhotoSurface
}

/** The browser turns a picture upright by what the camera wrote about it, as it does on every page. */
function drawing(image: HTMLImageElement): Drawn {
  const { width, height } = shrunkSize(image.naturalWidth, image.naturalHeight)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const draw = () => context.drawImage(image, 0, 0, width, height)
  const surface: PhotoSurface = {
    width,
    context,
    draw,
    get height() {
      return canvas.height
    },
    set height(next) {
      canvas.height = next
    },
  }
  return { canvas, surface }
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<{ blob: Blob; bytes: number }> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve({ blob, bytes: blob.size }) : reject(new Error('unreadable picture'))),
      'image/jpeg',
      quality / 100,
    ),
  )
}

async function keep(file: File, asked: PhotoAsked): Promise<KeptPhoto | PhotoFault> {
  const url = URL.createObjectURL(file)
  try {
    const { canvas, surface } = drawing(await loaded(url))
    const look = lookAndMark(surface, asked)
    const { blob, bytes } = await smallEnough((quality) => encoded(canvas, quality))
    if (bytes > shrunkPhotoBytes) return 'tooLarge'
    const ref = await randomId()
    await writeRow('photos', ref, blob)
    return { ref, bytes, width: canvas.width, height: canvas.height, ...look }
  } catch (error) {
    return isFull(error) ? 'noRoom' : 'unreadable'
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Photos taken in a browser. A ref is the key of a picture in IndexedDB. */
export const takeInBrowser: TakePhotos = async (source, count, asked) => {
  const chosen = await chosenFiles(source, count)
  return chosen === 'cancelled' ? { ok: false, reason: 'cancelled' } : keepEach(chosen, asked, keep)
}
