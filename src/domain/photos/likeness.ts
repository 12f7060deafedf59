import { type Grey } from './pixels'

/** Cells along a side, and patches along a cell's side. */
const cells = 16
const patches = 4
/** A digit holds 0 to 15: a cell a quarter full of ink is full. */
const gain = 60

/**
 * What a photo looks like: how much ink stands in each of 16 × 16 cells, against the brightest patch of the cell. The
 * same file gives the same digits and a copy of it nearly the same; two pages of one print differ where their writing
 * does. A second photo of a page is another photo.
 * @returns 256 lower-case hex digits
 */
export function likenessOf(grey: Grey): string {
  let digits = ''
  for (let row = 0; row < cells; row += 1)
    for (let column = 0; column < cells; column += 1) digits += inkIn(grey, row, column).toString(16)
  return digits
}

function inkIn(grey: Grey, row: number, column: number): number {
  let [sum, brightest] = [0, 1]
  for (let down = 0; down < patches; down += 1)
    for (let across = 0; across < patches; across += 1) {
      const level = levelOf(grey, row * patches + down, column * patches + across)
      sum += level
      if (level > brightest) brightest = level
    }
  return Math.min(15, Math.round((1 - sum / (patches * patches) / brightest) * gain))
}

function levelOf({ width, height, data }: Grey, row: number, column: number): number {
  const count = cells * patches
  const [left, right] = [Math.floor((column * width) / count), Math.floor(((column + 1) * width) / count)]
  const [top, bottom] = [Math.floor((row * height) / count), Math.floor(((row + 1) * height) / count)]
  let sum = 0
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left, end = y * width + right; at < end; at += 1) sum += data[at] as number
  return sum / Math.max(1, (right - left) * (bottom - top))
}

/** How much two photos differ, as a share of their ink; 1 for what is no hash of this kind. */
export function differenceOf(one: string, other: string): number {
  if (one.length !== other.length || one === '') return 1
  let [differing, all] = [0, 0]
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [parseInt(one.charAt(at), 16), parseInt(other.charAt(at), 16)]
    differing += Math.abs(a - b)
    all += Math.max(a, b)
  }
  return all === 0 ? 0 : differing / all
}
