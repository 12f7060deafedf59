import { type Grey, type Pixels } from './pixels'

/** Side of a tile, pixels. */
export const tileSide = 16
const patchSide = tileSide / 4

/** A picture in tiles, row by row. */
export interface Light {
  columns: number
  rows: number
  /** The brightest patch of each tile: paper, where there is some between the strokes. */
  bright: Float32Array
  /** The dimmest patch of each tile. */
  dim: Float32Array
  /** The brightest of a tile and its neighbours: paper also where a tile is full of ink. */
  ground: Float32Array
  /** Red against blue of that brightest one, -1 to 1: white paper and a wooden table differ in it where they are equally bright. */
  warmth: Float32Array
}

/**
 * How bright the ground is everywhere, and how dark the ink on it. Patches of a quarter of a tile average out the noise
 * of single pixels. What is left over at the right and at the bottom is not looked at.
 */
export function lightOf(grey: Grey, pixels: Pixels): Light {
  const columns = Math.floor(grey.width / tileSide)
  const rows = Math.floor(grey.height / tileSide)
  const bright = new Float32Array(columns * rows)
  const dim = new Float32Array(columns * rows).fill(255)
  for (let row = 0; row < rows * 4; row += 1)
    for (let column = 0; column < columns * 4; column += 1) {
      const mean = meanOfPatch(grey, column * patchSide, row * patchSide)
      const tile = (row >> 2) * columns + (column >> 2)
      if (mean > (bright[tile] as number)) bright[tile] = mean
      if (mean < (dim[tile] as number)) dim[tile] = mean
    }
  const brightest = brightestAround(bright, columns, rows)
  const warmth = warmthOf(pixels, columns, rows)
  const from = (tiles: Float32Array) => tiles.map((_, tile) => tiles[brightest[tile] as number] as number)
  return { columns, rows, bright, dim, ground: from(bright), warmth: from(warmth) }
}

function meanOfPatch({ width, data }: Grey, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + patchSide; y += 1)
    for (let at = y * width + left, end = at + patchSide; at < end; at += 1) sum += data[at] as number
  return sum / (patchSide * patchSide)
}

/** For each tile the brightest one among it and its neighbours. */
function brightestAround(bright: Float32Array, columns: number, rows: number): Int32Array {
  const brightest = new Int32Array(bright.length)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let best = row * columns + column
      const [left, right] = [column > 0 ? column - 1 : 0, column < columns - 1 ? column + 1 : column]
      const [top, bottom] = [row > 0 ? row - 1 : 0, row < rows - 1 ? row + 1 : row]
      for (let y = top; y <= bottom; y += 1)
        for (let x = left; x <= right; x += 1)
          if ((bright[y * columns + x] as number) > (bright[best] as number)) best = y * columns + x
      brightest[row * columns + column] = best
    }
  return brightest
}

/** Darker than this share of the ground is ink, or a sheet's edge. */
const inkTo = 0.65

export const isInked = ({ dim, ground }: Light, tile: number): boolean =>
  (dim[tile] as number) < inkTo * (ground[tile] as number)

/** Every second pixel of every second row is enough. */
const stride = 2
/** Levels: in the dark a colour is mostly noise. */
const dark = 40

function warmthOf({ width, data }: Pixels, columns: number, rows: number): Float32Array {
  return new Float32Array(columns * rows).map((_, tile) => {
    const [left, top] = [(tile % columns) * tileSide, Math.floor(tile / columns) * tileSide]
    let [red, blue] = [0, 0]
    for (let y = top; y < top + tileSide; y += stride)
      for (let at = (y * width + left) * 4, end = at + tileSide * 4; at < end; at += stride * 4) {
        red += data[at] as number
        blue += data[at + 2] as number
      }
    return (red - blue) / (red + blue + dark)
  })
}
