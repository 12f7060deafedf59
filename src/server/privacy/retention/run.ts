import { sql } from 'kysely'
import { hours } from '../../clock'
import { faultOf } from '../../fault'
import type { Log } from '../../log'
import { casesToAppraise, type ExpiredCase } from './cases'
import { retentionJobs, type RetentionJob } from './jobs'
import { deadlinesOf, type RetentionParts } from './periods'

export interface RetentionLine {
  kind: RetentionJob['kind']
  title: string
  count: number
}

/** Any number that no other lock of this database has. */
const lockNumber = 7_200_410

/** How many of each kind are too old now; nothing is removed. */
export async function retentionReport(parts: RetentionParts): Promise<RetentionLine[]> {
  const deadlines = await deadlinesOf(parts)
  const lines: RetentionLine[] = []
  for (const job of retentionJobs)
    lines.push({ kind: job.kind, title: job.title, count: await job.due(parts, deadlines) })
  return lines
}

/** Granted cases that a person has to appraise; none while no period is published. */
export async function appraisalList(parts: RetentionParts): Promise<ExpiredCase[]> {
  const { filedCase } = await deadlinesOf(parts)
  return filedCase ? casesToAppraise(parts.db, filedCase.before) : []
}

/**
 * Removes everything whose time is over. One process at a time, by a lock of the database that goes with the process.
 * @returns what was removed, or nothing when another process is at it
 * @throws StoreAway or the database's error; what was removed until then stays removed
 */
export function runRetention(parts: RetentionParts): Promise<RetentionLine[] | undefined> {
  return parts.db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${lockNumber}) as mine`.execute(connection)
    if (!rows[0]?.mine) return undefined
    try {
      return await removeAll(parts)
    } finally {
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(connection)
    }
  })
}

async function removeAll(parts: RetentionParts): Promise<RetentionLine[]> {
  const deadlines = await deadlinesOf(parts)
  const lines: RetentionLine[] = []
  for (const job of retentionJobs)
    lines.push({ kind: job.kind, title: job.title, count: await job.remove(parts, deadlines) })
  return lines
}

const every = hours(1)

/** Cleans up every hour until stopped. A run that fails is written to the log and tried again by the next. */
export function retainEveryHour(parts: RetentionParts & { log: Log }): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => runOnce(parts))
  }, every)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

async function runOnce(parts: RetentionParts & { log: Log }): Promise<void> {
  try {
    const lines = await runRetention(parts)
    if (lines)
      parts.log.write('retention.done', { removed: lines.reduce((sum, { count }) => sum + count, 0) })
  } catch (error) {
    parts.log.write('retention.failed', { fault: faultOf(error) })
  }
}
