import { minutes } from '../clock'
import { faultOf } from '../fault'
import type { Parts } from '../parts'
import type { Database } from '../store/database'
import { forgetOldUse, takeOf } from '../store/limitUse'

const windowMs = minutes(1)
const sweepEveryMs = minutes(10)
/** A replica takes this part of the minute's limit at a time: a busy account costs a dozen small writes, not one a request. */
const portions = 12
/** While the table cannot be reached, a replica gives this part on its own. Source: threats §5.1. */
const shareWhenAway = 4

interface Lease {
  left: number
  isOver: boolean
  wasAway: boolean
  coming?: Promise<void>
}

/**
 * How often one account may ask in a minute, over all replicas together. Never more than the limit is given; a replica
 * may keep a portion it does not use.
 * @returns asks, with the database as the request sees it
 */
export function createAccountRate({
  db: ownDb,
  clock,
  limits,
  log,
}: Parts): (db: Database, accountId: string) => Promise<boolean> {
  const most = limits.requests.perAccount
  const portion = Math.max(1, Math.floor(most / portions))
  const share = Math.max(1, Math.floor(most / shareWhenAway))
  let window = -1
  let sweptAt = 0
  const leases = new Map<string, Lease>()

  async function extend(db: Database, lease: Lease, subject: string, now: Date): Promise<void> {
    try {
      const given = await takeOf(db, { kind: 'request', subject, windowMs, most }, now, portion)
      if (given) lease.left += portion
      else lease.isOver = true
    } catch (error) {
      log.write('limits.away', { fault: faultOf(error) })
      if (lease.wasAway) lease.isOver = true
      else lease.left += share
      lease.wasAway = true
    }
  }

  async function sweep(now: Date): Promise<void> {
    if (now.getTime() - sweptAt < sweepEveryMs) return
    sweptAt = now.getTime()
    // Nobody waits for it, and what is left over goes with the next.
    await forgetOldUse(ownDb, now).catch((error: unknown) =>
      log.write('limits.away', { fault: faultOf(error) }),
    )
  }

  return async function mayAsk(db, accountId) {
    const now = clock()
    const current = Math.floor(now.getTime() / windowMs)
    if (current !== window) {
      window = current
      leases.clear()
      void sweep(now)
    }
    const lease = leases.get(accountId) ?? { left: 0, isOver: false, wasAway: false }
    leases.set(accountId, lease)
    while (lease.left === 0 && !lease.isOver) {
      // One at a time for an account: requests that come meanwhile wait for it.
      lease.coming ??= extend(db, lease, accountId, now).finally(() => (lease.coming = undefined))
      await lease.coming
    }
    if (lease.left === 0) return false
    lease.left -= 1
    return true
  }
}
