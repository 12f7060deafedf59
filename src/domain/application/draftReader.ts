import { applicantRelations } from '@domain/eligibility/facts'
import type { Answer, Answers, QuestionId } from '@domain/eligibility/questions'
import { questionById } from '@domain/eligibility/questions'
import { authorities, helpers } from '@domain/people/relations'
import { serviceCodes } from '@domain/services/catalogue'
import { detailIds, type DetailAnswer, type Details } from '@domain/services/details'
import { paperIds } from '@domain/services/papers'
import { consentKinds } from './consents'
import { draftShape } from './draft'
import type {
  Draft,
  DraftApplicant,
  DraftChild,
  DraftConsents,
  DraftPaper,
  DraftPapers,
  DraftPhoto,
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
 * A damaged part is left out and the rest kept: the family answers one question again, not all of them.
 * @returns nothing for what is no draft, or is one of a newer version of the program
 */
export function readDraft(value: unknown): Draft | undefined {
  const json = upgraded(value)
  if (!json) return undefined
  const { id, updatedAt, service: code } = json
  const service = oneOf(serviceCodes, code)
  if (!isText(id) || !isText(updatedAt) || !service) return undefined
  return withoutAbsent<Draft>({
    shape: draftShape,
    id,
    service,
    applicant: readApplicant(record(json.applicant)),
    child: readChild(record(json.child)),
    answers: readAnswers(record(json.answers)),
    details: readDetails(record(json.details)),
    papers: readPapers(record(json.papers)),
    consents: readConsents(record(json.consents)),
    step: textOf(json.step),
    idempotencyKey: textOf(json.idempotencyKey),
    updatedAt,
  })
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

function readApplicant(json: Json): DraftApplicant {
  return withoutAbsent<DraftApplicant>({
    helper: oneOf(helpers, json.helper),
    relation: oneOf(applicantRelations, json.relation),
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

function readAnswers(json: Json): Answers {
  return Object.keys(json).reduce<Answers>((answers, id) => {
    const answer = json[id]
    return isQuestionId(id) && isAnswer(answer) ? { ...answers, [id]: answer } : answers
  }, {})
}

function readDetails(json: Json): Details {
  return detailIds.reduce<Details>((details, id) => {
    const answer = json[id]
    return isDetailAnswer(answer) ? { ...details, [id]: answer } : details
  }, {})
}

function isDetailAnswer(value: unknown): value is DetailAnswer {
  if (isRecord(value) && value.kind === 'text') return isText(value.value)
  return isAnswer(value) && value.kind !== 'division'
}

const isQuestionId = (id: string): id is QuestionId => questionById(id as QuestionId) !== undefined

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
    attachmentId: textOf(json.attachmentId),
    sha256: textOf(json.sha256),
  })
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
