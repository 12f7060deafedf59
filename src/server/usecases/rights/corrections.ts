import { randomUUID } from 'node:crypto'
import type { Correction, CorrectionRequest } from '@contracts/rights'
import { birthDateOf, idNumberIsBornBy } from '@domain/people/idNumber'
import { correctionProblem, correctionValue, type CorrectionField } from '@domain/rights/corrections'
import { asksIdNumbers, type ServiceCode } from '@domain/services/catalogue'
import { foldCase, type CaseStatus } from '@domain/tracking/machine'
import { recordAudit } from '../../audit/record'
import { todayInWuhai } from '../../clock'
import type { Parts } from '../../parts'
import { done, fail, type Failure, type Result } from '../../result'
import {
  applicationWithin,
  openApplication,
  ownApplication,
  sealApplication,
  type ApplicationRow,
  type SealedApplication,
} from '../../store/applications'
import { eventsOf } from '../../store/caseEvents'
import { correctionFrom, openCorrection, sealCorrection, type CorrectionRow } from '../../store/corrections'
import { childIdentity } from '../../store/childIdentity'
import { inTransaction, type Tx } from '../../store/database'
import { once } from '../../store/idempotency'
import { takeCase } from '../assignments'
import { reasonRule } from '../decisions'
import { decidingRole, mayDecide } from '../twoPeople'
import { wayOf } from '../caseWay'
import type { Staff } from '../staffSignIn'
import type { Asking } from './consents'

/** More than that at once is no correction of a form. */
const mostWaiting = 10

/**
 * Asks the office to correct or complete a filed case. Nothing of the case changes before a person has looked.
 * @returns the request; `NOT_FOUND`, `INVALID_FIELD` for a value that cannot be, `TOO_MANY_REQUESTS`
 * Source: PIPL 46.
 */
export function requestCorrection(
  parts: Parts,
  { accountId, key, traceId }: Asking,
  applicationId: string,
  body: CorrectionRequest,
): Promise<Result<Correction>> {
  const keyed = { applicationId, ...body }
  const caseOf = () => applicationId
  const request = { accountId, key, route: 'requestCorrection', body: keyed, status: 201, caseOf }
  return once(parts, request, async (tx) => {
    const application = await ownApplication(tx, accountId, applicationId)
    if (!application) return fail('NOT_FOUND')
    const refused =
      refuseValue(parts, body) ??
      refuseNumber(application.service, body) ??
      (await refuseMany(tx, applicationId))
    if (refused) return refused
    const id = randomUUID()
    const row = await tx
      .insertInto('correction')
      .values({
        id,
        application_id: applicationId,
        account_id: accountId,
        status: 'waiting',
        sealed: sealCorrection(parts, id, {
          field: body.field,
          wanted: correctionValue(body.field, body.value),
        }),
        created_at: parts.clock(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'correctionRequested',
      object: { kind: 'correction', id },
      of: { applicationId },
      traceId,
    })
    return done(correctionFrom(parts, row))
  })
}

function refuseValue({ clock }: Parts, { field, value }: CorrectionRequest): Failure | undefined {
  const isWrong =
    correctionProblem(field, value) !== undefined ||
    (isNumber(field) && !idNumberIsBornBy(correctionValue(field, value), todayInWuhai(clock)))
  return isWrong ? fail('INVALID_FIELD', 'value') : undefined
}

const isNumber = (field: CorrectionField) => field === 'childIdNumber' || field === 'applicantIdNumber'

/** A matter that needs no number does not get one afterwards either. */
function refuseNumber(service: ServiceCode, { field }: CorrectionRequest): Failure | undefined {
  return isNumber(field) && !asksIdNumbers(service) ? fail('INVALID_FIELD', 'field') : undefined
}

async function refuseMany(tx: Tx, applicationId: string): Promise<Failure | undefined> {
  const waiting = await tx
    .selectFrom('correction')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('status', '=', 'waiting')
    .limit(mostWaiting)
    .execute()
  return waiting.length >= mostWaiting ? fail('TOO_MANY_REQUESTS') : undefined
}

export interface CorrectionDecision {
  applicationId: string
  correctionId: string
  accept: boolean
  /** Written to the family; required to decline. */
  answer: string
}

/**
 * What a person of the office decides about it, who works on the case from then on. Accepting changes the case and keeps
 * the old value with the request.
 * @returns `NOT_FOUND` outside the division and for a colleague's case, `INVALID_FIELD` without a reason,
 * `NOT_ALLOWED_IN_STATE` or `STALE_VERSION` when somebody else was faster, `FORBIDDEN` where the street has handed the
 * case on and this person may not change it
 */
export function decideCorrection(
  parts: Parts,
  staff: Staff,
  { applicationId, correctionId, accept, answer }: CorrectionDecision,
  traceId: string,
): Promise<Result<undefined>> {
  return inTransaction(parts.db, async (tx) => {
    if (staff.mustChangePassword) return fail('FORBIDDEN')
    const application = await applicationWithin(tx, staff, applicationId)
    if (!application) return fail('NOT_FOUND')
    // Locks the case, then the request: two decisions about one case follow each other.
    const taken = await takeCase(tx, staff, applicationId)
    if (!taken.ok) return taken
    const row = await lockCorrection(tx, applicationId, correctionId)
    if (!row) return fail('NOT_FOUND')
    if (row.status !== 'waiting') return fail('NOT_ALLOWED_IN_STATE')
    const reason = answer.trim()
    if (!accept && !isReason(reason)) return fail('INVALID_FIELD', 'answer')
    if (accept && !(await mayChange(parts, tx, staff, application))) return fail('FORBIDDEN')
    const { field, wanted } = openCorrection(parts, row)
    const before = accept ? await apply(parts, tx, application, field, wanted) : undefined
    await tx
      .updateTable('correction')
      .set({
        status: accept ? 'accepted' : 'declined',
        sealed: sealCorrection(parts, row.id, { field, wanted, before, answer: reason || undefined }),
        decided_at: parts.clock(),
        decided_by: staff.id,
      })
      .where('id', '=', row.id)
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: accept ? 'correctionAccepted' : 'correctionDeclined',
      object: { kind: 'correction', id: row.id },
      of: { applicationId, accountId: application.account_id },
      traceId,
    })
    return done(undefined)
  })
}

