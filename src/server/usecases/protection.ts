import { recordAudit } from '../audit/record'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { childIdentity } from '../store/childIdentity'
import { applicationWithin, openApplication, type ApplicationRow } from '../store/applications'
import { inTransaction, type Database, type Tx } from '../store/database'
import { insertProtection, liftProtection, openProtection, protectionOf } from '../store/protection'
import type { Staff } from './staffSignIn'

/** What an officer with the permission sees of a child. */
export interface ProtectionView {
  /** Absent: the child has no record. */
  inForce?: { since: Date; reason: string }
}

/** Why a record is made: enough for the next officer to go on. */
export const protectionReasonRule = { minLength: 10, maxLength: 500 }

type OpenRow = Pick<ApplicationRow, 'id' | 'account_id' | 'sealed'>

const identityOf = (parts: Parts, row: OpenRow) =>
  childIdentity({ accountId: row.account_id, child: openApplication(parts, row).child })

const hashesOf = (parts: Parts, row: OpenRow) => parts.keyring.indexes('child', identityOf(parts, row))

/**
 * Whether a child of these cases has a protection record. The work is the same for every answer; nothing a family can
 * see or measure may depend on it.
 */
export async function isProtected(
  parts: Parts,
  db: Database | Tx,
  rows: readonly OpenRow[],
): Promise<boolean> {
  const hashes = rows.flatMap((row) => hashesOf(parts, row))
  return hashes.length > 0 && (await protectionOf(db, hashes)) !== undefined
}

/** @returns nothing for a person without the permission: the page has no place for it then */
export async function protectionFor(
  parts: Parts,
  staff: Staff,
  row: OpenRow,
): Promise<ProtectionView | undefined> {
  if (!staff.mayProtect) return undefined
  const found = await protectionOf(parts.db, hashesOf(parts, row))
  return { inForce: found && { since: found.set_at, reason: openProtection(parts, found).reason } }
}

export type ProtectionChange = { kind: 'set'; reason: string } | { kind: 'lift' }

/**
 * Makes or lifts the record of a case's child. It belongs to the child, not to the case: every case of the child has
 * it, and no answer to any family changes by it.
 * @returns `FORBIDDEN` without the permission, `NOT_FOUND` outside the division, `INVALID_FIELD` for a reason that is
 * too short or too long, `NOT_ALLOWED_IN_STATE` when it is so already
 */
export async function changeProtection(
  parts: Parts,
  staff: Staff,
  applicationId: string,
  change: ProtectionChange,
  traceId: string,
): Promise<Result<undefined>> {
  if (!staff.mayProtect || staff.mustChangePassword) return fail('FORBIDDEN')
  const reason = change.kind === 'set' ? change.reason.trim() : ''
  if (change.kind === 'set' && !isReason(reason)) return fail('INVALID_FIELD', 'protectionReason')
  return inTransaction(parts.db, async (tx) => {
    const row = await applicationWithin(tx, staff, applicationId)
    if (!row) return fail('NOT_FOUND')
    const childIdNumber = identityOf(parts, row)
    const isDone =
      change.kind === 'set'
        ? await insertProtection(parts, tx, staff.id, { childIdNumber, reason })
        : await liftProtection(parts, tx, staff.id, hashesOf(parts, row))
    if (!isDone) return fail('NOT_ALLOWED_IN_STATE')
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id: staff.id },
      action: change.kind === 'set' ? 'protectionSet' : 'protectionLifted',
      object: { kind: 'protection', id: applicationId },
      of: { applicationId, accountId: row.account_id },
      traceId,
    })
    return done(undefined)
  })
}

function isReason(text: string): boolean {
  const length = Array.from(text).length
  const { minLength, maxLength } = protectionReasonRule
  return length >= minLength && length <= maxLength && !text.includes('\0')
}
