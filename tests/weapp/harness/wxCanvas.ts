import sharp from 'sharp'
import { textOf, type Host, type WxOptions, type WxPart } from './host'
import { type PhoneFiles } from './phoneFiles'

/** Decoded pixels, red, green, blue and opacity. */
interface Raster {
  width: number
  height: number
  data: Uint8Array
}

/** What stands on a picture, as an SVG over the pixels. */
interface Layer {
  over: string
}

type Method = (...args: never[]) => unknown

/**
 * The 2D canvas off the screen, as far as a product needs it that draws a photo upright and small, reads its pixels,
 * writes a line on it and saves it as JPEG. Pictures are really decoded and encoded. A picture comes as it is stored in
 * the file: nothing turns it upright, which is the worse of the two ways phones have.
 */
export function canvasApi(host: Host, files: PhoneFiles): WxPart {
  const canvases = new WeakMap<object, Canvas>()

  function createOffscreenCanvas(options: WxOptions): object {
    if (options.type !== '2d') throw new Error('createOffscreenCanvas: the harness knows 2d only')
    const canvas = new Canvas(host, files)
    const given = canvas.handed(Number(options.width), Number(options.height))
    canvases.set(given, canvas)
    return given
  }

  function canvasToTempFilePath(options: WxOptions): void {
    const canvas = canvases.get(Object(options.canvas) as object)
    if (!canvas) return host.answer('canvasToTempFilePath', options, { fail: 'canvas is empty' })
    const end = host.pending.begin('wx.canvasToTempFilePath')
    canvas
      .encoded(options)
      .then(
        (bytes) =>
          host.answer('canvasToTempFilePath', options, { ok: { tempFilePath: files.addTemporary(bytes) } }),
        (fault: unknown) => host.answer('canvasToTempFilePath', options, { fail: String(fault) }),
      )
      .finally(end)
  }

  return { createOffscreenCanvas, canvasToTempFilePath }
}

class Canvas {
  private pixels: Raster = blank(1, 1)
  private layers: Layer[] = []
  private pictures = new WeakMap<object, Raster>()

  constructor(
    private host: Host,
    private files: PhoneFiles,
  ) {}

  /** The object the program holds: setting its size wipes it. */
  handed(width: number, height: number): object {
    const size = { width, height }
    this.pixels = blank(width, height)
    const context = this.context()
    const given = this.object({ createImage: () => this.image(), getContext: () => context })
    for (const side of ['width', 'height'] as const)
      Object.defineProperty(given, side, {
        get: () => size[side],
        set: (next: number) => {
          size[side] = Math.floor(next)
          this.pixels = blank(size.width, size.height)
          this.layers = []
        },
      })
    return given
  }

  private object(methods: Record<string, Method>): Record<string, unknown> {
    return Object.assign(this.host.realm.copy({}) as Record<string, unknown>, methods)
  }

  private image(): object {
    const image = this.object({})
    image.width = 0
    image.height = 0
    Object.defineProperty(image, 'src', { set: (path: unknown) => this.load(image, textOf(path)) })
    return image
  }

  private load(image: Record<string, unknown>, path: string): void {
    const place = this.files.real(path)
    const end = this.host.pending.begin('image')
    const tell = (name: 'onload' | 'onerror') =>
      this.host.pending.later('image', () =>
        this.host.enter(name, () => (image[name] as (() => void) | undefined)?.()),
      )
    if (!place) {
      end()
      return tell('onerror')
    }
    decoded(place)
      .then(
        (raster) => {
          this.pictures.set(image, raster)
          image.width = raster.width
          image.height = raster.height
          tell('onload')
        },
        () => tell('onerror'),
      )
      .finally(end)
  }

  private context(): object {
    let turn = { quarters: 0, x: 0, y: 0 }
    const before: (typeof turn)[] = []
    const context = this.object({
      save: () => before.push({ ...turn }),
      restore: () => (turn = before.pop() ?? turn),
      translate: (x: number, y: number) => (turn = { ...turn, x: turn.x + x, y: turn.y + y }),
      rotate: (angle: number) => (turn = { ...turn, quarters: Math.round(angle / (Math.PI / 2)) }),
      drawImage: (image: object, x: number, y: number, width: number, height: number) => {
        const raster = this.pictures.get(image)
        if (!raster) throw new Error('drawImage: this picture belongs to another canvas')
        this.put(
          turned(shrunk(raster, Math.round(width), Math.round(height)), turn.quarters),
          turn,
          x,
          y,
          width,
          height,
        )
      },
      getImageData: (x: number, y: number, width: number, height: number) => {
        if (x !== 0 || y !== 0) throw new Error('getImageData: the harness reads from the corner only')
        const data = new Uint8Array(this.host.realm.arrayBuffer(cut(this.pixels, width, height)))
        return Object.assign(this.object({}), { width, height, data })
      },
      measureText: (words: string) =>
        Object.assign(this.object({}), { width: widthOf(words, sizeOf(context.font)) }),
      fillRect: (x: number, y: number, width: number, height: number) =>
        this.layers.push({
          over: `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${String(context.fillStyle)}"/>`,
        }),
      fillText: (words: string, x: number, y: number) =>
        this.layers.push({
          over: text(words, x, y, sizeOf(context.font), `fill="${String(context.fillStyle)}"`),
        }),
    })
    return context
  }

