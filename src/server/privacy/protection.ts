import type { Parts } from '../parts'
import type { Database, Tx } from '../store/database'
import { isProtected } from '../usecases/protection'

/**
 * Whether a person has to look before a copy of this account's data leaves: a child of one of its cases has a
 * protection record. Nothing the family can see or measure may depend on it before {@link Limits.copyWaitMs} has
 * passed. Source: law-and-rules S06, S09; PIPL 18, 35.
 */
export async function needsHumanReview(parts: Parts, db: Database | Tx, accountId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('application')
    .select(['id', 'account_id', 'sealed'])
    .where('account_id', '=', accountId)
    .execute()
  return isProtected(parts, db, rows)
}
