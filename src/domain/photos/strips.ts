import { tileSide, type Light } from './light'
import { type Grey } from './pixels'
import { type View } from './view'

/** Wide enough for a few characters, narrow enough for a line that is not quite level: tiles. */
const widths = { large: 8, small: 4 }
/** Share of the picture: a paper that is smaller has small writing, and few wide strips. */
const smallPaper = 0.2

/** An upright strip of a photo. */
export interface Strip {
  /** Left edge, pixels. */
  x: number
  /** Pixels. */
  width: number
  /** For each row of pixels, the share of the paper's light that the ink takes away; -1 where the strip is not all paper. */
  ink: Float32Array
}

/** The photo in strips, each half over the next. */
export function stripsOf(view: View): Strip[] {
  const { light, paper } = view
  const isSmall = paper.tiles < smallPaper * light.columns * light.rows
  const width = isSmall ? widths.small : widths.large
  const strips: Strip[] = []
  for (let column = 0; column + width <= light.columns; column += width / 2)
    strips.push({ x: column * tileSide, width: width * tileSide, ink: inkOf(view, column, width) })
  return strips
}

function inkOf({ grey, light, paper }: View, column: number, width: number): Float32Array {
  const ink = new Float32Array(light.rows * tileSide).fill(-1)
  for (let row = 0; row < light.rows; row += 1) {
    const first = row * light.columns + column
    if (paper.mask.subarray(first, first + width).every((one) => one === 1))
      fillRow(ink, grey, light, row, column, column + width)
  }
  return ink
}

function fillRow(
  ink: Float32Array,
  { width, data }: Grey,
  light: Light,
  row: number,
  first: number,
  end: number,
): void {
  for (let y = row * tileSide; y < (row + 1) * tileSide; y += 1) {
    let taken = 0
    for (let tile = first; tile < end; tile += 1) {
      const level = light.ground[row * light.columns + tile] as number
      const whole = (level > 1 ? level : 1) * tileSide
      let sum = 0
      const left = y * width + tile * tileSide
      for (let at = left; at < left + tileSide; at += 1) sum += data[at] as number
      if (sum < whole) taken += 1 - sum / whole
    }
    ink[y] = taken / (end - first)
  }
}
