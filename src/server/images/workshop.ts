import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GateFull } from '../gate'
import { framesOf, writeFrame, type Frame } from './frames'
import type { Job, Picture } from './jobs'

type WithoutBytes<J> = J extends Job ? Omit<J, 'bytes'> : never

/** The picture comes behind it. */
export interface WorkshopCall {
  id: number
  job: WithoutBytes<Job>
}
/** The picture comes behind its size. Without a size: the decoder refused. */
export type WorkshopAnswer = 'ready' | { id: number; width?: number; height?: number }

/** Its pipes are sockets. */
type Child = ChildProcessByStdio<Socket, Socket, null>

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

interface Waiting {
  id: number
  job: Job
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
  let child: Child | undefined
  let isReady = false
  let nextId = 1
  let idle: NodeJS.Timeout | undefined

  function hand(job: Waiting): void {
    job.tries += 1
    job.timer = setTimeout(() => giveUp(job), limits.jobMs)
    const { bytes, ...words } = job.job
    if (child) writeFrame<WorkshopCall>(child.stdin, { id: job.id, job: words }, bytes)
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
    const hear = ({ words, bytes }: Frame<WorkshopAnswer>) => {
      if (words === 'ready') {
        clearTimeout(slow)
        isReady = true
        return jobs.forEach(hand)
      }
      const { id, width, height } = words
      const job = jobs.get(id)
      if (job) finish(job, width && height ? { jpeg: bytes, width, height } : undefined)
    }
    // Who says what makes no sense is as good as dead; who is gone is told of by `exit`.
    listen(started, hear).catch(() => started.kill('SIGKILL'))
    started.stdin.on('error', () => undefined)
    started.once('error', () => closed(started))
    started.once('exit', () => closed(started))
  }

  function closed(gone: Child): void {
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

async function listen(child: Child, hear: (answer: Frame<WorkshopAnswer>) => void): Promise<void> {
  for await (const answer of framesOf<WorkshopAnswer>(child.stdout)) hear(answer)
}

/** A process at work keeps the server from ending; one at rest does not. */
function hold(child: Child | undefined, isAtWork: boolean): void {
  if (!child) return
  for (const part of [child, child.stdin, child.stdout]) {
    if (isAtWork) part.ref()
    else part.unref()
  }
}

function spawnProcess(entry: string): Child {
  const loader = pathToFileURL(require.resolve('tsx')).href
  const limited = `ulimit -d ${bounds.dataKilobytes} && exec "$0" "$@"`
  const node = [process.execPath, '--max-old-space-size=64', '--import', loader, entry]
  return spawn('/bin/sh', ['-c', limited, ...node], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...environment, PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
  }) as Child
}
