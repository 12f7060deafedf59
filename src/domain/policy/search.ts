import type { ClauseId } from './clauseNames'
import { clauses, placeOf, type ClauseSentence } from './clauses'
import { provisionById } from './provisions'

/** Characters from `start` up to `end`. */
export interface Range {
  start: number
  end: number
}

/** A sentence of the text that has every word looked for, in print or in its everyday words. */
export interface PolicyMatch {
  clause: ClauseId
  /** Place among the sentences of the clause. */
  sentence: number
  text: string
  /** What to highlight, in order, never overlapping; never empty. */
  ranges: readonly Range[]
}

/** Read after folding, where ， is a comma already. */
const betweenWords = /[\s,;。、]/

/**
 * The sentences that have all the words, in the order of the text; none for a search without words. Words are parted
 * by spaces or commas; full and half width are the same. What a family calls a thing (低保) finds the
 * sentence that prints it otherwise (最低生活保障), with the quotation of that provision as its range.
 */
export function searchPolicy(words: string): PolicyMatch[] {
  const wanted = folded(words).split(betweenWords).filter(Boolean)
  return clauses().flatMap(({ id, sentences }) =>
    sentences.flatMap((sentence, index) => {
      const ranges = rangesIn(sentence, wanted)
      return ranges.length > 0 ? { clause: id, sentence: index, text: sentence.text, ranges } : []
    }),
  )
}

function rangesIn({ text, provisions }: ClauseSentence, wanted: string[]): Range[] {
  const printed = folded(text)
  const quoted = provisions.filter((id) => text.includes(provisionById(id).quote))
  const told = quoted.filter((id) => wanted.some((word) => everyday(id).includes(word)))
  const everywhere = [printed, ...told.map(everyday)]
  if (!wanted.every((word) => everywhere.some((words) => words.includes(word)))) return []
  const found = wanted.flatMap((word) => occurrences(printed, word))
  return merged(found.length > 0 ? found : told.map(placeOf))
}

function everyday(id: ClauseSentence['provisions'][number]): string {
  const { name = '', plain } = provisionById(id)
  return folded(`${name} ${plain}`)
}

/** Every place of a word, one after the other. */
function occurrences(printed: string, word: string): Range[] {
  return printed
    .split(word)
    .slice(0, -1)
    .reduce<Range[]>((ranges, before) => {
      const start = (ranges[ranges.length - 1]?.end ?? 0) + before.length
      return ranges.concat({ start, end: start + word.length })
    }, [])
}

/** Ranges in order, those that touch or overlap made one. */
function merged(ranges: readonly Range[]): Range[] {
  return [...ranges]
    .sort((one, other) => one.start - other.start)
    .reduce<Range[]>((kept, { start, end }) => {
      const last = kept[kept.length - 1]
      if (!last || start > last.end) return kept.concat({ start, end })
      return kept.slice(0, -1).concat({ start: last.start, end: Math.max(last.end, end) })
    }, [])
}

/** Character for character, so that places in it are places in the text: full-width forms lie 0xFEE0 above ASCII. */
function folded(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[“”「」]/g, '"')
}
