import { SupplementRequest } from '@contracts/applications'
import type { CaseEventKind, CaseState } from '@domain/tracking/machine'
import type { CaseWay } from '@domain/tracking/words'
import { recordAudit, type AuditAction } from '../audit/record'
import { parse } from '../http/parse'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { applicationWithin } from '../store/applications'
import { appendEvent, eventsOf, type SealedEvent } from '../store/caseEvents'
import { acceptedCorrections } from '../store/corrections'
import { inTransaction } from '../store/database'
import { takeCase } from './assignments'
import { wayOf } from './caseWay'
import { mayDecide, staysWith } from './twoPeople'
import type { Staff } from './staffSignIn'

/** What people of the desk can do to a case. */
export type StaffEventKind = Extract<
  CaseEventKind,
  'accepted' | 'supplementRequested' | 'verified' | 'forwarded' | 'confirmed' | 'refused'
>

export interface Decision {
  applicationId: string
  kind: StaffEventKind
  /** The version the form was made from. */
  version: number
  /** How many corrections the page of the form showed as made: they change the case and are no step of it. */
  corrections?: number
  /** Required where {@link needsReason}; kept with every decision that has one. */
  reason?: string
  /** Required to ask for a correction. */
  supplement?: unknown
}

/** A refusal the family can understand and contest. Source: 社会救助暂行办法 11条 (reasons in writing). */
export const reasonRule = { minLength: 10, maxLength: 1000 }

const decisions: readonly CaseEventKind[] = ['confirmed', 'refused']

/** A refusal is written with its reasons; what another place has decided, as it was told. */
export function needsReason(kind: CaseEventKind, { procedure }: CaseWay): boolean {
  return kind === 'refused' || (kind === 'confirmed' && procedure === 'passedOn')
}

/**
 * One step of a case by a person of the desk, who works on the case from then on.
 * @returns the new state; `NOT_FOUND` outside the division and for a colleague's case, `INVALID_FIELD` without a reason
 * or papers, `FORBIDDEN` for the wrong office or for who already worked on the case, `STALE_VERSION` or
 * `NOT_ALLOWED_IN_STATE`
 */
export async function decide(
  parts: Parts,
  staff: Staff,
  decision: Decision,
  traceId: string,
): Promise<Result<CaseState>> {
  if (staff.mustChangePassword) return fail('FORBIDDEN')
  const { applicationId, kind, version, corrections = 0 } = decision
  return inTransaction(parts.db, async (tx) => {
    const row = await applicationWithin(tx, staff, applicationId)
    if (!row) return fail('NOT_FOUND')
    const [way, { procedure }] = [wayOf(row), row]
    const detail = detailOf(decision, way)
    if (!detail.ok) return detail
    const history = await eventsOf(parts, tx, applicationId)
    if (decisions.includes(kind) && !mayDecide(way, history, staff.id)) return fail('FORBIDDEN')
    const event = { applicationId, accountId: row.account_id, kind, by: staff.role, actorId: staff.id }
    const taken = await takeCase(tx, staff, applicationId, staysWith(way, [...history, event], staff.id))
    if (!taken.ok) return taken
    const next = await appendEvent(
      parts,
      tx,
      { procedure, history },
      { ...event, detail: detail.value },
      version,
    )
    if (!next.ok) return next
    // After the step, which holds the case's row: a correction made at the same moment is seen now, or waits.
    if ((await acceptedCorrections(tx, applicationId)) !== corrections) return fail('STALE_VERSION')
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: kind satisfies AuditAction,
      object: { kind: 'application', id: applicationId },
      of: { accountId: row.account_id },
      traceId,
    })
    return next
  })
}

function detailOf(
  { kind, reason = '', supplement }: Decision,
  way: CaseWay,
): Result<SealedEvent | undefined> {
  if (kind === 'supplementRequested') {
    const parsed = parse(SupplementRequest, supplement)
    if (!parsed.ok) return fail('INVALID_FIELD', 'supplement')
    const papers = parsed.value.papers.map(({ paper }) => paper)
    const isTwice = new Set(papers).size !== papers.length
    return isTwice ? fail('INVALID_FIELD', 'supplement') : done({ supplement: parsed.value })
  }
  const text = reason.trim()
  const length = Array.from(text).length
  const min = needsReason(kind, way) ? reasonRule.minLength : 0
  if (length < min || length > reasonRule.maxLength || text.includes('\0'))
    return fail('INVALID_FIELD', 'reason')
  return done(text ? { reason: text } : undefined)
}
