import { sql } from 'kysely'
import { days, later } from '../clock'
import type { Parts } from '../parts'
import { done, type Result } from '../result'
import { inTransaction, type Tx } from '../store/database'
import { noHash } from './chain'
import { startMac } from './head'
import { recordAudit } from './record'

/** Nothing younger is ever removed, here and in the database itself. Source: law-and-rules L20 (180 days). */
export const shortestAuditDays = 180

const mostAtOnce = 5000

/**
 * Removes what is older than `before` from the start of each chain and signs where it begins now, so that the rest
 * still verifies.
 * @returns how many rows went; `INVALID_FIELD` for a moment less than 180 days ago
 */
export async function purgeAudit(
  parts: Pick<Parts, 'db' | 'clock' | 'auditKey'>,
  before: Date,
): Promise<Result<number>> {
  if (before > later(parts.clock(), -days(shortestAuditDays))) return { ok: false, code: 'INVALID_FIELD' }
  const heads = await parts.db.selectFrom('audit_head').select('chain').orderBy('chain').execute()
  let purged = 0
  for (const { chain } of heads) {
    for (;;) {
      const result = await inTransaction(parts.db, async (tx) =>
        done(await purgeChain(parts, tx, chain, before)),
      )
      if (!result.ok) return result
      purged += result.value
      if (result.value < mostAtOnce) break
    }
  }
  return done(purged)
}

/** The first rows up to the first young one, whatever clock the rows behind it were written by. */
async function purgeChain(
  parts: Pick<Parts, 'db' | 'clock' | 'auditKey'>,
  tx: Tx,
  chain: number,
  before: Date,
): Promise<number> {
  await tx.selectFrom('audit_head').select('chain').where('chain', '=', chain).forUpdate().execute()
  const rows = await tx
    .selectFrom('audit')
    .select(['position', 'hash', 'at'])
    .where('chain', '=', chain)
    .orderBy('position')
    .limit(mostAtOnce)
    .execute()
  const young = rows.findIndex(({ at }) => at >= before)
  const old = young < 0 ? rows : rows.slice(0, young)
  const last = old[old.length - 1]
  if (!last) return 0
  const start = { chain, position: Number(last.position), hash: last.hash ?? noHash }
  await tx
    .deleteFrom('audit')
    .where('chain', '=', chain)
    .where('position', '<=', sql<string>`${start.position}`)
    .execute()
  await tx
    .updateTable('audit_head')
    .set({
      start_position: start.position,
      start_hash: start.hash,
      start_key: parts.auditKey.id,
      start_mac: startMac(parts.auditKey, start),
    })
    .where('chain', '=', chain)
    .execute()
  await recordAudit(parts, tx, {
    actor: { kind: 'command' },
    action: 'auditPurged',
    object: { kind: 'audit' },
  })
  return old.length
}
