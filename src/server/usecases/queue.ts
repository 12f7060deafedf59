import { maskName } from '@domain/people/name'
import type { ServiceCode } from '@domain/services/catalogue'
import type { CaseStatus } from '@domain/tracking/machine'
import type { Parts } from '../parts'
import { done, type Result } from '../result'
import {
  openApplication,
  queueWithin,
  withColleagues,
  withWaitingCorrections,
  type ApplicationRow,
  type ColleaguesRow,
} from '../store/applications'
import { staffNames } from '../store/staff'
import { noteQueue } from './looks'
import { officesOf } from './offices'
import type { Staff } from './staffSignIn'

export interface QueueRow {
  id: string
  caseNumber: string
  service: ServiceCode
  childMaskedName: string
  status: CaseStatus
  /** Since when it stands there. */
  since: Date
  office: string
}

/** What the others of an office are told of a case that somebody works on: no name of a child. */
export interface ColleaguesCase {
  caseNumber: string
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

const toDoStatuses: Record<Staff['role'], readonly CaseStatus[]> = {
  street: ['submitted', 'accepted'],
  district: ['verified'],
}
const doneStatuses: readonly CaseStatus[] = ['confirmed', 'refused', 'withdrawn']
const openStatuses: readonly CaseStatus[] = ['submitted', 'accepted', 'supplementRequested', 'verified']

/** The cases of this person, and of the office that are nobody's yet. Nothing of another division is in the question. */
export async function readQueue(parts: Parts, staff: Staff, traceId: string): Promise<Result<Queue>> {
  const toDo = toDoStatuses[staff.role]
  const waiting = openStatuses.filter((status) => !toDo.includes(status))
  const part = (statuses: readonly CaseStatus[], order: 'asc' | 'desc') =>
    queueWithin(parts.db, staff, statuses, order, queueLength)
  const rows = {
    corrections: await withWaitingCorrections(parts.db, staff, queueLength),
    toDo: await part(toDo, 'asc'),
    waiting: await part(waiting, 'asc'),
    done: await part(doneStatuses, 'desc'),
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
    childMaskedName: maskName(openApplication(parts, row).child.name),
    status: row.status,
    since: row.updated_at,
    office: officesOf(row).intake,
  }
}

async function withNames({ db }: Parts, rows: readonly ColleaguesRow[]): Promise<ColleaguesCase[]> {
  const names = await staffNames(db, [...new Set(rows.map(({ assignee }) => assignee))])
  return rows.map(({ case_number: caseNumber, status, assignee }) => ({
    caseNumber,
    status,
    colleague: names.get(assignee) ?? '',
  }))
}
