import sharp from 'sharp'
import { bagOf, textOf, type Host, type WxOptions, type WxPart } from './host'
import { type PhoneFiles } from './phoneFiles'

/** Photos the person will take or choose, one list for each time the program asks. Empty: the person cancels. */
export type PhotoQueue = string[][]

type Pass = (name: string, options: WxOptions, then: () => void) => void

const largestChoice = 9

/** WeChat's words for EXIF 1 to 8 (dev/api/media/image/wx.getImageInfo.html). */
const orientations: Readonly<Record<number, string>> = {
  1: 'up',
  2: 'up-mirrored',
  3: 'down',
  4: 'down-mirrored',
  5: 'left-mirrored',
  6: 'right',
  7: 'right-mirrored',
  8: 'left',
}

/** Choosing, measuring and shrinking photos. The pictures are real files, and shrinking really shrinks. */
export function mediaApi(host: Host, files: PhoneFiles, queue: PhotoQueue, pass: Pass): WxPart {
  function chooseMedia(options: WxOptions): void {
    pass('chooseMedia', options, () => {
      const chosen = queue.shift()
      if (!chosen) return host.answer('chooseMedia', options, { fail: 'cancel' })
      const count = typeof options.count === 'number' ? options.count : largestChoice
      const tempFiles = chosen.slice(0, count).map((file) => {
        const tempFilePath = files.addTemporary(file)
        return { tempFilePath, size: files.size(tempFilePath), fileType: 'image' }
      })
      host.record('chooseMedia', options)
      host.answer('chooseMedia', options, { ok: { type: 'image', tempFiles } })
    })
  }

  /** Carries out something asynchronous on a picture; a picture that cannot be read fails the call. */
  function onPicture(
    name: string,
    options: WxOptions,
    work: (place: string) => Promise<Record<string, unknown>>,
  ) {
    const place = files.real(textOf(options.src))
    if (!place) return host.answer(name, options, { fail: 'file not found' })
    const end = host.pending.begin(`wx.${name}`)
    work(place)
      .then(
        (ok) => host.answer(name, options, { ok }),
        () => host.answer(name, options, { fail: 'unsupported image' }),
      )
      .finally(end)
  }

  return {
    chooseMedia,
    compressImage: (options: WxOptions) =>
      onPicture('compressImage', options, async (place) => ({
        tempFilePath: files.addTemporary(await compress(place, options)),
      })),
    getImageInfo: (options: WxOptions) =>
      onPicture('getImageInfo', options, async (place) => {
        const { width, height, format, orientation = 1 } = await sharp(place).metadata()
        return { width, height, type: format, orientation: orientations[orientation], path: options.src }
      }),
    previewImage(options: WxOptions) {
      host.record('previewImage', options)
      host.answer('previewImage', options, { ok: {} })
    },
  }
}

async function compress(place: string, options: WxOptions): Promise<Uint8Array> {
  const { compressedWidth, compressedHeight, quality } = bagOf(options)
  const side = (value: unknown) => (typeof value === 'number' && value > 0 ? Math.round(value) : undefined)
  const [width, height] = [side(compressedWidth), side(compressedHeight)]
  const picture = width || height ? sharp(place).resize({ width, height, fit: 'fill' }) : sharp(place)
  const ratio = typeof quality === 'number' ? Math.max(1, Math.min(100, quality)) : 80
  return new Uint8Array(await picture.jpeg({ quality: ratio }).toBuffer())
}
