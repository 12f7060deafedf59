import { recordAudit, type AuditParts } from '../audit/record'
import { days } from '../clock'
import type { Limits } from '../limits'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { inTransaction, type Database } from '../store/database'
import { takeOf } from '../store/limitUse'

const windowMs = days(1)
/** Between two windows it is 8 in the morning in 乌海: nobody is at the desk yet. */
const windowStart = (now: Date) => new Date(Math.floor(now.getTime() / windowMs) * windowMs)

/** What one decision of whoever answers for the office allows in addition. */
const allowedKind = 'caseReadsAllowed'
const mostAllowed = 1_000_000

/**
 * Whether a person may open this case today: a number of different ones a day, so that nobody reads through a whole
 * town. One that was opened today may be opened again. Source: threats T7.
 */
export async function mayOpen(parts: Parts, staffId: string, applicationId: string): Promise<boolean> {
  const now = parts.clock()
  const seen = await parts.db
    .selectFrom('audit')
    .select('sequence')
    .where('application_id', '=', applicationId)
    .where('actor_id', '=', staffId)
    .where('action', '=', 'caseRead')
    .where('at', '>=', windowStart(now))
    .executeTakeFirst()
  if (seen) return true
  const most = parts.limits.caseReadsPerDay + (await allowedInAddition(parts.db, staffId, now))
  return takeOf(parts.db, { kind: 'caseRead', subject: staffId, windowMs, most }, now)
}

async function allowedInAddition(db: Database, staffId: string, now: Date): Promise<number> {
  const row = await db
    .selectFrom('limit_use')
    .select('used')
    .where('kind', '=', allowedKind)
    .where('subject', '=', staffId)
    .where('window_start', '=', windowStart(now))
    .executeTakeFirst()
  return row?.used ?? 0
}

/**
 * Lets a person open as many again today, once somebody who answers for it has agreed.
 * @returns `NOT_FOUND` for an unknown number or a disabled account
 */
export function allowMoreReads(
  { db, limits, ...parts }: AuditParts & { db: Database; limits: Pick<Limits, 'caseReadsPerDay'> },
  number: string,
): Promise<Result<number>> {
  return inTransaction(db, async (tx) => {
    const staff = await tx
      .selectFrom('staff')
      .select('id')
      .where('number', '=', number)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!staff) return fail('NOT_FOUND')
    const rule = { kind: allowedKind, subject: staff.id, windowMs, most: mostAllowed }
    await takeOf(tx, rule, parts.clock(), limits.caseReadsPerDay)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'readsAllowed',
      object: { kind: 'staff', id: staff.id },
    })
    return done(limits.caseReadsPerDay)
  })
}
