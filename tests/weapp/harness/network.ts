/** What the network does to the next call whose address contains `to` (any call when absent). */
export type NetworkFault = { to?: string } & (
  | { kind: 'cut'; when: 'beforeSend' | 'afterCommit'; as?: 'reset' | 'timeout' }
  /** Nothing moves until the promise resolves. With two of them, answers arrive in any order. */
  | { kind: 'hold'; when: 'beforeSend' | 'afterCommit'; until: Promise<unknown> }
  /** An answer of some machine on the way; the server hears nothing. */
  | { kind: 'status'; status: number; body?: string }
  /** The server hears the same bytes twice. */
  | { kind: 'duplicate' }
)

export interface RequestRecord {
  name: 'request' | 'uploadFile' | 'downloadFile'
  method: string
  /** Path and query, without the host. */
  path: string
  sentBytes: number
  /** Undefined while it runs, and for ever when it failed. */
  status: number | undefined
  failure: string | undefined
}

/** The phone's connection, in the hands of the test. It outlives the process. */
export class Network {
  readonly requests: RequestRecord[] = []
  private readonly faults: NetworkFault[] = []
  private readonly awaited = new Map<number, () => void>()
  private readonly listeners = new Set<(connected: boolean) => void>()
  private connected = true

  constructor(
    /** What the bundle calls, an origin. */
    readonly apiBase: string,
    /** Where the API under test really listens. */
    readonly apiUrl: string | undefined,
  ) {}

  meet(...faults: NetworkFault[]): void {
    this.faults.push(...faults)
  }

  takeFault(path: string): NetworkFault | undefined {
    const index = this.faults.findIndex(({ to }) => to === undefined || path.includes(to))
    return index < 0 ? undefined : this.faults.splice(index, 1)[0]
  }

  /** A call is on the wire; `letGo` ends waiting for it. */
  started(port: number, letGo: () => void): void {
    this.awaited.set(port, letGo)
  }

  /** Nothing moves on this connection any more: the program goes on, and nobody waits for the call. */
  stalls(port: number): void {
    this.awaited.get(port)?.()
  }

  get online(): boolean {
    return this.connected
  }

  set online(connected: boolean) {
    this.connected = connected
    for (const listener of this.listeners) listener(connected)
  }

  listen(listener: (connected: boolean) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Path of an address of our API; undefined for any other host. */
  pathOf(url: string): string | undefined {
    return url.startsWith(`${this.apiBase}/`) ? url.slice(this.apiBase.length) : undefined
  }
}
