import { type Host, type Outcome, type WxOptions } from './host'
import { exchange, type Incoming, type Outgoing } from './http'
import { type Network, type NetworkFault, type RequestRecord } from './network'

// WeChat runs ten at once; the others wait.
const atOnce = 10
const usualTimeoutMs = 60_000

const failures = {
  offline: {
    fail: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
    errno: 600001,
  },
  reset: { fail: 'errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', errno: 600001 },
  timeout: { fail: 'timeout', errno: 5 },
  domain: { fail: 'url not in domain list', errno: 600002 },
  abort: { fail: 'abort' },
  interrupted: { fail: 'interrupted' },
} as const
type Failure = keyof typeof failures

export type Sent = (done: number, total: number) => void

interface Running {
  /** On the phone's clock. */
  dueAt: number
  stop(failure: Failure): void
}

/** Carries requests of the mini program to the API under test, and lets the network's faults happen to them. */
export class Transfers {
  private readonly running = new Set<Running>()
  private readonly waiting: (() => void)[] = []
  private active = 0

  constructor(
    private readonly host: Host,
    private readonly network: Network,
    /** app.json's networkTimeout, milliseconds by function. */
    private readonly timeouts: Readonly<Record<string, number>> = {},
  ) {}

  /**
   * @param read turns what came back into the answer of the `wx` function.
   * @returns what stops it.
   */
  start(
    name: RequestRecord['name'],
    options: WxOptions,
    outgoing: Outgoing,
    read: (incoming: Incoming) => Record<string, unknown>,
    sent: Sent = () => undefined,
  ): { abort: () => void } {
    const path = this.network.pathOf(outgoing.url)
    const record = newRecord(name, outgoing, path)
    const waitFor = () => this.host.pending.begin(`${record.method} ${record.path}`)
    let end = waitFor()
    const stopper = new AbortController()
    let settled = false
    const settle = (outcome: Outcome) => {
      if (settled) return
      settled = true
      this.running.delete(run)
      if ('fail' in outcome) record.failure = outcome.fail
      stopper.abort()
      end()
      this.host.answer(name, options, outcome)
    }
    const own = typeof options.timeout === 'number' ? options.timeout : undefined
    const run: Running = {
      dueAt: this.host.clock.elapsed() + (own ?? this.timeouts[name] ?? usualTimeoutMs),
      stop: (failure) => settle(failures[failure]),
    }
    this.running.add(run)
    this.network.requests.push(record)
    if (path === undefined) {
      this.host.troubles.add('forbidden', `wx.${name}`, `not our host: ${outgoing.url}`)
      settle(failures.domain)
      return { abort: () => undefined }
    }
    const wire: Wire = {
      outgoing: { ...outgoing, url: `${this.network.apiUrl}${path}` },
      path,
      sent,
      connected: (port) => this.network.started(port, () => end()),
      // A held call is not waited for: the test goes on and releases it later.
      async held(until) {
        end()
        await until
        if (!settled) end = waitFor()
      },
    }
    void this.inTurn(async () => (settled ? undefined : this.carry(wire, stopper.signal)))
      .then((incoming) => {
        if (!incoming) return
        record.status = incoming.status
        settle({ ok: read(incoming) })
      })
      .catch((fault: unknown) => settle(failures[fault instanceof Cut ? fault.failure : 'reset']))
    return { abort: () => run.stop('abort') }
  }

  /** Time has passed: what has waited longer than its time-out ends. */
  expire(): void {
    const now = this.host.clock.elapsed()
    for (const run of [...this.running]) if (run.dueAt <= now) run.stop('timeout')
  }

  /** The mini program has been in the background too long. */
  interrupt(): void {
    for (const run of [...this.running]) run.stop('interrupted')
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.active >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.active += 1
    try {
      return await work()
    } finally {
      this.active -= 1
      this.waiting.shift()?.()
    }
  }

  private async carry(
    { outgoing, path, sent, connected, held }: Wire,
    signal: AbortSignal,
  ): Promise<Incoming> {
    if (!this.network.online || this.network.apiUrl === undefined) throw new Cut('offline')
    const fault = this.network.takeFault(path)
    if (fault?.kind === 'status') return foreignAnswer(fault)
    await suffer(fault, 'beforeSend', held)
    const total = outgoing.body.byteLength
    const progress = (done: number) => sent(done, total)
    const copies = fault?.kind === 'duplicate' ? 2 : 1
    const answers = Array.from({ length: copies }, () => exchange(outgoing, signal, progress, connected))
    const [first] = await Promise.all(answers)
    await suffer(fault, 'afterCommit', held)
    if (!first) throw new Cut('reset')
    return first
  }
}

interface Wire {
  outgoing: Outgoing
  path: string
  sent: Sent
  connected: (port: number) => void
  held: (until: Promise<unknown>) => Promise<void>
}

class Cut extends Error {
  constructor(readonly failure: Failure) {
    super(failure)
  }
}

async function suffer(
  fault: NetworkFault | undefined,
  moment: 'beforeSend' | 'afterCommit',
  held: Wire['held'],
): Promise<void> {
  if (!fault || !('when' in fault) || fault.when !== moment) return
  if (fault.kind === 'cut') throw new Cut(fault.as ?? 'reset')
  await held(fault.until)
}

function newRecord(name: RequestRecord['name'], outgoing: Outgoing, path: string | undefined): RequestRecord {
  return {
    name,
    method: outgoing.method,
    path: path ?? outgoing.url,
    sentBytes: outgoing.body.byteLength,
    status: undefined,
    failure: undefined,
  }
}

function foreignAnswer({ status, body = '' }: { status: number; body?: string }): Incoming {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    cookies: [],
    body: new Uint8Array(Buffer.from(body)),
  }
}
