import { consentKinds } from './consents'
import { answerInForce } from './consentNotices'
import type { Draft } from './draft'

type Json = Readonly<Record<string, unknown>>
type Part = 'applicant' | 'child' | 'answers' | 'details'

/** The step on which a field is asked, part by part. */
const stepsOf: Readonly<Record<Part, (field: string) => string | undefined>> = {
  applicant: (field) => pageOf(applicantPages, field),
  child: (field) => pageOf(childPages, field),
  answers: (id) => `question.${id}`,
  details: (id) => `detail.${id}`,
}

type Pages = Readonly<Record<string, string>>

const applicantPages: Pages = {
  helper: 'helper',
  relation: 'relation',
  authority: 'authority',
  name: 'applicant',
  idNumber: 'applicant',
  phone: 'contact',
  safeToContact: 'contact',
}
const childPages: Pages = { name: 'child', idNumber: 'child', hukou: 'hukou', residence: 'residence' }

const pageOf = (pages: Pages, field: string) =>
  Object.prototype.hasOwnProperty.call(pages, field) ? pages[field] : undefined

/**
 * Where the family has answered and the opened draft holds no answer any more: the page offers it no longer, the part
 * was damaged, or the notice it agreed to has changed.
 * @param stored the draft as it lay in storage, in today's shape
 * @returns ids of steps, whether or not they are among the visible ones
 */
export function stepsToAnswerAgain(stored: Json, draft: Draft): string[] {
  const parts = Object.keys(stepsOf) as Part[]
  const lost = parts.reduce<(string | undefined)[]>(
    (steps, part) => steps.concat(fieldsLost(stored[part], draft[part]).map(stepsOf[part])),
    [],
  )
  const photos = photosIn(stored.papers) > photosIn(draft.papers) ? ['papers'] : []
  const steps = lost.filter((step): step is string => step !== undefined)
  return steps.concat(consentsChanged(draft), photos)
}

function fieldsLost(before: unknown, now: object): string[] {
  const stored = recordOf(before)
  const kept = now as Json
  return Object.keys(stored).filter((field) => isGiven(stored[field]) && kept[field] === undefined)
}

const consentsChanged = ({ consents }: Draft): string[] =>
  consentKinds
    .filter((kind) => consents[kind] !== undefined && answerInForce(kind, consents[kind]) === undefined)
    .map((kind) => `consents.${kind}`)

function photosIn(papers: unknown): number {
  const all = recordOf(papers)
  return Object.keys(all).reduce((count, paper) => {
    const { photos } = recordOf(all[paper])
    return count + (Array.isArray(photos) ? photos.length : 0)
  }, 0)
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''
const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {}
