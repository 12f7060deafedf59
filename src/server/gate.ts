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

export interface GateOptions {
  atOnce: number
  waiting: number
  /** In the figures of the process; without one it is not shown. */
  name?: string
}

export interface GateLoad {
  gate: string
  running: number
  waiting: number
}

// Gates are made once a process, where the work is; whoever watches the process asks here.
const loads: (() => GateLoad)[] = []

export const gateLoads = (): GateLoad[] => loads.map((load) => load())

/** Lets `atOnce` pieces of work run and `waiting` more queue: memory and processor stay bounded under any load. */
export function createGate({ name, atOnce, waiting }: GateOptions): Gate {
  let running = 0
  const queue: (() => void)[] = []
  if (name) loads.push(() => ({ gate: name, running, waiting: queue.length }))
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
