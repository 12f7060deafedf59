/** Characters of a text from `start` up to and without `end`. */
export interface Range {
  start: number
  end: number
}

/** A stretch of a text that is marked or not, and where it begins. */
export interface Piece {
  words: string
  marked: boolean
  start: number
}

/** The text in stretches, one behind the other; joined again they are the text. Marks may touch and overlap. */
export function piecesOf(text: string, marks: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ words: text.slice(start, end), marked, start })
  }
  let done = 0
  for (const { start, end } of marks.slice().sort((a, b) => a.start - b.start)) {
    add(done, Math.min(start, text.length), false)
    add(Math.max(start, done), Math.min(end, text.length), true)
    done = Math.max(done, Math.min(end, text.length))
  }
  add(done, text.length, false)
  return pieces
}
