import type { ApplicantRelation, DivisionCode } from '@domain/eligibility/facts'
import { isWuhai, streetOf } from '@domain/divisions/division'
import { type Answers, type QuestionId } from '@domain/eligibility/questions'
import type { Authority, Helper } from '@domain/people/relations'
import type { PhotoFinding } from '@domain/photos/kinds'
import type { ServiceCode } from '@domain/services/catalogue'
import type { Details } from '@domain/services/details'
import type { PaperId } from '@domain/services/papers'
import type { ConsentKind } from './consents'
import { answersOfForm } from './formQuestions'

/** Grows by one whenever the shape below changes; `readDraft` opens every earlier one. */
export const draftShape = 2

/**
 * An application while it is filled in, as it lies on the phone. What the family typed is kept as typed;
 * absent means not answered yet.
 */
export interface Draft {
  shape: typeof draftShape
  /** UUID made by the phone. */
  id: string
  service: ServiceCode
  applicant: DraftApplicant
  child: DraftChild
  /** Shared with the eligibility checker, so that nothing known is asked again. */
  answers: Answers
  /** What only this matter asks. */
  details: Details
  papers: DraftPapers
  consents: DraftConsents
  /** Of which places the page about 跨省通办 has been read; other places make it another page. */
  routeRead?: string
  /** Id of the step the family left. */
  step?: string
  /** The list that was open there, where the step asks a place. */
  placeList?: PlaceList
  /** Ids of the steps whose answer did not fit any more when the draft was opened: the family is told. */
  again?: readonly string[]
  /** Made before the first send and kept until the receipt: a repeated send makes no second case. */
  idempotencyKey?: string
  /** ISO 8601 instant of the last change. */
  updatedAt: string
}

/** A list of places behind a row of the one above it. */
export interface PlaceList {
  /** The row it lies behind: a district of 乌海, the provinces, a province or a city. */
  area: string
  /** Which page of a long list, from 0; the one with the chosen row if absent. */
  page?: number
}

export interface DraftApplicant {
  helper?: Helper
  relation?: ApplicantRelation
  authority?: Authority
  name?: string
  idNumber?: string
  phone?: string
  /** Absent counts as no: nobody is called unless the family says the number is safe (S05). */
  safeToContact?: boolean
}

export interface DraftChild {
  name?: string
  idNumber?: string
  hukou?: DivisionCode
  residence?: DivisionCode
}

export interface DraftPhoto {
  /** UUID made by the phone: makes a repeated upload harmless. */
  clientId: string
  /** Where the phone keeps the picture. */
  file: string
  /** What it looks like, to tell when it is taken again. */
  hash?: string
  /** What the phone noticed and the family has not said 仍要使用 to. */
  doubts?: readonly PhotoFinding[]
  /** Set once the server has stored the picture and read it back. */
  attachmentId?: string
  /** Of the stored picture, lower-case hex. */
  sha256?: string
}

export interface DraftPaper {
  photos: DraftPhoto[]
  /** The family will hand it in later. */
  later?: boolean
}

export type DraftPapers = Partial<Record<PaperId, DraftPaper>>

export interface DraftConsent {
  given: boolean
  /** Version of the text that was on the screen. */
  noticeVersion: string
}

export type DraftConsents = Partial<Record<ConsentKind, DraftConsent>>

/**
 * An empty application.
 * @param id UUID made by the phone
 * @param updatedAt ISO 8601 instant
 * @param answers what the eligibility checker already knows: taken over is what this form asks as well, and nothing of
 *   the child's health or the family's income (PIPL 28条: only what is needed)
 */
export function newDraft(service: ServiceCode, id: string, updatedAt: string, answers: Answers = {}): Draft {
  return {
    shape: draftShape,
    id,
    service,
    applicant: {},
    child: placesOf(answers),
    answers: answersOfForm(service, answers, { hukou: placeOf(answers, 'child.hukou') }),
    details: {},
    papers: {},
    consents: {},
    updatedAt,
  }
}

/** Places already given in the checker. A district of 乌海 is not enough: the form asks for the street. */
function placesOf(answers: Answers): DraftChild {
  const hukou = placeOf(answers, 'child.hukou')
  const residence = placeOf(answers, 'child.residence')
  return { ...(hukou ? { hukou } : {}), ...(residence ? { residence } : {}) }
}

function placeOf(answers: Answers, id: QuestionId): DivisionCode | undefined {
  const answer = answers[id]
  if (answer?.kind !== 'division') return undefined
  return !isWuhai(answer.value) || streetOf(answer.value) ? answer.value : undefined
}
