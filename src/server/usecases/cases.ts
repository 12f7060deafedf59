import type { CaseDetail, CaseEvent, CaseSummary } from '@contracts/applications'
import { foldCase, type Actor } from '@domain/tracking/machine'
import type { Offices } from '@domain/tracking/words'
import { maskName } from '@domain/people/name'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { openApplication, ownApplication, ownApplications, type ApplicationRow } from '../store/applications'
import { attachmentFrom, attachmentsOf, type AttachmentRow } from '../store/attachments'
import { eventRows, eventsOf, openEvents, type StoredEvent } from '../store/caseEvents'
import type { Database, Tx } from '../store/database'
import { wayOf } from './caseWay'
import { officesOf } from './offices'
import { withoutPhotos } from './papersHandedIn'

/** More than any family has; a list is never unbounded. */
const listLimit = 50

export async function listCases(parts: Parts, accountId: string): Promise<Result<{ cases: CaseSummary[] }>> {
  const rows = await ownApplications(parts.db, accountId, listLimit)
  return done({ cases: rows.map((row) => summaryOf(parts, row)) })
}

/** @returns `NOT_FOUND` when there is no such case or it is another family's: nobody can tell which */
export async function caseDetail(parts: Parts, accountId: string, id: string): Promise<Result<CaseDetail>> {
  // One trip for all three; nothing of a foreign case is opened, so that it is answered as soon as one that is not there.
  const [row, events, files] = await Promise.all([
    ownApplication(parts.reads, accountId, id),
    eventRows(parts.reads, id),
    attachmentsOf(parts.reads, id),
  ])
  return row ? done(detailFrom(parts, row, openEvents(parts, id, events), files)) : fail('NOT_FOUND')
}

function summaryOf(parts: Parts, row: ApplicationRow): CaseSummary {
  return {
    id: row.id,
    caseNumber: row.case_number,
    service: row.service,
    way: wayOf(row),
    childMaskedName: maskName(openApplication(parts, row).child.name),
    status: row.status,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
    needsFamily: row.status === 'supplementRequested',
  }
}

/** The case as the family sees it: folded from its history, without any name of staff. */
export async function detailOf(parts: Parts, db: Database | Tx, row: ApplicationRow): Promise<CaseDetail> {
  const [events, files] = await Promise.all([eventsOf(parts, db, row.id), attachmentsOf(db, row.id)])
  return detailFrom(parts, row, events, files)
}

function detailFrom(
  parts: Parts,
  row: ApplicationRow,
  events: StoredEvent[],
  files: AttachmentRow[],
): CaseDetail {
  const { status, version } = foldCase(row.procedure, events)
  const offices = officesOf(row)
  const last = events[events.length - 1]
  return {
    ...summaryOf(parts, { ...row, status, version, updated_at: last?.at ?? row.updated_at }),
    office: offices.intake,
    decidingOffice: offices.deciding,
    events: events.map((event) => eventForFamily(event, offices)),
    files: files.map((file) => ({ ...attachmentFrom(parts, file), addedInEvent: file.event_sequence ?? 1 })),
    papersLater: papersLater(events),
    supplement: openSupplement(events),
  }
}

/** An event without the person behind it. */
export function eventForFamily(
  { sequence, kind, by, at, reason, supplement }: StoredEvent,
  offices: Offices,
): CaseEvent {
  return { sequence, kind, by, at: at.toISOString(), office: officeOf(by, offices), reason, supplement }
}

/** The office behind an event; a family acts without one. */
export function officeOf(by: Actor, { intake, deciding }: Offices): string | undefined {
  return { family: undefined, street: intake, district: deciding }[by]
}

/** Papers announced and never photographed. */
export function papersLater(events: readonly StoredEvent[]): string[] {
  const handedIn = events.flatMap((event) => event.papers ?? [])
  const withPhotos = new Set(
    handedIn.filter(({ attachmentIds }) => attachmentIds.length > 0).map(({ paper }) => paper),
  )
  return [...new Set(withoutPhotos(handedIn))].filter((paper) => !withPhotos.has(paper))
}

/** What the family is asked for now. */
export function openSupplement(events: readonly StoredEvent[]): StoredEvent['supplement'] {
  const last = events[events.length - 1]
  return last?.kind === 'supplementRequested' ? last.supplement : undefined
}
