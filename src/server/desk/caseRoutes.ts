import type { FastifyInstance, FastifyReply } from 'fastify'
import { createElement } from 'react'
import { todayInWuhai } from '../clock'
import { errorAnswer, Refused } from '../http/failure'
import { sendPhoto } from '../http/mountRoute'
import type { Parts } from '../parts'
import type { Result } from '../result'
import { applicationWithin } from '../store/applications'
import { wayOf } from '../usecases/caseWay'
import { openCase, readCasePhoto, readNumbers, type CaseForStaff } from '../usecases/desk'
import { decide, type StaffEventKind } from '../usecases/decisions'
import { changeProtection } from '../usecases/protection'
import { readQueue } from '../usecases/queue'
import type { Staff } from '../usecases/staffSignIn'
import { decisionFrom, problemsOf, protectionField, readDecisionForm, type Entered } from './decisionForm'
import { idIn } from './caseIds'
import { makerIsNotChecker } from './deskErrors'
import { deskPath } from './deskSession'
import { field } from './forms'
import { signedIn, type DeskCall } from './gates'
import { isOwnStepDone, mayNotDecide } from './ownStep'
import { CasePage } from './pages/CasePage'
import type { Declined } from './pages/Corrections'
import { NumbersPage } from './pages/NumbersPage'
import { PhotoPage } from './pages/PhotoPage'
import type { Problem } from './pages/Problems'
import { QueuePage } from './pages/QueuePage'
import { seeOther, sendPage } from './sendPage'
import { figuresOf } from './times'
import type { Mark } from '../images/mark'
import { withMark } from '../images/markedPhoto'

/** The queue, the cases and what is done to them. */
export function mountCases(scope: FastifyInstance, parts: Parts): void {
  scope.get('/', signedIn(parts, showQueue))
  scope.get('/cases/:id', signedIn(parts, showCase))
  scope.post('/cases/:id/decisions', signedIn(parts, takeDecision))
  scope.post('/cases/:id/numbers', signedIn(parts, showNumbers))
  scope.post('/cases/:id/protection', signedIn(parts, protect))
  scope.get('/cases/:id/photos/:attachmentId', signedIn(parts, streamPhoto))
  scope.get('/cases/:id/photos/:attachmentId/page', signedIn(parts, showPhoto))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.code, result.field)
  return result.value
}

async function showQueue({ parts, staff, request, reply }: DeskCall): Promise<FastifyReply> {
  const queue = valueOf(await readQueue(parts, staff, request.id))
  const today = todayInWuhai(parts.clock)
  const isHandedOver = (request.query as { done?: unknown }).done === 'handedOver'
  return sendPage(reply, createElement(QueuePage, { mode: parts.mode, staff, queue, today, isHandedOver }))
}

/** The case of the address, for this person; the look is written down. */
export async function fileOf(call: DeskCall): Promise<CaseForStaff> {
  const { parts, staff, request } = call
  return valueOf(await openCase(parts, staff, idIn(call, 'id'), request.id))
}

async function showCase(call: DeskCall): Promise<FastifyReply> {
  const file = await fileOf(call)
  const { done } = call.request.query as { done?: unknown }
  const last = file.events[file.events.length - 1]
  // Said only while it is true: the address may be opened again after the next step.
  const justDone = last?.kind === done && last?.by === call.staff.role ? (done as StaffEventKind) : undefined
  return sendCase(call, file, { justDone })
}

export interface CaseNews {
  justDone?: StaffEventKind
  entered?: Entered
  /** A correction that was to be declined without a reason. */
  declined?: Declined
  problems?: readonly Problem[]
}

/** The page of a case, with what has just happened to a form on it. */
export function sendCase(
  { parts, staff, reply }: DeskCall,
  file: CaseForStaff,
  news: CaseNews,
): FastifyReply {
  const today = todayInWuhai(parts.clock)
  const page = createElement(CasePage, { mode: parts.mode, staff, file, today, ...news })
  return sendPage(reply, page, news.problems ? errorAnswer('INVALID_FIELD', reply.request.id).status : 200)
}

async function takeDecision(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const id = idIn(call, 'id')
  const form = readDecisionForm(request)
  if (!form) throw new Refused('INVALID_FIELD')
  const { entered, seen } = form
  const row = await applicationWithin(parts.db, staff, id)
  const problems = problemsOf(entered, row && wayOf(row))
  if (problems.length > 0) return sendCase(call, await fileOf(call), { entered, problems })
  const decided = await decide(parts, staff, decisionFrom(id, entered, seen), request.id)
  const step = { applicationId: id, kind: entered.kind, seenVersion: seen.version }
  if (decided.ok || (decided.code === 'STALE_VERSION' && (await isOwnStepDone(parts, staff, step))))
    return seeOther(reply, `${deskPath}/cases/${id}?done=${entered.kind}`)
  const isMaker = decided.code === 'FORBIDDEN' && (await mayNotDecide(parts, staff, step))
  throw new Refused(decided.code, isMaker ? makerIsNotChecker : decided.field)
}

async function protect(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const id = idIn(call, 'id')
  const kind = field(request, 'change') === 'lift' ? 'lift' : 'set'
  valueOf(
    await changeProtection(parts, staff, id, { kind, reason: field(request, protectionField) }, request.id),
  )
  return seeOther(reply, `${deskPath}/cases/${id}`)
}

async function showNumbers(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const file = await fileOf(call)
  const numbers = valueOf(await readNumbers(parts, staff, file.id, request.id))
  return sendPage(reply, createElement(NumbersPage, { mode: parts.mode, staff, file, numbers }))
}

async function streamPhoto(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const place = { id: idIn(call, 'id'), attachmentId: idIn(call, 'attachmentId') }
  const jpeg = valueOf(await readCasePhoto(parts, staff, place, request.id))
  return sendPhoto(reply, await withMark(jpeg, await markOf(parts, staff, place.id)))
}

async function markOf(parts: Parts, staff: Staff, id: string): Promise<Mark> {
  const row = await applicationWithin(parts.db, staff, id)
  if (!row) throw new Refused('NOT_FOUND')
  return { staffNumber: staff.number, caseNumber: row.case_number, moment: figuresOf(parts.clock()) }
}

async function showPhoto(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, reply } = call
  const attachmentId = idIn(call, 'attachmentId')
  const file = await fileOf(call)
  const photo = file.files.find((one) => one.id === attachmentId)
  if (!photo) throw new Refused('NOT_FOUND')
  return sendPage(reply, createElement(PhotoPage, { mode: parts.mode, staff, file, photo }))
}
