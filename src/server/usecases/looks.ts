import { recordAudit, type AuditAction } from '../audit/record'
import type { Parts } from '../parts'
import { done } from '../result'
import type { ApplicationRow } from '../store/applications'
import { inTransaction } from '../store/database'
import { isProtected } from './protection'
import type { Staff } from './staffSignIn'

/** What of a family's data a person of the desk looked at. */
export interface Look {
  row: ApplicationRow
  /** Of the photo that was shown. */
  photoId?: string
}

/** Written before anything is shown: a look that cannot be written down does not happen. */
export async function noteLook(
  parts: Parts,
  staff: Staff,
  action: 'caseRead' | 'numbersRead' | 'photoRead',
  { row, photoId }: Look,
  traceId: string,
): Promise<void> {
  const object = photoId
    ? ({ kind: 'attachment', id: photoId } as const)
    : ({ kind: 'application', id: row.id } as const)
  await write(parts, {
    actor: { kind: 'staff', id: staff.id },
    action: (await isInProtection(parts, staff, row)) ? 'protectedRead' : action,
    object,
    of: { applicationId: row.id, accountId: row.account_id },
    traceId,
  })
}

/** A look at the list of one's office: masked names. */
export function noteQueue(parts: Parts, staff: Staff, traceId: string): Promise<void> {
  const action: AuditAction = 'queueRead'
  return write(parts, { actor: { kind: 'staff', id: staff.id }, action, object: { kind: 'queue' }, traceId })
}

/**
 * Whether the family may not learn of this look: it would tell that somebody looks after the child. Such a look has a
 * word of its own in the audit, which the family's page does not know. Source: law-and-rules S06.
 */
async function isInProtection(parts: Parts, staff: Staff, row: ApplicationRow): Promise<boolean> {
  return staff.mayProtect && (await isProtected(parts, parts.db, [row]))
}

async function write(parts: Parts, entry: Parameters<typeof recordAudit>[2]): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    await recordAudit(parts, tx, entry)
    return done(undefined)
  })
}
