import { tileSide, type Light } from './light'
import { isEven } from './paper'
import { type View } from './view'

export interface Place {
  /** Top left corner, pixels. */
  x: number
  y: number
}

/** Marks on one photo. */
const most = 2
/** Darker than this share of the ground may be writing, also faint or blurred: a mark keeps off. */
const clear = 0.8
/** Share of the picture's height that lies between two marks. */
const apart = 0.25

/**
 * Where a mark of some size covers no writing: on the paper rather than beside it, so that it cannot be cut off.
 * @returns at most two places, the best one first; none where the writing leaves no room
 */
export function markPlaces(view: View, width: number, height: number): Place[] {
  const { columns, rows } = view.light
  const [across, down] = [Math.ceil(width / tileSide) + 1, Math.ceil(height / tileSide) + 1]
  const busy = sums(view, (tile) => !isClear(view.light, tile) || !isEven(view.light, tile))
  const paper = sums(view, (tile) => view.paper.mask[tile] === 1)
  const middle = middleOf(view)
  const places: { column: number; row: number; onPaper: number; away: number }[] = []
  for (let row = 0; row + down <= rows; row += 1)
    for (let column = 0; column + across <= columns; column += 1)
      if (inBox(busy, columns, column, row, across, down) === 0)
        places.push({
          column,
          row,
          onPaper: inBox(paper, columns, column, row, across, down),
          away: Math.abs(column + across / 2 - middle.column) + Math.abs(row + down / 2 - middle.row),
        })
  places.sort((a, b) => b.onPaper - a.onPaper || a.away - b.away)
  const chosen: typeof places = []
  for (const place of places) {
    if (chosen.length === most) break
    if (chosen.every(({ row }) => Math.abs(row - place.row) >= rows * apart)) chosen.push(place)
  }
  return chosen.map(({ column, row }) => ({ x: column * tileSide, y: row * tileSide }))
}

const isClear = ({ dim, ground }: Light, tile: number): boolean =>
  (dim[tile] as number) >= clear * (ground[tile] as number)

function middleOf({ paper, light: { columns } }: View): { column: number; row: number } {
  let [column, row] = [0, 0]
  paper.mask.forEach((one, tile) => {
    column += one * (tile % columns)
    row += one * Math.floor(tile / columns)
  })
  return { column: column / Math.max(1, paper.tiles), row: row / Math.max(1, paper.tiles) }
}

/** How many tiles above and to the left fit; one row and one column more than there are tiles. */
function sums({ light: { columns, rows } }: View, fits: (tile: number) => boolean): Int32Array {
  const wide = columns + 1
  const table = new Int32Array(wide * (rows + 1))
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = (row + 1) * wide + column + 1
      const before =
        (table[at - 1] as number) + (table[at - wide] as number) - (table[at - wide - 1] as number)
      table[at] = before + (fits(row * columns + column) ? 1 : 0)
    }
  return table
}

function inBox(
  table: Int32Array,
  columns: number,
  column: number,
  row: number,
  across: number,
  down: number,
): number {
  const at = (x: number, y: number) => table[y * (columns + 1) + x] as number
  const [right, bottom] = [column + across, row + down]
  return at(right, bottom) - at(column, bottom) - at(right, row) + at(column, row)
}

/** Height of a mark's letters, pixels: a 64th of the photo's longer side, and never too small to read. */
export function markHeight(width: number, height: number): number {
  return Math.max(18, Math.round(Math.max(width, height) / 64))
}
