import { type Strip } from './strips'

/** A piece of a line of writing, as wide as a strip; pixels. */
export interface LinePiece {
  x: number
  y: number
  width: number
  height: number
  /** Mean share of the paper's light that the ink takes away. */
  ink: number
}

/** Pixels: less is a ruled line, more is a picture. */
const heights = { least: 5, most: 110 }
/** Share of ink: less is a pattern printed under the writing. */
const leastInk = 0.06
/** Ink between lines falls below this share of the ink in them. */
const fallsTo = 0.4

/** Of the ink of the blackest pieces, the share below which a piece is a pattern of the ground. */
const faint = 0.5

/** All pieces of level lines on the paper. */
export function linesIn(strips: readonly Strip[]): LinePiece[] {
  const pieces = strips.reduce<LinePiece[]>((all, strip) => all.concat(piecesOf(strip)), [])
  const inks = pieces.map(({ ink }) => ink).sort((a, b) => a - b)
  const black = inks[Math.floor(inks.length * 0.95)] ?? 0
  return pieces.filter(({ ink }) => ink >= faint * black)
}

function piecesOf({ x, width, ink }: Strip): LinePiece[] {
  const near = mostNear(ink, heights.most >> 1)
  const pieces: LinePiece[] = []
  let [start, sum] = [-1, 0]
  for (let y = 0; y < ink.length; y += 1) {
    const here = ink[y] as number
    if (here >= Math.max(leastInk, (near[y] as number) * fallsTo)) {
      if (start < 0) [start, sum] = [y, 0]
      sum += here
    } else if (start >= 0) {
      const height = y - start
      if (height >= heights.least && height <= heights.most)
        pieces.push({ x, y: start, width, height, ink: sum / height })
      start = -1
    }
  }
  return pieces
}

function mostNear(ink: Float32Array, reach: number): Float32Array {
  const near = new Float32Array(ink.length)
  for (let y = 0; y < ink.length; y += 1) {
    let most = 0
    const [first, end] = [y < reach ? 0 : y - reach, y + reach > ink.length ? ink.length : y + reach]
    for (let at = first; at < end; at += 1) if ((ink[at] as number) > most) most = ink[at] as number
    near[y] = most
  }
  return near
}

/** Four fifths of the ink stand in pieces at most this high: short pieces are characters with a gap in them. */
const share = 0.8

/** Height of the writing, pixels; 0 when there is none. */
export function heightOf(pieces: readonly LinePiece[]): number {
  const sorted = pieces.slice().sort((a, b) => a.height - b.height)
  const weight = ({ ink, height }: LinePiece) => ink * height
  let left = share * sorted.reduce((sum, piece) => sum + weight(piece), 0)
  for (const piece of sorted) {
    left -= weight(piece)
    if (left <= 0) return piece.height
  }
  return 0
}

/** The pieces that are surely writing of that height: neither rules nor pictures. */
export function writingOf(pieces: readonly LinePiece[], height: number): LinePiece[] {
  const near = pieces.filter((piece) => piece.height >= 0.6 * height && piece.height <= 1.5 * height)
  const inks = near.map(({ ink }) => ink).sort((a, b) => a - b)
  const middle = inks[inks.length >> 1] ?? 0
  return near.filter(({ ink }) => ink >= middle / 2)
}
