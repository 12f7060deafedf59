import { recordAudit, type AuditParts } from '../audit/record'
import { done, fail, type Result } from '../result'
import { inTransaction, type Database } from './database'

/**
 * Lets the account that filed this case send as many photos a day as a 儿童主任 needs, or ends that. An account is known
 * by a case, since nobody sees openids.
 * @returns `NOT_FOUND` when there is no such case
 */
export function setHelper(
  { db, ...parts }: AuditParts & { db: Database },
  caseNumber: string,
  isHelper: boolean,
): Promise<Result<undefined>> {
  return inTransaction(db, async (tx) => {
    const filed = await tx
      .selectFrom('application')
      .select('account_id')
      .where('case_number', '=', caseNumber)
      .executeTakeFirst()
    if (!filed) return fail('NOT_FOUND')
    await tx
      .updateTable('account')
      .set({ helper_since: isHelper ? parts.clock() : null })
      .where('id', '=', filed.account_id)
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: isHelper ? 'helperNamed' : 'helperEnded',
      object: { kind: 'account', id: filed.account_id },
    })
    return done(undefined)
  })
}
