import { applicantRelations, type ApplicantRelation } from '@domain/eligibility/facts'
import type { Answer, Answers } from '@domain/eligibility/questions'
import { questionById } from '@domain/eligibility/questions'
import { authorities, helpers } from '@domain/people/relations'
import { photoFindingKinds, type PhotoFinding } from '@domain/photos/kinds'
import { mayApply, serviceCodes, type ServiceCode } from '@domain/services/catalogue'
import { detailIds, detailQuestions, type DetailAnswer, type Details } from '@domain/services/details'
import { paperIds } from '@domain/services/papers'
import { consentKinds } from './consents'
import { draftShape } from './draft'
import { stepsToAnswerAgain } from './draftLosses'
import type {
  Draft,
  DraftApplicant,
  DraftChild,
  DraftConsents,
  DraftPaper,
  DraftPapers,
  DraftPhoto,
  PlaceList,
} from './draft'

type Json = Record<string, unknown>

/**
 * Shape n → shape n + 1. A row is added whenever {@link draftShape} grows and never removed: phones keep
 * drafts for months.
 */
const upgrades: Record<number, (older: Json) => Json> = {
  1: (older) => ({ ...older, shape: 2, details: {} }),
}

/**
 * A draft as it lay in storage, of this or any earlier shape.
 *
 * A damaged part, and an answer that its page no longer offers, is left out and the rest kept: the family answers one
 * question again, not all of them, and `again` names it.
 * @returns nothing for what is no draft, or is one of a newer version of the program
 */
export function readDraft(value: unknown): Draft | undefined {
  const json = upgraded(value)
  if (!json) return undefined
  const { id, updatedAt, service: code } = json
  const service = oneOf(serviceCodes, code)
  if (!isText(id) || !isText(updatedAt) || !service) return undefined
  const draft = withoutAbsent<Draft>({
    shape: draftShape,
    id,
    service,
    applicant: readApplicant(service, record(json.applicant)),
    child: readChild(record(json.child)),
    answers: readAnswers(record(json.answers)),
    details: readDetails(record(json.details)),
    papers: readPapers(record(json.papers)),
    consents: readConsents(record(json.consents)),
    routeRead: textOf(json.routeRead),
    step: textOf(json.step),
    placeList: readPlaceList(json.placeList),
    idempotencyKey: textOf(json.idempotencyKey),
    updatedAt,
  })
  const again = unique(textsOf(json.again).concat(stepsToAnswerAgain(json, draft)))
  return again.length === 0 ? draft : { ...draft, again }
}

function upgraded(value: unknown): Json | undefined {
  if (!isRecord(value)) return undefined
  let json: Json = value
  for (let shape = json.shape; shape !== draftShape; shape = json.shape) {
    const upgrade = typeof shape === 'number' ? upgrades[shape] : undefined
    if (!upgrade) return undefined
    json = upgrade(json)
  }
  return json
}

function readApplicant(service: ServiceCode, json: Json): DraftApplicant {
  const offered = applicantRelations.filter((relation: ApplicantRelation) => mayApply(service, relation))
  return withoutAbsent<DraftApplicant>({
    helper: oneOf(helpers, json.helper),
    relation: oneOf(offered, json.relation),
    authority: oneOf(authorities, json.authority),
    name: textOf(json.name),
    idNumber: textOf(json.idNumber),
    phone: textOf(json.phone),
    safeToContact: typeof json.safeToContact === 'boolean' ? json.safeToContact : undefined,
  })
}

function readChild(json: Json): DraftChild {
  return withoutAbsent<DraftChild>({
    name: textOf(json.name),
    idNumber: textOf(json.idNumber),
    hukou: divisionOf(json.hukou),
    residence: divisionOf(json.residence),
  })
}

function readPlaceList(json: unknown): PlaceList | undefined {
  if (!isRecord(json) || !isText(json.area)) return undefined
  return typeof json.page === 'number' ? { area: json.area, page: json.page } : { area: json.area }
}

