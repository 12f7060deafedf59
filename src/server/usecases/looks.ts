import { recordAudit, type AuditEntry } from '../audit/record'
import type { Parts } from '../parts'
import { done } from '../result'
import type { ApplicationRow } from '../store/applications'
import { inTransaction } from '../store/database'
import type { Staff } from './staffSignIn'

/** What of a family's data a person of the desk looked at. */
export interface Look {
  row: ApplicationRow
  /** Of the photo that was shown. */
  photoId?: string
  /** The page also shows a protection record. */
  showsProtection?: boolean
}

/**
 * Written before anything is shown: a look that cannot be written down does not happen. A look at a case is everybody's
 * look, also of who may protect the child: one that were missing in the family's list, or were there without a record
 * only, would tell of the record. What was shown of the record has a row and a word of its own, which the family's page
 * does not know. Source: law-and-rules S06.
 */
export async function noteLook(
  parts: Parts,
  staff: Staff,
  action: 'caseRead' | 'numbersRead' | 'photoRead',
  { row, photoId, showsProtection = false }: Look,
  traceId: string,
): Promise<void> {
  const application = { kind: 'application', id: row.id } as const
  const object = photoId ? ({ kind: 'attachment', id: photoId } as const) : application
  const of = { applicationId: row.id, accountId: row.account_id }
  const look = { actor: { kind: 'staff', id: staff.id } as const, of, traceId }
  const protection = { kind: 'protection', id: row.id } as const
  await write(parts, [
    { ...look, action, object },
    ...(showsProtection ? [{ ...look, action: 'protectedRead' as const, object: protection }] : []),
  ])
}

/** A look at the list of one's office: masked names. */
export function noteQueue(parts: Parts, staff: Staff, traceId: string): Promise<void> {
  return write(parts, [
    { actor: { kind: 'staff', id: staff.id }, action: 'queueRead', object: { kind: 'queue' }, traceId },
  ])
}

async function write(parts: Parts, entries: readonly AuditEntry[]): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    for (const entry of entries) await recordAudit(parts, tx, entry)
    return done(undefined)
  })
}
