import { isInked, type Light } from './light'
import { type View } from './view'

/** A side of the picture with less paper than this shows the table. */
const allPaper = 0.9

/** What the outermost tiles of a photo show. */
export interface Edges {
  /** Of the paper's extent, the share that runs over a side where table is seen at another side; 0 where none does. */
  touching: number
  /** Share of the side with most writing that is written on, where the photo is all paper; 0 where it is not. */
  writing: number
}

export function edgesOf({ light, paper }: View): Edges {
  const sides = sidesOf(light)
  const isPaper = (tile: number) => paper.mask[tile] === 1
  if (sides.every((side) => side.filter(isPaper).length >= allPaper * side.length)) {
    const written = sides.map((side) => side.filter((tile) => isInked(light, tile)).length / side.length)
    return { touching: 0, writing: Math.max(...written) }
  }
  const { across, down } = extentOf(light, paper.mask)
  const touching = sides.map((side, at) => side.filter(isPaper).length / Math.max(1, at < 2 ? across : down))
  return { touching: Math.max(...touching), writing: 0 }
}

/** How many columns and rows of tiles the paper spans. */
function extentOf({ columns, rows }: Light, mask: Uint8Array): { across: number; down: number } {
  const hasPaper = (tiles: readonly number[]) => tiles.some((tile) => mask[tile] === 1)
  return {
    across: along(columns, (column) => along(rows, (row) => row * columns + column)).filter(hasPaper).length,
    down: along(rows, (row) => along(columns, (column) => row * columns + column)).filter(hasPaper).length,
  }
}

const along = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

function sidesOf({ columns, rows }: Light): number[][] {
  return [
    along(columns, (at) => at),
    along(columns, (at) => (rows - 1) * columns + at),
    along(rows, (at) => at * columns),
    along(rows, (at) => at * columns + columns - 1),
  ]
}
