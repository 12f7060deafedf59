import { type Draft } from '@domain/application/draft'
import { mayPhotograph, photosOf } from '@domain/application/draftPapers'
import { placesKey } from '@domain/application/draftFacts'
import { type Step } from '@domain/application/steps'
import {
  authorityOptions,
  helperOptions,
  relationOptions,
  type FormStepKind,
  type StepOption,
} from '@domain/application/stepWords'
import { formatDate } from '@domain/calendar/date'
import { divisionName } from '@domain/divisions/divisionName'
import { type Answer, type Question } from '@domain/eligibility/questions'
import { maskIdNumber, normaliseIdNumber } from '@domain/people/idNumber'
import { asksIdNumbers, counterOf, type ServiceCode } from '@domain/services/catalogue'
import { detailWords, type DetailId } from '@domain/services/details'
import { type PaperId } from '@domain/services/papers'
import { check as texts } from './texts'

function labelOf(options: readonly StepOption<string>[], value: string | undefined): string {
  return options.find((option) => option.value === value)?.label ?? ''
}

/** Each on a line of its own: a long number would push the comma after it to the next one. */
const lines = (...words: string[]) => words.filter(Boolean).join('\n')

/** A name and a number nobody beside the family can read over its shoulder. */
const personWords = (
  service: ServiceCode,
  { name = '', idNumber = '' }: { name?: string; idNumber?: string },
) => lines(name, asksIdNumbers(service) && idNumber ? maskIdNumber(normaliseIdNumber(idNumber)) : '')

const placeWords = (code: string | undefined) => (code === undefined ? '' : (divisionName(code) ?? ''))

const contactWords = ({ applicant: { phone = '', safeToContact } }: Draft) =>
  phone && lines(phone, safeToContact ? texts.mayCall : texts.mayNotCall)

const formAnswers: Record<FormStepKind, (draft: Draft) => string> = {
  helper: ({ applicant }) => labelOf(helperOptions, applicant.helper),
  relation: ({ service, applicant }) => labelOf(relationOptions(service), applicant.relation),
  authority: ({ applicant }) => labelOf(authorityOptions, applicant.authority),
  applicant: ({ service, applicant }) => personWords(service, applicant),
  contact: contactWords,
  child: ({ service, child }) => personWords(service, child),
  hukou: ({ child }) => placeWords(child.hukou),
  residence: ({ child }) => placeWords(child.residence),
  route: (draft) => (draft.routeRead === placesKey(draft) ? texts.read : ''),
  papers: () => '',
  check: () => '',
}

function questionWords({ options = [] }: Question, answer: Answer | undefined): string {
  if (!answer) return ''
  if (answer.kind === 'unknown') return texts.unknown
  if (answer.kind === 'date') return formatDate(answer.value)
  if (answer.kind === 'division') return placeWords(answer.value)
  return options
    .filter(({ value }) => answer.values.includes(value))
    .map(({ label }) => label)
    .join('、')
}

function wordsOfDetail({ details }: Draft, id: DetailId): string {
  const answer = details[id]
  return answer ? detailWords(id, answer) : ''
}

/** What the family answered on a page, in its own words; empty while there is no answer. */
export function answerWords(draft: Draft, step: Step): string {
  if (step.kind === 'question') return questionWords(step.question, draft.answers[step.question.id])
  if (step.kind === 'detail') return wordsOfDetail(draft, step.question.id)
  if (step.kind !== 'consents') return formAnswers[step.kind](draft)
  const given = draft.consents[step.consent]?.given
  return given === undefined ? '' : given ? texts.agreed : texts.refused
}

/** How one paper stands: photographed, to follow, or shown at the window. */
export function paperWords(draft: Draft, paper: PaperId): string {
  if (!mayPhotograph(draft, paper)) return texts.atWindow(counterOf(draft.service))
  const photos = photosOf(draft, paper)
  const received = photos.filter(({ attachmentId }) => attachmentId !== undefined).length
  if (photos.length > 0)
    return received === photos.length ? texts.received(received) : texts.arriving(received, photos.length)
  return draft.papers[paper]?.later ? texts.later : texts.nothing
}
