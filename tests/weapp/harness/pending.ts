const quietTurns = 4
// Only the way out of a hang: on a busy machine a real upload and its transaction may take seconds.
const patienceMs = 15_000

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Counts what the mini program still waits for, so that a test never has to sleep. */
export class Pending {
  private readonly running = new Map<symbol, string>()

  /** @returns what to call, once, when it is over. */
  begin(what: string): () => void {
    const key = Symbol(what)
    this.running.set(key, what)
    return () => void this.running.delete(key)
  }

  /** Runs something in a later turn, as the platform does with every callback. */
  later(what: string, run: () => void): void {
    const end = this.begin(what)
    setImmediate(() => {
      end()
      run()
    })
  }

  get names(): string[] {
    return [...this.running.values()]
  }

  /** Resolves when nothing has been running for a few turns; fails with the names of what still runs. */
  async idle(): Promise<void> {
    const start = performance.now()
    for (let quiet = 0; quiet < quietTurns; quiet = this.running.size === 0 ? quiet + 1 : 0) {
      if (performance.now() - start > patienceMs) throw new Error(`still pending: ${this.names.join(', ')}`)
      await turn()
    }
  }

  /** Resolves at the first turn in which `check` holds. */
  async until(what: string, check: () => boolean): Promise<void> {
    const start = performance.now()
    while (!check()) {
      if (performance.now() - start > patienceMs) throw new Error(`never happened: ${what}`)
      await turn()
    }
  }
}
