import { clauseHeadedBy, type ClauseId, type ClauseName } from './clauseNames'
import { coverSentence, type CoveredSentence } from './coverage'
import { policyText } from './policyText'
import { provisionById, type ProvisionId } from './provisions'
import { sentencesByLine } from './sentences'

export interface ClauseSentence extends CoveredSentence {
  /** Sentences with the same number stand in one paragraph of the paper, from 0 in each clause. */
  paragraph: number
}

/** One of the seventeen clauses, as the reader shows it. */
export interface Clause extends ClauseName {
  /** 1 to 7. */
  part: number
  /** The heading first, the departments last. */
  sentences: readonly ClauseSentence[]
}

/** Where a quotation stands: characters from `start` up to `end` of that sentence of that clause. */
export interface Place {
  clause: ClauseId
  sentence: number
  start: number
  end: number
}

const partHeading = /^[一二三四五六七]、/
let parsed: readonly Clause[] | undefined

/** The text by clauses, without title, preamble and the headings of the parts. */
export function clauses(): readonly Clause[] {
  parsed ??= sentencesByLine(policyText).reduce<Clause[]>(withLine, [])
  return parsed
}

/** A line opens a clause when it begins with a clause's heading: 2.2 and 2.3 have no number to go by. */
function withLine(found: Clause[], line: string[]): Clause[] {
  const name = clauseHeadedBy(line[0] ?? '')
  if (name) return found.concat({ ...name, part: Number(name.id[0]), sentences: inParagraph(line, 0) })
  const last = found[found.length - 1]
  if (!last || partHeading.test(line[0] ?? '')) return found
  const paragraph = (last.sentences[last.sentences.length - 1]?.paragraph ?? 0) + 1
  const sentences = last.sentences.concat(inParagraph(line, paragraph))
  return found.slice(0, -1).concat({ ...last, sentences })
}

function inParagraph(line: string[], paragraph: number): ClauseSentence[] {
  return line.map((text) => ({ ...coverSentence(text), paragraph }))
}

/** The clause with this id. */
export function clauseById(id: ClauseId): Clause {
  const found = clauses().find((clause) => clause.id === id)
  if (!found) throw new RangeError('no such clause')
  return found
}

/** Where a provision's quotation stands in its clause. */
export function placeOf(id: ProvisionId): Place {
  const { quote, clauseId } = provisionById(id)
  const { sentences } = clauseById(clauseId)
  const sentence = sentences.findIndex(({ text }) => text.includes(quote))
  const start = sentences[sentence]?.text.indexOf(quote)
  if (start === undefined) throw new RangeError('a quotation outside its clause')
  return { clause: clauseId, sentence, start, end: start + quote.length }
}
