/** Drawn, not written: a server without fonts draws no letters. Segments of a figure in a box of 6 × 10. */
const segments = {
  top: 'M0 0H6',
  upperLeft: 'M0 0V5',
  upperRight: 'M6 0V5',
  middle: 'M0 5H6',
  lowerLeft: 'M0 5V10',
  lowerRight: 'M6 5V10',
  bottom: 'M0 10H6',
}
type Segment = keyof typeof segments

const figures: Record<string, readonly Segment[]> = {
  '0': ['top', 'upperLeft', 'upperRight', 'lowerLeft', 'lowerRight', 'bottom'],
  '1': ['upperRight', 'lowerRight'],
  '2': ['top', 'upperRight', 'middle', 'lowerLeft', 'bottom'],
  '3': ['top', 'upperRight', 'middle', 'lowerRight', 'bottom'],
  '4': ['upperLeft', 'upperRight', 'middle', 'lowerRight'],
  '5': ['top', 'upperLeft', 'middle', 'lowerRight', 'bottom'],
  '6': ['top', 'upperLeft', 'middle', 'lowerLeft', 'lowerRight', 'bottom'],
  '7': ['top', 'upperRight', 'lowerRight'],
  '8': ['top', 'upperLeft', 'upperRight', 'middle', 'lowerLeft', 'lowerRight', 'bottom'],
  '9': ['top', 'upperLeft', 'upperRight', 'middle', 'lowerRight', 'bottom'],
  '-': ['middle'],
}

export interface Mark {
  /** Who looks. */
  staffNumber: string
  caseNumber: string
  /** When, as 20261125-041333 in 乌海 time. */
  moment: string
}

const tile = { width: 420, height: 260 }

/**
 * One piece of the mark, as SVG, to be laid side by side over a photo. Light on dark and dark on light, faint enough to
 * read every letter of the paper through it.
 * @param photo its size, pixels: a tile larger than the photo is refused by the library, so there the mark shrinks
 */
export function tileOf({ staffNumber, caseNumber, moment }: Mark, photo: typeof tile): Buffer {
  const [width, height] = [Math.min(tile.width, photo.width), Math.min(tile.height, photo.height)]
  const lines = [staffNumber, caseNumber, moment].map((text, row) => {
    const drawn = [...text].map((figure, place) =>
      (figures[figure] ?? [])
        .map((segment) => `<path transform="translate(${place * 10} ${row * 18})" d="${segments[segment]}"/>`)
        .join(''),
    )
    return drawn.join('')
  })
  const group = (stroke: string, width: number) =>
    `<g fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round">${lines.join('')}</g>`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${tile.width} ${tile.height}">` +
      `<g transform="translate(40 130) rotate(-24) scale(2)">${group('#ffffff44', 2.4)}${group('#00000044', 1)}</g></svg>`,
  )
}