  private put(
    raster: Raster,
    turn: { x: number; y: number; quarters: number },
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    const isTurned = turn.quarters % 2 !== 0
    const left = Math.round(isTurned ? turn.x - height / 2 : turn.x + x)
    const top = Math.round(isTurned ? turn.y - width / 2 : turn.y + y)
    for (let row = 0; row < raster.height; row += 1)
      for (let column = 0; column < raster.width; column += 1) {
        const [toX, toY] = [left + column, top + row]
        if (toX < 0 || toY < 0 || toX >= this.pixels.width || toY >= this.pixels.height) continue
        const from = (row * raster.width + column) * 4
        this.pixels.data.set(raster.data.subarray(from, from + 4), (toY * this.pixels.width + toX) * 4)
      }
  }

  async encoded({ fileType, quality, width, height, destWidth, destHeight }: WxOptions): Promise<Uint8Array> {
    if (fileType !== 'jpg') throw new Error('the harness writes jpg only')
    const { pixels } = this
    const size = { width: Number(width), height: Number(height) }
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}">${this.layers.map(({ over }) => over).join('')}</svg>`
    const drawn = await sharp(pixels.data, {
      raw: { width: pixels.width, height: pixels.height, channels: 4 },
    })
      .flatten({ background: '#000000' })
      .composite([{ input: Buffer.from(svg) }])
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { channels } = drawn.info
    const bytes = await sharp(drawn.data, { raw: { width: pixels.width, height: pixels.height, channels } })
      .extract({ left: 0, top: 0, ...size })
      .resize({ width: Number(destWidth), height: Number(destHeight), fit: 'fill' })
      .jpeg({ quality: Math.round(Number(quality) * 100) })
      .toBuffer()
    return new Uint8Array(bytes)
  }
}

const blank = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height * 4),
})

async function decoded(place: string): Promise<Raster> {
  const { data, info } = await sharp(place).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Means of areas, as a good canvas does; the picture is not made larger here. */
function shrunk(from: Raster, width: number, height: number): Raster {
  if (from.width === width && from.height === height) return from
  const to = blank(width, height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.floor((x * from.width) / width), Math.ceil(((x + 1) * from.width) / width)]
      const [top, bottom] = [
        Math.floor((y * from.height) / height),
        Math.ceil(((y + 1) * from.height) / height),
      ]
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0
        for (let row = top; row < bottom; row += 1)
          for (let column = left; column < right; column += 1)
            sum += from.data[(row * from.width + column) * 4 + channel] as number
        to.data[(y * width + x) * 4 + channel] = Math.round(sum / ((right - left) * (bottom - top)))
      }
    }
  return to
}

/** Quarter turns clockwise. */
function turned(from: Raster, quarters: number): Raster {
  let raster = from
  for (let turns = ((quarters % 4) + 4) % 4; turns > 0; turns -= 1) {
    const next = blank(raster.height, raster.width)
    for (let y = 0; y < raster.height; y += 1)
      for (let x = 0; x < raster.width; x += 1) {
        const at = (y * raster.width + x) * 4
        next.data.set(raster.data.subarray(at, at + 4), (x * next.width + next.width - 1 - y) * 4)
      }
    raster = next
  }
  return raster
}

function cut({ width, data }: Raster, wide: number, high: number): Uint8Array {
  if (wide === width) return data.subarray(0, wide * high * 4)
  const part = new Uint8Array(wide * high * 4)
  for (let row = 0; row < high; row += 1)
    part.set(data.subarray(row * width * 4, (row * width + wide) * 4), row * wide * 4)
  return part
}

const sizeOf = (font: unknown): number => parseInt(textOf(font), 10)

/** A Chinese character is as wide as high, everything else about half of that. */
const widthOf = (words: string, size: number): number =>
  Array.from(words).reduce((sum, letter) => sum + (letter > '\u2e80' ? size : size * 0.56), 0)

function text(words: string, x: number, y: number, size: number, paint: string): string {
  const escaped = words.replace(/[<&>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  return `<text x="${x}" y="${y + size * 0.88}" font-family="sans-serif" font-size="${size}" ${paint}>${escaped}</text>`
}
