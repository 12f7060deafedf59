import { useRef } from 'react'

/** A handler that returns a promise is not called again until the promise settles. */
export type PressHandler = () => unknown

const isPending = (outcome: unknown): outcome is PromiseLike<unknown> =>
  typeof (outcome as PromiseLike<unknown> | undefined)?.then === 'function'

/**
 * Makes a trembling hand harmless: while the promise of the first press is open, further presses do nothing.
 * A state flag would come one render too late for a double tap.
 */
export function usePressOnce(onPress: PressHandler): () => void {
  const running = useRef(false)
  return () => {
    if (running.current) return
    const outcome = onPress()
    if (!isPending(outcome)) return
    running.current = true
    const release = () => {
      running.current = false
    }
    void outcome.then(release, (reason: unknown) => {
      release()
      throw reason
    })
  }
}
