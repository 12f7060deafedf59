export interface Breaker {
  /** False while calls are held back. After the pause one call is let through as a trial. */
  mayCall(): boolean
  /** Whether calls are held back; asking changes nothing. */
  isPausing(): boolean
  succeeded(): void
  failed(): void
}

/**
 * A circuit breaker: after `failures` failures in a row no call is made for `pauseMs`.
 * A service in trouble is left alone, and a person waits milliseconds instead of a whole time-out.
 * @param now milliseconds, any monotone clock.
 */
export function createBreaker({
  failures,
  pauseMs,
  now,
}: {
  failures: number
  pauseMs: number
  now: () => number
}): Breaker {
  let inARow = 0
  let closedUntil = 0
  return {
    mayCall() {
      if (inARow < failures) return true
      if (now() < closedUntil) return false
      // Only this caller tries; the others keep waiting for its result.
      closedUntil = now() + pauseMs
      return true
    },
    isPausing: () => inARow >= failures && now() < closedUntil,
    succeeded() {
      inARow = 0
    },
    failed() {
      inARow += 1
      if (inARow >= failures) closedUntil = now() + pauseMs
    },
  }
}
