import { createBreaker } from '../breaker'
import { ObjectMissing, StorageFull, StoreAway, type ObjectStore } from './objectStore'

/**
 * Below what a person waits for at most (2.5 s) with the photo's decoding before it; the pause ends before the
 * `Retry-After` that a phone was told. Source: reliability §4.
 */
const patience = { answerMs: 1_800, failures: 3, pauseMs: 2_000 }

/**
 * A store that always answers in time: what hangs is given up, and after some failures in a row a store in trouble is
 * left alone, so that nobody decodes photos, or waits, for nothing.
 * What was given up may still happen: an object nobody points to, which `npm run objects -- check` finds.
 */
export function guardObjects(store: ObjectStore, { answerMs, ...pause } = patience): ObjectStore {
  const breaker = createBreaker({ ...pause, now: () => performance.now() })

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (!breaker.mayCall()) throw new StoreAway('PAUSED')
    try {
      const value = await inTime(work(), answerMs)
      breaker.succeeded()
      return value
    } catch (error) {
      // A store that says "no such object" or "full" answers.
      if (error instanceof ObjectMissing || error instanceof StorageFull) breaker.succeeded()
      else breaker.failed()
      throw error
    }
  }

  return {
    put: (key, bytes) => guarded(() => store.put(key, bytes)),
    get: (key) => guarded(() => store.get(key)),
    remove: (key) => guarded(() => store.remove(key)),
    check: () => guarded(() => store.check()),
    // For commands, which have time.
    list: () => store.list(),
  }
}

function inTime<T>(work: Promise<T>, answerMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreAway('TIMEOUT')), answerMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
