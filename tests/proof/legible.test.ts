import sharp from 'sharp'
import { phonePhoto } from '@domain/photos/limits'
import { markHeight, markPlaces } from '@domain/photos/mark'
import { viewOf } from '@domain/photos/view'
import { smallEnough } from '@/platform/drawnPhoto'
import { ensureOcr, read } from '../../config/ocr'
import { largePhoto, pixelsOf } from '../fixtures/photoSet/photos'
import { type DrawnDocument, type DrawnLine } from '../fixtures/photoSet/documents'
import { flattened, placeOnPaper, type Point } from '../fixtures/photoSet/scene'

/*
 * `npm run proof -- legible [count] [seed]`: good pictures of the set, twice as large as the phone keeps them, read by an
 * OCR program before and after shrinking, marking and saving in at most 300 kB.
 */

const count = Number(process.env.PHOTO_RUNS ?? '40')
const seed = Number(process.env.PHOTO_SEED ?? '0')
const mostMoreErrors = 0.01
const purpose = '仅用于办理样本补贴 2026年11月25日'

interface Kept {
  jpeg: Buffer
  bytes: number
  /** Where the first mark stands. */
  mark?: { left: number; top: number; width: number; height: number }
}

/** What the phone makes of a photo, with sharp in the place of its canvas. */
async function kept(original: Buffer): Promise<Kept> {
  const side = phonePhoto.targetSide
  const small = await sharp(original).resize({ width: side, height: side, fit: 'inside' }).png().toBuffer()
  const pixels = await pixelsOf(small)
  const size = markHeight(pixels.width, pixels.height)
  // Characters are as wide as they are high, figures a little over half of that.
  const wide = Math.ceil(
    Array.from(purpose).reduce((sum, one) => sum + (one > '\u2e80' ? 1 : 0.57), 0) * size,
  )
  const plate = { width: wide + size, height: size * 1.5 }
  const places = markPlaces(viewOf(pixels), plate.width, plate.height)
  const texts = places.map(
    ({ x, y }) =>
      `<rect x="${x}" y="${y}" width="${plate.width}" height="${plate.height}" fill="#ffffff"/>` +
      `<text x="${x + size / 2}" y="${y + size * 1.13}" font-family="Noto Sans CJK SC" font-size="${size}" fill="#8a1f1f">${purpose}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}">${texts.join('')}</svg>`
  const marked = await sharp(small)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer()
  const encoded = await smallEnough(async (quality) => {
    const jpeg = await sharp(marked).jpeg({ quality }).toBuffer()
    return { jpeg, bytes: jpeg.byteLength }
  })
  const [place] = places
  const box = place && {
    left: place.x,
    top: place.y,
    width: Math.round(plate.width),
    height: Math.round(plate.height),
  }
  return { ...encoded, ...(box ? { mark: box } : {}) }
}

/** Changes, additions and losses between two texts. Source: Levenshtein 1966. */
function errors(expected: string, found: string): number {
  let row = Array.from({ length: found.length + 1 }, (_, at) => at)
  for (let at = 1; at <= expected.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= found.length; to += 1) {
      const same = expected[at - 1] === found[to - 1] ? 0 : 1
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same))
    }
    row = next
  }
  return row[found.length] ?? 0
}

const heightToRead = 48
/** Lines of one photo: more of them say little more. */
const linesEach = 6

/** Mistakes in reading some lines of a paper, each taken out of the photo straight and as high as the program likes it. */
async function mistakes(jpeg: Buffer, corners: readonly Point[], document: DrawnDocument): Promise<number> {
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const place = placeOnPaper(corners)
  let wrong = 0
  for (const line of linesToRead(document)) {
    const [left, right] = [line.left - line.size * 0.3, line.left + line.width + line.size * 0.3]
    const [top, bottom] = [line.foot - line.size * 1.05, line.foot + line.size * 0.3]
    const box = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ].map(([x = 0, y = 0]) => place(x / document.width, y / document.height))
    const width = Math.round((heightToRead * (right - left)) / (bottom - top))
    const raw = { width, height: heightToRead, channels: 1 as const }
    const flat = flattened({ width: info.width, height: info.height, data }, box, width, heightToRead)
    const png = await sharp(flat, { raw })
      .normalise()
      .extend({ top: 12, bottom: 12, left: 12, right: 12, extendWith: 'copy' })
      .png()
      .toBuffer()
    wrong += Math.min(line.words.length, errors(line.words, read(png)))
  }
  return wrong
}

/** Spread over the paper, no blanks in them. */
function linesToRead({ lines }: DrawnDocument): readonly DrawnLine[] {
  const readable = lines.filter(({ words }) => !/\s/.test(words))
  const step = Math.max(1, readable.length / linesEach)
  return readable.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, linesEach)
}

const half = (corners: readonly Point[]): Point[] => corners.map(([x, y]) => [x / 2, y / 2])

test(`${count} 张照片，种子 ${seed}：缩小、写上用途以后，认错的字不多过 1%`, async () => {
  ensureOcr()
  const sums = { letters: 0, before: 0, after: 0, marks: 0, markErrors: 0, largest: 0, strips: 0 }
  for (let at = 0, done = 0; done < count; at += 1) {
    const photo = await largePhoto('test', at, seed)
    if (!photo) continue
    done += 1
    const { document, corners } = photo
    const { jpeg, bytes, mark } = await kept(photo.jpeg)
    sums.letters += linesToRead(document).reduce((sum, { words }) => sum + words.length, 0)
    sums.before += await mistakes(photo.jpeg, corners, document)
    sums.after += await mistakes(jpeg, half(corners), document)
    sums.largest = Math.max(sums.largest, bytes)
    if (!mark) sums.strips += 1
    else {
      const words = purpose.replace(/\s/g, '')
      sums.marks += words.length
      sums.markErrors += Math.min(
        words.length,
        errors(
          words,
          read(
            await sharp(jpeg)
              .extract(mark)
              .greyscale()
              .resize({ width: mark.width * 2 })
              .toBuffer(),
          ),
        ),
      )
    }
  }
  const share = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`
  console.log(
    `${sums.letters} 字：原图认错 ${share(sums.before, sums.letters)}，手机里的认错 ${share(sums.after, sums.letters)}；` +
      `用途认错 ${share(sums.markErrors, sums.marks)}；${sums.strips} 张没有空处；最大 ${sums.largest} 字节`,
  )
  expect((sums.after - sums.before) / sums.letters).toBeLessThanOrEqual(mostMoreErrors)
  expect(sums.markErrors / Math.max(1, sums.marks)).toBeLessThanOrEqual(0.2)
  expect(sums.largest).toBeLessThanOrEqual(phonePhoto.mostBytes)
}, 86_400_000)
