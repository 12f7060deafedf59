/** A line longer than this is not one household: it is skipped, not kept in memory. */
const longestLine = 1_000_000

/** One line without its end, or `undefined` for a line too long to hold. */
export type Line = string | undefined

/** Splits a stream into lines in constant memory; the last line need not end. `\r\n` ends a line too. */
export async function* boundedLines(
  source: AsyncIterable<string>,
  longest = longestLine,
): AsyncGenerator<Line> {
  let pending = ''
  let isTooLong = false
  for await (const chunk of source) {
    const pieces = chunk.split('\n')
    for (const [position, piece] of pieces.entries()) {
      isTooLong ||= pending.length + piece.length > longest
      pending = isTooLong ? '' : pending + piece
      if (position === pieces.length - 1) continue
      yield isTooLong ? undefined : pending.replace(/\r$/, '')
      pending = ''
      isTooLong = false
    }
  }
  if (pending !== '' || isTooLong) yield isTooLong ? undefined : pending
}
