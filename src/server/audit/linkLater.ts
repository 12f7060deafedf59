import type { Database } from '../store/database'
import { lateChain, linkHash, type AuditKey } from './chain'

const batch = 500
const everyMs = 60_000

/**
 * Looks now and once a minute, as long as the server lives; a database that is away is asked the next minute. Nobody
 * waits for it: however many rows there are, the server is ready without them.
 * @returns `stop` waits for the batch that is being linked
 */
export function linkEveryMinute(db: Database, key: AuditKey): { stop(): Promise<void> } {
  let isOver = false
  let running: Promise<unknown> | undefined
  const link = () =>
    (running ??= linkLater(db, key, () => isOver)
      .catch(() => undefined)
      .finally(() => (running = undefined)))
  const timer = setInterval(link, everyMs)
  timer.unref()
  void link()
  return {
    async stop() {
      isOver = true
      clearInterval(timer)
      await running
    },
  }
}

/**
 * Links rows that were written without a key: by a release before the chain, or by a command without KEYRING. They get
 * a chain of their own, so that a verifier can say how many there are. Safe on several servers at once.
 * @param isOver asked after each batch: no further one then
 * @returns how many rows were linked
 */
export async function linkLater(db: Database, key: AuditKey, isOver = () => false): Promise<number> {
  let linked = 0
  for (;;) {
    const count = await linkBatch(db, key)
    linked += count
    if (count < batch || isOver()) return linked
  }
}

function linkBatch(db: Database, key: AuditKey): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const head = await tx
      .selectFrom('audit_head')
      .selectAll()
      .where('chain', '=', lateChain)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('audit')
      .selectAll()
      .where('hash', 'is', null)
      .orderBy('sequence')
      .limit(batch)
      .execute()
    let [position, previous] = [Number(head.position), head.hash]
    for (const row of rows) {
      position += 1
      const link = { chain: lateChain, position, audit_key: key.id, previous_hash: previous }
      const hash = linkHash(key, previous, { ...row, ...link })
      await tx
        .updateTable('audit')
        .set({ ...link, hash })
        .where('sequence', '=', row.sequence)
        .execute()
      previous = hash
    }
    if (rows.length > 0)
      await tx
        .updateTable('audit_head')
        .set({ position, hash: previous })
        .where('chain', '=', lateChain)
        .execute()
    return rows.length
  })
}
