import { phonePhoto } from '@domain/photos/limits'
import { readRow, removeRow, writeRow } from './browserDatabase'
import { viewInBrowser } from './browserViewer'
import { isFull } from './failure'
import { shrunkPhotoBytes } from './limits'
import { type KeptPhoto, type PhotoDesk, type PhotoFault, type PhotoSource } from './photos'
import { randomId } from './randomId'

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

/** Redraws the picture upright and smaller; what the camera wrote into the file (place, time) does not come along. */
async function shrunk(file: File): Promise<{ blob: Blob; width: number; height: number }> {
  const url = URL.createObjectURL(file)
  try {
    const image = await loaded(url)
    const { targetSide, quality } = phonePhoto
    const scale = Math.min(1, targetSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality / 100))
    if (!blob) throw new Error('unreadable picture')
    return { blob, width: canvas.width, height: canvas.height }
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function keep(file: File): Promise<KeptPhoto | PhotoFault> {
  try {
    const { blob, width, height } = await shrunk(file)
    if (blob.size > shrunkPhotoBytes) return 'tooLarge'
    const ref = await randomId()
    await writeRow('photos', ref, blob)
    return { ref, bytes: blob.size, width, height }
  } catch (error) {
    return isFull(error) ? 'noRoom' : 'unreadable'
  }
}

/** One address a photo: each call would otherwise hold its own copy in memory. */
const addressesOf = new Map<string, string>()

/** Photos in a browser. A ref is the key of a picture in IndexedDB. */
export const browserPhotos: PhotoDesk = {
  async take(source, count) {
    const chosen = await chosenFiles(source, count)
    if (chosen === 'cancelled') return { ok: false, reason: 'cancelled' }
    const photos: KeptPhoto[] = []
    const faults: PhotoFault[] = []
    for (const file of chosen) {
      const photo = await keep(file)
      if (typeof photo === 'string') faults.push(photo)
      else photos.push(photo)
    }
    return { ok: true, photos, faults }
  },

  async path(ref) {
    const known = addressesOf.get(ref)
    if (known) return known
    const blob = await readRow('photos', ref).catch(() => undefined)
    if (!(blob instanceof Blob)) return undefined
    const address = URL.createObjectURL(blob)
    addressesOf.set(ref, address)
    return address
  },

  async remove(ref) {
    const address = addressesOf.get(ref)
    if (address) URL.revokeObjectURL(address)
    addressesOf.delete(ref)
    await removeRow('photos', ref).catch(() => undefined)
  },

  keptBefore: () => Promise.resolve([]),

  look: viewInBrowser,
}
