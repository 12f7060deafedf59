import { type ClauseSentence } from '@domain/policy/clauses'
import { type Range } from '@/ui/Passage/pieces'
import { type Marked } from './view'

/** One paragraph of the paper, and the characters of it to mark. */
export interface Paragraph {
  text: string
  marks: readonly Range[]
}

/** Sentences joined to the paragraphs they are printed in; marks of a sentence become marks of its paragraph. */
export function paragraphsOf(sentences: readonly ClauseSentence[], marked?: Marked): Paragraph[] {
  return sentences.reduce<Paragraph[]>((paragraphs, { text, paragraph }, index) => {
    const { text: before, marks } = paragraphs[paragraph] ?? { text: '', marks: [] }
    const own = marked?.sentence === index ? marked.ranges.map((range) => movedBy(before.length, range)) : []
    const joined = { text: before + text, marks: marks.concat(own) }
    return paragraphs.slice(0, paragraph).concat(joined)
  }, [])
}

const movedBy = (length: number, { start, end }: Range): Range => ({
  start: start + length,
  end: end + length,
})
