/** What a list may tell about an unfinished application of whatever shape (experience §9). */
export interface DraftCard {
  id: string
  /** First character of the child's name, or of the applicant's where no child is named. */
  surname: string
  /** ISO 8601 instant of the last change; absent where the record cannot be opened. */
  updatedAt?: string
  /** Handed in by the family, not answered yet: neither to be changed nor to be erased. */
  isWaiting: boolean
}

type Json = Readonly<Record<string, unknown>>

const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Read without knowing what a draft may hold: the tab pages do not carry the form for it. */
export function cardOf(id: string, draft: unknown): DraftCard {
  const { updatedAt, child, applicant, idempotencyKey } = recordOf(draft)
  const names = [recordOf(child).name, recordOf(applicant).name].filter(isText)
  const isWaiting = isText(idempotencyKey)
  return {
    id,
    surname: (names[0] ?? '').trim().slice(0, 1),
    isWaiting,
    ...(isText(updatedAt) ? { updatedAt } : {}),
  }
}

/** The last changed first; what cannot be opened last. */
export function byLastChange(one: DraftCard, two: DraftCard): number {
  const [first = '', second = ''] = [one.updatedAt, two.updatedAt]
  return first < second ? 1 : first > second ? -1 : 0
}

/** Refs of the photos of a draft of any shape. */
export function filesOf(draft: unknown): string[] {
  const papers = recordOf(recordOf(draft).papers)
  return Object.keys(papers).reduce<string[]>(
    (files, paper) =>
      files.concat(
        listOf(recordOf(papers[paper]).photos)
          .map((photo) => recordOf(photo).file)
          .filter(isText),
      ),
    [],
  )
}
