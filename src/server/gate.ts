/** Too much is waiting already: answer 503 and let the caller come back. */
export class GateFull extends Error {
  constructor() {
    super('too much is waiting')
    this.name = 'GateFull'
  }
}

export interface Gate {
  /** @throws GateFull at once when the queue is full; otherwise whatever `work` gives */
  run<T>(work: () => Promise<T>): Promise<T>
}

/** Lets `atOnce` pieces of work run and `waiting` more queue: memory and processor stay bounded under any load. */
export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let running = 0
  const queue: (() => void)[] = []
  return {
    async run(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw new GateFull()
        await new Promise<void>((resolve) => queue.push(resolve))
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        // The place is handed on, so that no newcomer slips in between.
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
