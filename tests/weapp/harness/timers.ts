import { type Pending } from './pending'

// A retry or a time-out of the program is longer than this. Tests reach it with advance(), never by waiting.
const longestWaitedMs = 1000

interface Parked {
  dueAt: number
  every: number | undefined
  run: () => void
}

/** The phone's clock: real time plus what the test has skipped, and however wrong it is set. */
export class Clock {
  private skipped = 0
  private wrongBy = 0

  /** What the phone says. */
  now(): number {
    return this.elapsed() + this.wrongBy
  }

  /** Only goes forwards: timers and time-outs run by it, whatever the phone says. */
  elapsed(): number {
    return Date.now() + this.skipped
  }

  skip(ms: number): void {
    this.skipped += ms
  }

  /** Sets what the phone says to an instant, forwards or backwards. */
  set(instant: Date): void {
    this.wrongBy = instant.getTime() - this.elapsed()
  }
}

/** The realm's timers. Short ones run by themselves and are waited for; long ones and intervals only in advance(). */
export class Timers {
  private readonly short = new Map<number, { handle: NodeJS.Timeout; end: () => void }>()
  private readonly parked = new Map<number, Parked>()
  private next = 1

  constructor(
    private readonly clock: Clock,
    private readonly pending: Pending,
    private readonly enter: (where: string, run: () => void) => void,
  ) {}

  readonly setTimeout = (callback: unknown, delay?: unknown, ...args: unknown[]): number => {
    const id = this.next++
    const ms = milliseconds(delay)
    const run = () => this.enter('timer', () => call(callback, args))
    if (ms > longestWaitedMs) {
      this.parked.set(id, { dueAt: this.clock.elapsed() + ms, every: undefined, run })
      return id
    }
    const end = this.pending.begin(`timer of ${ms} ms`)
    const handle = setTimeout(() => {
      this.short.delete(id)
      end()
      run()
    }, ms)
    this.short.set(id, { handle, end })
    return id
  }

  readonly setInterval = (callback: unknown, delay?: unknown, ...args: unknown[]): number => {
    const id = this.next++
    const every = Math.max(1, milliseconds(delay))
    const run = () => this.enter('interval', () => call(callback, args))
    this.parked.set(id, { dueAt: this.clock.elapsed() + every, every, run })
    return id
  }

  readonly clear = (id?: unknown): void => {
    if (typeof id !== 'number') return
    this.parked.delete(id)
    const timer = this.short.get(id)
    if (!timer) return
    clearTimeout(timer.handle)
    timer.end()
    this.short.delete(id)
  }

  /** Runs what has become due. An interval runs once, as it does after a phone has slept. */
  fireDue(): void {
    const now = this.clock.elapsed()
    const due = [...this.parked].filter(([, timer]) => timer.dueAt <= now)
    for (const [id, timer] of due.sort(([, a], [, b]) => a.dueAt - b.dueAt)) {
      if (!this.parked.has(id)) continue
      if (timer.every === undefined) this.parked.delete(id)
      else timer.dueAt = now + timer.every
      timer.run()
    }
  }

  stop(): void {
    for (const id of [...this.short.keys()]) this.clear(id)
  }
}

const milliseconds = (delay: unknown) => (typeof delay === 'number' && delay > 0 ? delay : 0)

function call(callback: unknown, args: unknown[]): void {
  if (typeof callback === 'function') callback(...args)
}