function readAnswers(json: Json): Answers {
  return Object.keys(json).reduce<Answers>((answers, id) => {
    const answer = json[id]
    const question = questionById(id)
    return question && isAnswer(answer) && isOffered(question, answer)
      ? { ...answers, [question.id]: answer }
      : answers
  }, {})
}

function readDetails(json: Json): Details {
  return detailIds.reduce<Details>((details, id) => {
    const answer = json[id]
    return isDetailAnswer(answer) && isOffered(detailQuestions[id], answer)
      ? { ...details, [id]: answer }
      : details
  }, {})
}

function isDetailAnswer(value: unknown): value is DetailAnswer {
  if (isRecord(value) && value.kind === 'text') return isText(value.value)
  return isAnswer(value) && value.kind !== 'division'
}

interface Page {
  kind: string
  options?: readonly { value: string }[]
}

/** Whether the page, as it is today, could have given this answer. */
function isOffered({ kind, options = [] }: Page, answer: DetailAnswer | Answer): boolean {
  switch (answer.kind) {
    case 'unknown':
      return true
    case 'text':
      return kind === 'name' || kind === 'phone'
    case 'choice':
      return (
        (kind === 'multiple' || (kind === 'single' && answer.values.length <= 1)) &&
        answer.values.every((chosen) => options.some(({ value }) => value === chosen))
      )
    default:
      return kind === answer.kind
  }
}

function isAnswer(value: unknown): value is Answer {
  if (!isRecord(value)) return false
  if (value.kind === 'unknown') return true
  if (value.kind === 'choice') return Array.isArray(value.values) && value.values.every(isText)
  return (value.kind === 'date' || value.kind === 'division') && isText(value.value)
}

function readPapers(json: Json): DraftPapers {
  return paperIds.reduce<DraftPapers>((papers, id) => {
    const paper = json[id]
    return isRecord(paper) ? { ...papers, [id]: readPaper(paper) } : papers
  }, {})
}

function readPaper(json: Json): DraftPaper {
  const photos = Array.isArray(json.photos) ? json.photos.filter(isPhoto).map(readPhoto) : []
  return json.later === true ? { photos, later: true } : { photos }
}

function isPhoto(value: unknown): value is Json & { clientId: string; file: string } {
  return isRecord(value) && isText(value.clientId) && isText(value.file)
}

function readPhoto(json: Json & { clientId: string; file: string }): DraftPhoto {
  const { clientId, file } = json
  return withoutAbsent<DraftPhoto>({
    clientId,
    file,
    hash: textOf(json.hash),
    doubts: doubtsOf(json.doubts),
    attachmentId: textOf(json.attachmentId),
    sha256: textOf(json.sha256),
  })
}

function doubtsOf(value: unknown): readonly PhotoFinding[] | undefined {
  const doubts = Array.isArray(value) ? photoFindingKinds.filter((kind) => value.includes(kind)) : []
  return doubts.length > 0 ? doubts : undefined
}

function readConsents(json: Json): DraftConsents {
  return consentKinds.reduce<DraftConsents>((consents, kind) => {
    const consent = json[kind]
    if (!isRecord(consent) || typeof consent.given !== 'boolean' || !isText(consent.noticeVersion))
      return consents
    return { ...consents, [kind]: { given: consent.given, noticeVersion: consent.noticeVersion } }
  }, {})
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const record = (value: unknown): Json => (isRecord(value) ? value : {})
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])
const unique = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) === index)
const textOf = (value: unknown) => (isText(value) ? value : undefined)
const divisionOf = (value: unknown) => (isText(value) && /^\d{6}(\d{3})?$/.test(value) ? value : undefined)

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.filter((item) => item === value)[0]
}

/** Absent and `undefined` are not the same once a draft is compared or stored. */
function withoutAbsent<T extends object>(value: T): T {
  const kept = (Object.keys(value) as (keyof T)[]).filter((key) => value[key] !== undefined)
  return kept.reduce((copy, key) => ({ ...copy, [key]: value[key] }), {} as T)
}
