import { oncePerDay } from '../audit/oncePerDay'
import { recordAudits, type AuditEntry } from '../audit/record'
import type { Parts } from '../parts'
import { done, fail, type Failure } from '../result'
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

type ListedRow = Pick<ApplicationRow, 'id' | 'account_id'>

/**
 * A look at the list of one's office: masked names, and numbers of colleagues' cases. One row a look, and once a day one for each family it showed, so
 * that it can be told who was in it.
 */
export async function noteQueue(
  parts: Parts,
  staff: Staff,
  shown: readonly ListedRow[],
  traceId: string,
): Promise<void> {
  const look = {
    actor: { kind: 'staff', id: staff.id } as const,
    object: { kind: 'queue' } as const,
    traceId,
  }
  await write(parts, [{ ...look, action: 'queueRead' }])
  const rows = new Map(shown.map((row) => [`${staff.id} ${row.id}`, row]))
  const listed = ({ id, account_id }: ListedRow): AuditEntry => ({
    ...look,
    action: 'caseListed',
    of: { applicationId: id, accountId: account_id },
  })
  await oncePerDay(parts, rows, (fresh) => write(parts, fresh.map(listed)))
}

/**
 * A look that was refused: what is outside the person's scope, does not exist, or is more than a day's.
 * @param photoId of a photo asked for by a case that it does not belong to
 */
export async function refuseLook(
  parts: Parts,
  staff: Staff,
  { id, photoId }: { id: string; photoId?: string },
  traceId: string,
  code: 'NOT_FOUND' | 'READ_BUDGET' = 'NOT_FOUND',
): Promise<Failure> {
  const object = photoId
    ? ({ kind: 'attachment', id: photoId } as const)
    : ({ kind: 'application', id } as const)
  const actor = { kind: 'staff', id: staff.id } as const
  await write(parts, [{ actor, action: 'accessRefused', object, of: { applicationId: id }, traceId }])
  return fail(code)
}

async function write(parts: Parts, entries: readonly AuditEntry[]): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    await recordAudits(parts, tx, entries)
    return done(undefined)
  })
}
