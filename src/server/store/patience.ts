/** What one request may still wait for the database. */
export interface Patience {
  leftMs: number
  /** Waits that go on now; those at the same time are counted once. */
  open: number
  since: number
}

/**
 * A request waits so many milliseconds for the database in all, however many statements it has, and then hears 503: a
 * database that answers each statement in a second is as good as away.
 */
export const newPatience = (ms: number): Patience => ({ leftMs: ms, open: 0, since: 0 })

/** The request waited too long; the database may be well again the next time. */
export class WaitedTooLong extends Error {
  constructor() {
    super('the database did not answer in time')
    this.name = 'WaitedTooLong'
  }
}

/**
 * Runs one wait and takes its time from the request's patience.
 * @param patience absent outside a request: the statements of a command have their own limits
 * @param work gets the milliseconds that are left; absent outside a request
 * @throws WaitedTooLong when nothing is left
 */
export async function waiting<T>(
  patience: Patience | undefined,
  work: (leftMs?: number) => Promise<T>,
): Promise<T> {
  if (!patience) return work()
  const now = performance.now()
  const leftMs = Math.floor(patience.leftMs - (patience.open > 0 ? now - patience.since : 0))
  if (leftMs <= 0) throw new WaitedTooLong()
  if (patience.open === 0) patience.since = now
  patience.open += 1
  try {
    return await work(leftMs)
  } finally {
    patience.open -= 1
    if (patience.open === 0) patience.leftMs -= performance.now() - patience.since
  }
}
