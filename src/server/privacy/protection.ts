import type { Database, Tx } from '../store/database'

/**
 * Whether a person has to look before a copy of this account's data leaves: a child of one of its cases has a
 * protection record. Nothing the family can see or measure may depend on it before {@link Limits.copyWaitMs} has
 * passed. Source: law-and-rules S06, S09; PIPL 18, 35.
 */
export async function needsHumanReview(db: Database | Tx, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('protection_record')
    .innerJoin('application', 'application.child_hmac', 'protection_record.child_hmac')
    .select('protection_record.id')
    .where('application.account_id', '=', accountId)
    .where('protection_record.lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
