import { clauseNames, type ClauseId } from '@domain/policy/clauseNames'
import { placeOf } from '@domain/policy/clauses'
import { provisionIds } from '@domain/policy/provisions'
import { type Reading } from '@domain/policy/readings'
import { searchPolicy } from '@domain/policy/search'
import { type Query } from '@/platform/navigation'

/** Characters of one sentence of a clause to mark. */
export interface Marked {
  sentence: number
  ranges: readonly { start: number; end: number }[]
  /** Why they are marked. */
  because: 'quoted' | 'found'
}

export type View =
  | { kind: 'contents' }
  | { kind: 'opening' }
  | { kind: 'clause'; clause: ClauseId; marked?: Marked }
  | { kind: 'matches'; words: string }
  | { kind: 'notes'; clause: Reading['clause'] }

const contents: View = { kind: 'contents' }

const clauseNamed = (name: string | undefined) =>
  clauseNames.map(({ id }) => id).filter((id) => id === name)[0]

/**
 * What a link opens: `provision` its quotation in its clause; `clause` a clause, with the `words` looked for in one
 * `sentence`; `search` what was found; `notes` the readings of a clause. A link that names nothing opens the contents.
 */
export function viewOf(query: Query): View {
  const { provision, search, notes, clause } = query
  const quoted = provisionIds.filter((id) => id === provision)[0]
  if (quoted) return quotationView(quoted)
  if (search) return { kind: 'matches', words: search }
  const noted = notes === 'opening' ? notes : clauseNamed(notes)
  if (noted) return { kind: 'notes', clause: noted }
  if (clause === 'opening') return { kind: 'opening' }
  const id = clauseNamed(clause)
  return id ? { kind: 'clause', clause: id, ...foundIn(id, query) } : contents
}

function quotationView(id: (typeof provisionIds)[number]): View {
  const { clause, sentence, start, end } = placeOf(id)
  return {
    kind: 'clause',
    clause,
    marked: { sentence, ranges: [{ start, end }], because: 'quoted' },
  }
}

function foundIn(id: ClauseId, { sentence, words = '' }: Query): { marked?: Marked } {
  const wanted = Number(sentence)
  const match = searchPolicy(words).filter((each) => each.clause === id && each.sentence === wanted)[0]
  if (!match) return {}
  return { marked: { sentence: wanted, ranges: match.ranges, because: 'found' } }
}
