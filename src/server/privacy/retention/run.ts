import { sql } from 'kysely'
import { hours } from '../../clock'
import { faultOf, type Fault } from '../../fault'
import type { Log } from '../../log'
import { casesToAppraise, type ExpiredCase } from './cases'
import { retentionJobs, type RetentionJob } from './jobs'
import { deadlinesOf, type RetentionParts } from './periods'

export interface RetentionLine {
  kind: RetentionJob['kind']
  title: string
  count: number
}

export interface RemovedLine extends RetentionLine {
  /** Why this kind was not finished; what was removed until then stays removed. */
  fault?: Fault
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
 * Each kind by itself: one that fails keeps no other from being removed.
 * @returns what was removed and what failed, or nothing when another process is at it
 * @throws the database's error when not even the periods can be read
 */
export function runRetention(parts: RetentionParts): Promise<RemovedLine[] | undefined> {
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

async function removeAll(parts: RetentionParts): Promise<RemovedLine[]> {
  const deadlines = await deadlinesOf(parts)
  const lines: RemovedLine[] = []
  for (const { kind, title, remove } of retentionJobs) {
    const removed = await remove(parts, deadlines).then(
      (count) => ({ count }),
      (error: unknown) => ({ count: 0, fault: faultOf(error) }),
    )
    lines.push({ kind, title, ...removed })
  }
  return lines
}

const every = hours(1)

/** Cleans up every hour until stopped. A run that fails is written to the log and tried again by the next. */
export function retainEveryHour(parts: RetentionParts & { log: Log }): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => retainOnce(parts))
  }, every)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

/** One run, told to the log; it never throws. */
export async function retainOnce(parts: RetentionParts & { log: Log }): Promise<void> {
  try {
    const lines = await runRetention(parts)
    if (!lines) return
    for (const { kind, fault } of lines) if (fault) parts.log.write('retention.failed', { kind, fault })
    parts.log.write('retention.done', { removed: lines.reduce((sum, { count }) => sum + count, 0) })
  } catch (error) {
    parts.log.write('retention.failed', { fault: faultOf(error) })
  }
}
