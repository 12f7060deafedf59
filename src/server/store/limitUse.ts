import { sql } from 'kysely'
import { days, later } from '../clock'
import type { Database, Tx } from './database'

export interface LimitRule {
  /** Which limit, e.g. `phoneNumber`. */
  kind: string
  /** Account, or a keyed hash: never a person's number. */
  subject: string
  windowMs: number
  most: number
}

/** No window is longer. */
const longestWindowMs = days(1)

/**
 * Takes `amount` of a limit in the window of `now`, in one statement: however many replicas ask at once, never more
 * than `most` is given.
 * @returns whether it was given
 */
export async function takeOf(
  db: Database | Tx,
  { kind, subject, windowMs, most }: LimitRule,
  now: Date,
  amount = 1,
): Promise<boolean> {
  if (amount > most) return false
  const { rows } = await sql<{ used: number }>`
    insert into limit_use (kind, subject, window_start, used)
    values (${kind}, ${subject}, ${windowStart(now, windowMs)}, ${amount})
    on conflict (kind, subject, window_start)
    do update set used = limit_use.used + excluded.used
    where limit_use.used + excluded.used <= ${most}
    returning used`.execute(db)
  return rows.length === 1
}

function windowStart(now: Date, windowMs: number): Date {
  return new Date(Math.floor(now.getTime() / windowMs) * windowMs)
}

/** Rows of windows that are over tell who was active when, and are of no more use. */
export async function forgetOldUse(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('limit_use')
    .where('window_start', '<', later(now, -2 * longestWindowMs))
    .execute()
}
