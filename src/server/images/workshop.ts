import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GateFull } from '../gate'
import type { Job, Picture } from './jobs'

export interface WorkshopCall {
  id: number
  job: Job
}
/** Without a picture: the decoder refused. */
export type WorkshopAnswer = 'ready' | { id: number; picture?: Picture }

export interface Workshop {
  /**
   * @returns the picture, or undefined when it cannot be decoded: broken, too much work, or deadly to the decoder
   * @throws GateFull when no process could be started
   */
  run(job: Job): Promise<Picture | undefined>
}

/** Of another process: what a hostile picture does to a decoder happens without the keys, and can be ended. */
export const bounds = {
  /** After the library's own limit, within the request's. */
  jobMs: 9_000,
  startMs: 20_000,
  /** An idle process gives its memory back by ending. */
  idleMs: 60_000,
  /** A job whose process died is tried once more: another job may have killed it. */
  tries: 2,
  /** Kilobytes of data the process may have, whatever a picture asks for. */
  dataKilobytes: 600_000,
}

/**
 * glibc keeps an arena a thread and what was freed in it: measured, 410 to 470 MB stay after ten photos of 24 million
 * pixels without these, 260 with them. Giving back every picture at once leaves 200, and costs a phone's photo 5 ms of
 * fresh pages beside 28 ms of work.
 */
const environment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(8 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(32 * 1024 * 1024),
  UV_THREADPOOL_SIZE: '4',
}

interface Waiting extends WorkshopCall {
  tries: number
  /** Processes that ended before they were ready for it. */
  failedStarts: number
  settle(picture: Picture | undefined): void
  fail(error: Error): void
  timer?: NodeJS.Timeout
}

/** Starts its process with the first job and again when it died. How many run at once is the callers' affair. */
export function createWorkshop(entry = join(__dirname, 'workshopProcess.ts'), limits = bounds): Workshop {
  const jobs = new Map<number, Waiting>()
  let child: ChildProcess | undefined
  let isReady = false
  let nextId = 1
  let idle: NodeJS.Timeout | undefined

  function hand(job: Waiting): void {
    job.tries += 1
    job.timer = setTimeout(() => giveUp(job), limits.jobMs)
    child?.send({ id: job.id, job: job.job } satisfies WorkshopCall, () => undefined)
  }

  function finish(job: Waiting, outcome?: Picture | Error): void {
    clearTimeout(job.timer)
    jobs.delete(job.id)
    if (outcome instanceof Error) job.fail(outcome)
    else job.settle(outcome)
    if (jobs.size > 0) return
    hold(child, false)
    idle = setTimeout(() => child?.kill('SIGKILL'), limits.idleMs).unref()
  }

  /** The one that took too long is refused; the others are begun again in a new process. */
  function giveUp(job: Waiting): void {
    finish(job)
    child?.kill('SIGKILL')
  }

  function open(): void {
    isReady = false
    const started = spawnProcess(entry)
    child = started
    const slow = setTimeout(() => started.kill('SIGKILL'), limits.startMs).unref()
    started.on('message', (answer: WorkshopAnswer) => {
      if (answer === 'ready') {
        clearTimeout(slow)
        isReady = true
        return jobs.forEach(hand)
      }
      const job = jobs.get(answer.id)
      if (job) finish(job, answer.picture)
    })
    started.once('error', () => closed(started))
    started.once('exit', () => closed(started))
  }

  function closed(gone: ChildProcess): void {
    if (child !== gone) return
    child = undefined
    const wasReady = isReady
    isReady = false
    for (const job of jobs.values()) {
      clearTimeout(job.timer)
      if (!wasReady) job.failedStarts += 1
      if (job.failedStarts >= limits.tries) finish(job, new GateFull())
      else if (job.tries >= limits.tries) finish(job)
    }
    if (jobs.size > 0) open()
  }

  return {
    run(job) {
      clearTimeout(idle)
      return new Promise((settle, fail) => {
        const waiting: Waiting = { id: nextId, job, tries: 0, failedStarts: 0, settle, fail }
        nextId += 1
        jobs.set(waiting.id, waiting)
        if (!child) open()
        hold(child, true)
        if (isReady) hand(waiting)
      })
    },
  }
}

/** A process at work keeps the server from ending; one at rest does not. */
function hold(child: ChildProcess | undefined, isAtWork: boolean): void {
  if (isAtWork) child?.ref()
  else child?.unref()
  // `channel` is absent once the process is gone.
  if (isAtWork) child?.channel?.ref()
  else child?.channel?.unref()
}

function spawnProcess(entry: string): ChildProcess {
  const loader = pathToFileURL(require.resolve('tsx')).href
  const limited = `ulimit -d ${bounds.dataKilobytes} && exec "$0" "$@"`
  const node = [process.execPath, '--max-old-space-size=64', '--import', loader, entry]
  return spawn('/bin/sh', ['-c', limited, ...node], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { ...environment, PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
  })
}
