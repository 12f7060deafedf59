import { maskName } from '@domain/people/name'
import type { ServiceCode } from '@domain/services/catalogue'
import { allowedEvents, transitions, type CaseStatus, type Procedure } from '@domain/tracking/machine'
import type { CaseWay } from '@domain/tracking/words'
import type { Parts } from '../parts'
import { done, type Result } from '../result'
import {
  openApplication,
  proceduresOf,
  queueWithin,
  withColleagues,
  withWaitingCorrections,
  type ApplicationRow,
  type ColleaguesRow,
  type Stand,
} from '../store/applications'
import { staffNames } from '../store/staff'
import { wayOf } from './caseWay'
import { noteQueue } from './looks'
import { officesOf } from './offices'
import type { Staff } from './staffSignIn'

export interface QueueRow {
  id: string
  caseNumber: string
  service: ServiceCode
  way: CaseWay
  childMaskedName: string
  status: CaseStatus
  /** Since when it stands there. */
  since: Date
  office: string
}

/** What the others of an office are told of a case that somebody works on: no name of a child. */
export interface ColleaguesCase {
  caseNumber: string
  way: CaseWay
  status: CaseStatus
  colleague: string
}

export interface Queue {
  /** The family wants something corrected, in whatever state the case is; the longest waiting first. */
  corrections: QueueRow[]
  /** This person can act on it now, oldest first. */
  toDo: QueueRow[]
  /** Waits for the family or another office, oldest first. */
  waiting: QueueRow[]
  /** A colleague works on it, the longest waiting first; this person cannot open it. */
  colleagues: ColleaguesCase[]
  /** Decided or withdrawn, newest first. */
  done: QueueRow[]
}

/** Rows of each part: a page, not an archive. */
const queueLength = 100

const doneStatuses: readonly CaseStatus[] = ['confirmed', 'refused', 'withdrawn']
const openStatuses: readonly CaseStatus[] = [
  'submitted',
  'accepted',
  'supplementRequested',
  'verified',
  'forwarded',
]

/** Every open status has a next step where there is such a status. */
const mayStandIn = (procedure: Procedure, status: CaseStatus) =>
  Object.keys(transitions[procedure][status]).length > 0

/**
 * Where the cases of a role stand that somebody of it can, or cannot, act on now. A street's procedures share its index,
 * a district's have a place in theirs each.
 */
function stands(role: Staff['role'], statuses: readonly CaseStatus[], isToDo?: boolean): Stand[] {
  return statuses.flatMap((status) => {
    const procedures = proceduresOf[role].filter(
      (procedure) =>
        isToDo === undefined ||
        (mayStandIn(procedure, status) && allowedEvents(procedure, status, role).length > 0 === isToDo),
    )
    if (role === 'district') return procedures.map((procedure) => ({ status, procedures: [procedure] }))
    return procedures.length > 0 ? [{ status, procedures }] : []
  })
}

/** The cases of this person, and of the office that are nobody's yet. Nothing of another division is in the question. */
export async function readQueue(parts: Parts, staff: Staff, traceId: string): Promise<Result<Queue>> {
  const part = (where: readonly Stand[], order: 'asc' | 'desc') =>
    queueWithin(parts.db, staff, where, order, queueLength)
  const rows = {
    corrections: await withWaitingCorrections(parts.db, staff, queueLength),
    toDo: await part(stands(staff.role, openStatuses, true), 'asc'),
    waiting: await part(stands(staff.role, openStatuses, false), 'asc'),
    done: await part(stands(staff.role, doneStatuses), 'desc'),
  }
  const colleagues = await withColleagues(parts.db, staff, openStatuses, queueLength)
  await noteQueue(parts, staff, [...Object.values(rows).flat(), ...colleagues], traceId)
  const shown = (some: ApplicationRow[]) => some.map((row) => queueRow(parts, row))
  return done({
    corrections: shown(rows.corrections),
    toDo: shown(rows.toDo),
    waiting: shown(rows.waiting),
    colleagues: await withNames(parts, colleagues),
    done: shown(rows.done),
  })
}

function queueRow(parts: Parts, row: ApplicationRow): QueueRow {
  return {
    id: row.id,
    caseNumber: row.case_number,
    service: row.service,
    way: wayOf(row),
    childMaskedName: maskName(openApplication(parts, row).child.name),
    status: row.status,
    since: row.updated_at,
    office: officesOf(row).intake,
  }
}

async function withNames({ db }: Parts, rows: readonly ColleaguesRow[]): Promise<ColleaguesCase[]> {
  const names = await staffNames(db, [...new Set(rows.map(({ assignee }) => assignee))])
  return rows.map((row) => ({
    caseNumber: row.case_number,
    way: wayOf(row),
    status: row.status,
    colleague: names.get(row.assignee) ?? '',
  }))
}
