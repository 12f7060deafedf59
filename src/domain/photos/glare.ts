import { isInked } from './light'
import { isEven } from './paper'
import { type View } from './view'

/** Levels: from here on a pixel holds nothing but white. */
const white = 246
/** Paper that is nearly white itself. */
const brightPaper = 240
/** So much of the writing stands on darker ground where the paper is not well lit. */
const share = 0.65
/** Of the white part, the share that is written on: less where a lamp is mirrored, for it washes the writing out. */
const written = { onBright: 0.06, onAny: 0.2 }

/** Tiles that are white all over and no well-lit paper: a lamp mirrored in it. */
export function washedOf({ light, paper }: View): number {
  const { dim, ground } = light
  const isWhite = (level: number) => level >= white
  const grounds = ground.filter((_, tile) => paper.mask[tile] === 1 && isInked(light, tile)).sort()
  const washed = dim.filter(isWhite).length
  const writing = ground.filter(
    (level, tile) => isWhite(level) && isInked(light, tile) && isEven(light, tile),
  )
  const isWellLit = (grounds[Math.floor(grounds.length * share)] ?? 0) >= brightPaper
  return writing.length > (isWellLit ? written.onBright : written.onAny) * washed ? 0 : washed
}
