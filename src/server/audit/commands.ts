import { done } from '../result'
import { inTransaction, type Database } from '../store/database'
import { recordAudit, type AuditEntry, type AuditParts } from './record'

/**
 * Writes down that a command reads or moves everybody's data. Called before it does, where there is a database to write
 * to: what cannot be written down is not done.
 */
export async function noteCommand(
  { db, ...parts }: AuditParts & { db: Database },
  action: AuditEntry['action'],
  object: AuditEntry['object'],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await recordAudit(parts, tx, { actor: { kind: 'command' }, action, object })
    return done(undefined)
  })
}
