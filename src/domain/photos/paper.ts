import { type Light } from './light'

/** The sheet, card or booklet in a picture. */
export interface Paper {
  /** 1 for each tile that is paper, row by row. */
  mask: Uint8Array
  tiles: number
  /** Brightness of the paper under the writing: the middle one of its tiles. */
  level: number
}

/**
 * Over two tiles light and colour change little; at the edge of a sheet they change at once. As a share of the light, in
 * levels where there is hardly any, and in warmth.
 */
const steps = { share: 0.14, levels: 3, warmth: 0.035 }

/** Ink that takes away less than this share of the ground is a table's grain. */
const grain = 0.2

/**
 * The part of the picture, of even light, that carries most ink. Paper is bright, so ink on bright ground counts more;
 * and a paper may be small, so a little ink all over a large table counts less.
 */
export function paperIn(light: Light): Paper {
  const { part, count } = partsOf(light)
  const ink = new Float64Array(count)
  const size = new Float64Array(count)
  part.forEach((one, tile) => {
    if (one < 0) return
    ink[one] = (ink[one] as number) + inkIn(light, tile)
    size[one] = (size[one] as number) + 1
  })
  const weight = ink.map((sum, one) => weightOf(sum, size[one] as number))
  let most = 0
  weight.forEach((one, at) => {
    if (one > (weight[most] as number)) most = at
  })
  const mask = Uint8Array.from(part, (one) => (one === most ? 1 : 0))
  const levels = light.ground.filter((_, tile) => mask[tile] === 1).sort()
  return { mask, tiles: levels.length, level: levels[levels.length >> 1] ?? 0 }
}

/** Tiles: less is a picture on a card, or the inside of a ring. */
const leastTiles = 20

const weightOf = (ink: number, tiles: number): number => (tiles < leastTiles ? 0 : ink / Math.pow(tiles, 0.3))

/** Levels: brighter is not more like paper; it may be a lamp mirrored in it. */
const brightEnough = 150

function inkIn({ ground, dim }: Light, tile: number): number {
  const level = ground[tile] as number
  const weight = Math.min(brightEnough, level)
  return weight * weight * Math.max(0, level * (1 - grain) - (dim[tile] as number))
}

/**
 * Parts of even light, each with a number; -1 elsewhere. A tile belongs to a part only with its neighbours: so two surfaces
 * do not run together where their border is faint for a tile or two, and a part ends a tile before its border, which
 * lies half on the table.
 */
function partsOf(light: Light): { part: Int32Array; count: number } {
  const { columns, rows } = light
  const even = Uint8Array.from(light.ground, (_, tile) => (isEven(light, tile) ? 1 : 0))
  const unseen = -2
  const part = Int32Array.from(even, (one, tile) => (one === 1 && isAmong(even, tile, light) ? unseen : -1))
  const open: number[] = []
  let count = 0
  const join = (tile: number) => {
    if (part[tile] !== unseen) return
    part[tile] = count
    open.push(tile)
  }
  for (let seed = 0; seed < part.length; seed += 1) {
    if (part[seed] !== unseen) continue
    join(seed)
    for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
      const column = tile % columns
      if (column > 0) join(tile - 1)
      if (column < columns - 1) join(tile + 1)
      if (tile >= columns) join(tile - columns)
      if (tile < (rows - 1) * columns) join(tile + columns)
    }
    count += 1
  }
  return { part, count }
}

/** Whether the four neighbours of a tile are marked too, as far as there are any. */
function isAmong(marked: Uint8Array, tile: number, { columns, rows }: Light): boolean {
  const column = tile % columns
  return (
    (column === 0 || marked[tile - 1] === 1) &&
    (column === columns - 1 || marked[tile + 1] === 1) &&
    (tile < columns || marked[tile - columns] === 1) &&
    (tile >= (rows - 1) * columns || marked[tile + columns] === 1)
  )
}

/** Whether the light around a tile is that of one surface. */
export function isEven(light: Light, tile: number): boolean {
  const { columns, rows } = light
  const column = tile % columns
  const row = (tile - column) / columns
  const [left, right] = [column > 0 ? tile - 1 : tile, column < columns - 1 ? tile + 1 : tile]
  const [above, below] = [row > 0 ? tile - columns : tile, row < rows - 1 ? tile + columns : tile]
  return isClose(light, left, right) && isClose(light, above, below)
}

function isClose({ ground, warmth }: Light, one: number, other: number): boolean {
  const [a, b] = [ground[one] as number, ground[other] as number]
  const lighter = (a - b) / Math.max(steps.levels, steps.share * Math.max(a, b))
  const warmer = ((warmth[one] as number) - (warmth[other] as number)) / steps.warmth
  return lighter * lighter + warmer * warmer <= 1
}