/** Until the papers are together. */
const inPreparation: readonly CaseStatus[] = ['submitted', 'accepted', 'supplementRequested']

/** What an office decides on, or has decided on, is changed by that office, and not by who prepared it. Source: threats T8. */
async function mayChange(parts: Parts, tx: Tx, { id, role }: Staff, row: ApplicationRow): Promise<boolean> {
  const history = await eventsOf(parts, tx, row.id)
  if (inPreparation.includes(foldCase(row.procedure, history).status)) return true
  return role === decidingRole[row.procedure] && mayDecide(wayOf(row), history, id)
}

function isReason(text: string): boolean {
  const length = Array.from(text).length
  return length >= reasonRule.minLength && length <= reasonRule.maxLength && !text.includes('\0')
}

function lockCorrection(tx: Tx, applicationId: string, id: string): Promise<CorrectionRow | undefined> {
  return tx
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', id)
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst()
}

interface Place {
  read: (sealed: SealedApplication) => string | undefined
  write: (sealed: SealedApplication, value: string) => SealedApplication
}

const person = (who: 'applicant' | 'child', part: 'name' | 'idNumber'): Place => ({
  read: (sealed) => sealed[who][part],
  write: (sealed, value) => ({ ...sealed, [who]: { ...sealed[who], [part]: value } }),
})

/** Where each field stands in the sealed case. */
const places: Record<CorrectionField, Place> = {
  applicantName: person('applicant', 'name'),
  applicantIdNumber: person('applicant', 'idNumber'),
  applicantPhone: {
    read: (sealed) => sealed.applicant.phone,
    write: (sealed, phone) => ({ ...sealed, applicant: { ...sealed.applicant, phone } }),
  },
  childName: person('child', 'name'),
  childIdNumber: {
    read: (sealed) => sealed.child.idNumber,
    write: (sealed, idNumber) => ({
      ...sealed,
      child: { ...sealed.child, idNumber },
      facts: { ...sealed.facts, child: { ...sealed.facts.child, birthDate: birthDateOf(idNumber) } },
    }),
  },
  other: {
    read: () => undefined,
    write: (sealed, remark) => ({ ...sealed, remarks: [...(sealed.remarks ?? []), remark] }),
  },
}

/** @returns the value that was replaced */
async function apply(
  parts: Parts,
  tx: Tx,
  { id }: ApplicationRow,
  field: CorrectionField,
  wanted: string,
): Promise<string | undefined> {
  // Read again under the lock: another request may just have been accepted.
  const row = await tx.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const sealed = openApplication(parts, row)
  const changed = places[field].write(sealed, wanted)
  await tx
    .updateTable('application')
    .set({
      sealed: sealApplication(parts, id, changed),
      child_hmac: parts.keyring.indexes(
        'child',
        childIdentity({ accountId: row.account_id, child: changed.child }),
      )[0],
    })
    .where('id', '=', id)
    .execute()
  return places[field].read(sealed)
}
