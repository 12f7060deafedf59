import { type Light } from './light'
import { isEven } from './paper'
import { type View } from './view'

/** Share of the tiles that are darker than what counts as black: ink, or a dark table. */
const blackest = 0.02

/** Levels: paper as bright as this is lit, whatever stands on it. */
const wellLit = 110

/** Levels between the paper and what is darkest: a dirty lens lifts both, and what is between them can be read. */
export function brightnessOf({ light, paper }: View): number {
  if (paper.level >= wellLit) return paper.level
  const dims = light.dim.slice().sort()
  return paper.level - (dims[Math.floor(dims.length * blackest)] ?? 0)
}

/** From tile to tile the light of a shadow falls slowly; at a sheet's edge it falls at once. Shares of the tile before. */
const slowly = 0.5
/** A deep shadow leaves less than this share of the light. */
const deep = 0.15
/** Tiles a shadow's edge is wide at most. */
const reach = 20
/** Levels: lit, and not the white of a lamp's reflection, which fades as slowly. */
const lit = { least: 60, most: 245 }

/**
 * Where the light fades away because a hand or a head is in the way: the rows, or the columns, of tiles along which it
 * sinks slowly into darkness.
 */
export function fadingOf(light: Light): number {
  const { columns, rows } = light
  const across = lines(rows, (row) => fades(light, row * columns, 1, columns))
  return Math.max(
    across,
    lines(columns, (column) => fades(light, column, columns, rows)),
  )
}

function lines(count: number, fits: (at: number) => boolean): number {
  let fitting = 0
  for (let at = 0; at < count; at += 1) if (fits(at)) fitting += 1
  return fitting
}

function fades(light: Light, first: number, step: number, count: number): boolean {
  for (let at = 0; at < count; at += 1) {
    const tile = first + at * step
    const level = light.ground[tile] as number
    if (level < lit.least || level > lit.most || !isEven(light, tile)) continue
    if (sinks(light, tile, step, Math.min(reach, count - 1 - at))) return true
    if (sinks(light, tile, -step, Math.min(reach, at))) return true
  }
  return false
}

function sinks({ ground }: Light, start: number, step: number, far: number): boolean {
  const bottom = (ground[start] as number) * deep
  let before = ground[start] as number
  for (let tile = start + step, left = far; left > 0; tile += step, left -= 1) {
    const here = ground[tile] as number
    if (here < before * slowly || here > before) return false
    if (here <= bottom) return true
    before = here
  }
  return false
}
