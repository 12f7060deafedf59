import { tileSide } from './light'
import { type LinePiece } from './lines'
import { type Grey } from './pixels'
import { type View } from './view'

/** Shares of a character's height: within a stroke, and from stroke to stroke. */
const steps = { close: 0.1, far: 0.4 }
/** Tiles without ink, from which the noise is learnt. */
const blankTiles = 24
/** More pieces tell no more. */
const mostPieces = 40

/** Eight ways around half a circle. */
const ways = Array.from({ length: 8 }, (_, at) => {
  const angle = (at * Math.PI) / 8
  return [Math.cos(angle), Math.sin(angle)] as const
})

/**
 * How sharp writing is, whatever its size: of the difference between two points far apart in a character, the share
 * that is already there between close ones. In a sharp character strokes end at once; in a blurred one everything
 * changes slowly. What noise adds is measured on blank paper and taken away, and of eight directions the worst
 * counts, because a moving hand blurs only one. Source: structure function of a random field.
 * @returns 0 to about 1; 0 where there is no writing
 */
export function sharpnessOf(view: View, writing: readonly LinePiece[], height: number): number {
  const [close, far] = [
    Math.max(1, Math.round(height * steps.close)),
    Math.max(2, Math.round(height * steps.far)),
  ]
  const blank = blankOf(view)
  const [closeNoise, farNoise] = [close, far].map((step) =>
    ways.map((way) => middle(blank.map((area) => differenceIn(view.grey, area, way, step)))),
  ) as [number[], number[]]
  // Whole pixels: for low writing the steps are not quite the shares that were meant.
  const stretch = (far * steps.close) / (close * steps.far)
  const sharpest = writing
    .slice()
    .sort((a, b) => b.ink - a.ink)
    .slice(0, mostPieces)
  const shares = ways.map((way, at) =>
    middle(
      sharpest.map((piece) => {
        const near = differenceIn(view.grey, piece, way, close) - (closeNoise[at] as number)
        const wide = differenceIn(view.grey, piece, way, far) - (farNoise[at] as number)
        return Math.max(0, near) / Math.max(1, wide)
      }),
    ),
  )
  return stretch * Math.min(...shares)
}

function middle(values: readonly number[]): number {
  const sorted = values.slice().sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

type Area = Pick<LinePiece, 'x' | 'y' | 'width' | 'height'>

/** Mean square difference of two points that lie a step apart. */
function differenceIn(
  { width, height, data }: Grey,
  area: Area,
  [x, y]: (typeof ways)[number],
  step: number,
): number {
  const [across, down] = [Math.round(x * step), Math.round(y * step)]
  const left = Math.max(area.x, -across)
  const right = Math.min(area.x + area.width, width - Math.max(0, across))
  const bottom = Math.min(area.y + area.height, height - down)
  const ahead = down * width + across
  let [sum, seen] = [0, 0]
  for (let row = area.y; row < bottom; row += 1)
    for (let at = row * width + left, end = row * width + right; at < end; at += 1) {
      const difference = (data[at] as number) - (data[at + ahead] as number)
      sum += difference * difference
      seen += 1
    }
  return seen === 0 ? 0 : sum / seen
}

/** The tiles of paper that are most alike within themselves. */
function blankOf({ light, paper }: View): Area[] {
  const { bright, dim, ground, columns } = light
  const unevenness = (tile: number) =>
    ((bright[tile] as number) - (dim[tile] as number)) / Math.max(1, ground[tile] as number)
  const tiles: number[] = []
  paper.mask.forEach((one, tile) => {
    if (one === 1) tiles.push(tile)
  })
  return tiles
    .map((tile) => ({ tile, uneven: unevenness(tile) }))
    .sort((a, b) => a.uneven - b.uneven)
    .slice(0, blankTiles)
    .map(({ tile }) => ({
      x: (tile % columns) * tileSide,
      y: Math.floor(tile / columns) * tileSide,
      width: tileSide,
      height: tileSide,
    }))
}
