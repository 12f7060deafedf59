import { sql } from 'kysely'
import { recordAudit } from '../audit/record'
import { later } from '../clock'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { inTransaction, type Tx } from '../store/database'
import type { StaffRow } from '../store/staff'

/** Whether failures have locked this account. */
export const isLocked = ({ clock }: Parts, { locked_until }: Pick<StaffRow, 'locked_until'>) =>
  locked_until !== null && clock() < locked_until

/** The person's row as of now, held until the transaction ends. */
export function lockRow(tx: Tx, id: string): Promise<StaffRow> {
  return tx.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

/** Counts a failure of a person; one too many locks the account. @returns `SIGN_IN_FAILED` */
export async function countFailure(
  parts: Parts,
  { id }: Pick<StaffRow, 'id'>,
  traceId: string,
): Promise<Result<never>> {
  const { failures, lockMs } = parts.limits.staffLock
  await inTransaction(parts.db, async (tx) => {
    const { failed_attempts: before, locked_until } = await lockRow(tx, id)
    const count = before + 1
    const locks = count >= failures
    await tx
      .updateTable('staff')
      .set({
        failed_attempts: locks ? 0 : count,
        locked_until: locks ? later(parts.clock(), lockMs) : locked_until,
      })
      .where('id', '=', id)
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'staff', id },
      action: 'signInFailed',
      object: { kind: 'staff', id },
      traceId,
    })
    return done(undefined)
  })
  return fail('SIGN_IN_FAILED')
}

/** Rows of `limit_use`: how many failures there were by now, and since when a number is locked. */
const [failuresOf, lockOf] = ['signInFailures', 'signInLock']

/** Whether failures have locked a number that nobody has. */
export async function isNumberLocked(
  { db, clock, keyring, limits }: Parts,
  number: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('limit_use')
    .select('used')
    .where('kind', '=', lockOf)
    .where('subject', 'in', keyring.indexes('staffNumber', number))
    .where('window_start', '>', later(clock(), -limits.staffLock.lockMs))
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Counts a failure of a number that nobody has like one of a person: a lock only people can have would tell who exists.
 * @returns `SIGN_IN_FAILED`
 */
export async function countUnknown(
  { db, clock, keyring, limits }: Parts,
  number: string,
): Promise<Result<never>> {
  const subjects = keyring.indexes('staffNumber', number)
  // The same for servers with the same keys in another order, as they are while keys are changed.
  const [lowest] = [...subjects].sort()
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lowest}, 0))`.execute(tx)
    const before = await tx
      .deleteFrom('limit_use')
      .where('kind', '=', failuresOf)
      .where('subject', 'in', subjects)
      .returning('used')
      .execute()
    const count = before.reduce((sum, { used }) => sum + used, 1)
    const locks = count >= limits.staffLock.failures
    await tx
      .insertInto('limit_use')
      .values({ kind: locks ? lockOf : failuresOf, subject: subjects[0], window_start: clock(), used: count })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return done(undefined)
  })
  return fail('SIGN_IN_FAILED')
}
