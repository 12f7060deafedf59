import { maskIdNumber } from '@domain/people/idNumber'
import type { ServiceCode } from '@domain/services/catalogue'
import type { Details } from '@domain/services/details'
import type { CorrectionField, CorrectionStatus } from '@domain/rights/corrections'
import { allowedEvents, foldCase, type CaseEventKind, type CaseStatus } from '@domain/tracking/machine'
import type { CaseWay, Offices } from '@domain/tracking/words'
import type { Parts } from '../parts'
import { done, type Result } from '../result'
import { applicationWithin, openApplication, sameChild, type SealedApplication } from '../store/applications'
import { attachmentFrom, attachmentsOf, type SealedAttachment } from '../store/attachments'
import { eventsOf, type StoredEvent } from '../store/caseEvents'
import { consentsOf, type ConsentRecord } from '../store/consents'
import {
  correctionsOf,
  openCorrection,
  type CorrectionRow,
  type SealedCorrection,
} from '../store/corrections'
import { staffNames } from '../store/staff'
import { colleaguesFor, type Colleague } from './assignments'
import { photoOf } from './attachments'
import { officeOf, papersLater } from './cases'
import { wayOf } from './caseWay'
import { noteLook, refuseLook } from './looks'
import { officesOf } from './offices'
import { protectionFor, type ProtectionView } from './protection'
import { mayOpen } from './readBudget'
import type { Staff } from './staffSignIn'
import { mayDecide } from './twoPeople'

export interface CaseFile extends SealedAttachment {
  id: string
  sha256: string
  bytes: number
  width: number
  height: number
  addedInEvent: number
}

export interface DeskCorrection extends SealedCorrection {
  id: string
  status: CorrectionStatus
  requestedAt: Date
}

export interface DeskEvent extends Omit<StoredEvent, 'actorId'> {
  office?: string
  /** Staff only. */
  staffName?: string
}

export interface CaseForStaff {
  id: string
  caseNumber: string
  service: ServiceCode
  way: CaseWay
  status: CaseStatus
  version: number
  office: string
  decidingOffice: string
  /** ID numbers are masked; {@link readNumbers} shows them. */
  applicant: SealedApplication['applicant']
  child: SealedApplication['child']
  facts: SealedApplication['facts']
  details: Details
  advice: SealedApplication['advice']
  policyVersion: string
  files: CaseFile[]
  papersLater: string[]
  consents: ConsentRecord[]
  /** What the family wants corrected, and what became of it. */
  corrections: DeskCorrection[]
  /** What the family had added after filing it. */
  remarks: string[]
  events: DeskEvent[]
  /** What this role may do now. */
  allowed: CaseEventKind[]
  /** Whom this person, who works on the case, can hand it to; absent while nobody does. */
  colleagues?: Colleague[]
  /** This person already worked on the case and may not decide it (maker is not checker). */
  mayNotDecide: boolean
  /** Other cases of the same child and service: look before deciding. */
  sameChildCases: number
  /** Only for a person with the permission. */
  protection?: ProtectionView
}

/**
 * Everything needed to decide one case. The look itself is written into the audit.
 * @returns `NOT_FOUND` outside the person's division and for a colleague's case, `READ_BUDGET` after many different ones in a day
 */
export async function openCase(
  parts: Parts,
  staff: Staff,
  id: string,
  traceId: string,
): Promise<Result<CaseForStaff>> {
  const row = await applicationWithin(parts.db, staff, id)
  if (!row) return refuseLook(parts, staff, { id }, traceId)
  if (!(await mayOpen(parts, staff.id, id))) return refuseLook(parts, staff, { id }, traceId, 'READ_BUDGET')
  const events = await eventsOf(parts, parts.db, id)
  const files = await attachmentsOf(parts.db, id)
  const opened = openApplication(parts, row)
  const state = foldCase(row.procedure, events)
  const offices = officesOf(row)
  const protection = await protectionFor(parts, staff, row)
  await noteLook(
    parts,
    staff,
    'caseRead',
    { row, showsProtection: protection?.inForce !== undefined },
    traceId,
  )
  return done({
    id,
    caseNumber: row.case_number,
    service: row.service,
    way: wayOf(row),
    status: state.status,
    version: state.version,
    office: offices.intake,
    decidingOffice: offices.deciding,
    applicant: withMaskedNumber(opened.applicant),
    child: withMaskedNumber(opened.child),
    facts: opened.facts,
    details: opened.details ?? {},
    advice: opened.advice,
    policyVersion: row.policy_version,
    files: files.map((file) => ({ ...attachmentFrom(parts, file), addedInEvent: file.event_sequence ?? 1 })),
    papersLater: papersLater(events),
    consents: await consentsOf(parts.db, id),
    corrections: (await correctionsOf(parts.db, id)).map((correction) => deskCorrection(parts, correction)),
    remarks: opened.remarks ?? [],
    events: await deskEvents(parts, events, offices),
    allowed: allowedEvents(row.procedure, state.status, staff.role),
    colleagues: await colleaguesFor(parts.db, staff, row),
    mayNotDecide: !mayDecide(wayOf(row), events, staff.id),
    sameChildCases: await sameChild(parts, row),
    protection,
  })
}

function deskCorrection(parts: Parts, row: CorrectionRow): DeskCorrection {
  const { id, status, created_at } = row
  return { id, status, requestedAt: created_at, ...openCorrection(parts, row) }
}

const withMaskedNumber = <T extends { idNumber?: string }>(person: T): T => ({
  ...person,
  idNumber: person.idNumber && maskIdNumber(person.idNumber),
})

async function deskEvents(parts: Parts, events: StoredEvent[], offices: Offices): Promise<DeskEvent[]> {
  const byStaff = events.filter(({ by }) => by !== 'family').map(({ actorId }) => actorId)
  const names = await staffNames(parts.db, [...new Set(byStaff)])
  return events.map(({ actorId, ...event }) => ({
    ...event,
    office: officeOf(event.by, offices),
    staffName: event.by === 'family' ? undefined : names.get(actorId),
  }))
}

/** Nothing where the matter has asked for none. */
export interface CaseNumbers {
  applicant?: string
  child?: string
  /** Numbers that the family wants instead, not decided yet. */
  wanted: { field: CorrectionField; number: string }[]
}

/** The full ID numbers, on a view of their own that is audited apart. */
export async function readNumbers(
  parts: Parts,
  staff: Staff,
  id: string,
  traceId: string,
): Promise<Result<CaseNumbers>> {
  const row = await applicationWithin(parts.db, staff, id)
  if (!row) return refuseLook(parts, staff, { id }, traceId)
  const { applicant, child } = openApplication(parts, row)
  await noteLook(parts, staff, 'numbersRead', { row }, traceId)
  const wanted = (await correctionsOf(parts.db, id))
    .filter(({ status }) => status === 'waiting')
    .map((correction) => openCorrection(parts, correction))
    .filter(({ field }) => field === 'applicantIdNumber' || field === 'childIdNumber')
    .map(({ field, wanted: number }) => ({ field, number }))
  return done({ applicant: applicant.idNumber, child: child.idNumber, wanted })
}

/** One photo of a case in the person's division. @returns `NOT_FOUND` for every other. @throws StoreAway */
export async function readCasePhoto(
  parts: Parts,
  staff: Staff,
  { id, attachmentId }: { id: string; attachmentId: string },
  traceId: string,
): Promise<Result<Buffer>> {
  const row = await applicationWithin(parts.db, staff, id)
  const photo = row && (await attachmentsOf(parts.db, id)).find((file) => file.id === attachmentId)
  if (!row || !photo) return refuseLook(parts, staff, { id, photoId: attachmentId }, traceId)
  await noteLook(parts, staff, 'photoRead', { row, photoId: photo.id }, traceId)
  return done(await photoOf(parts, photo))
}
