import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: object
}

export interface Sent {
  status: number
  body: string
  ms: number
}

/** Sends calls to one server over connections that stay open, as a proxy in front of it would. */
export interface Sender {
  send(call: Call): Promise<Sent>
  close(): void
}

export function senderTo(url: string, connections: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const text = body && JSON.stringify(body)
        const typed = text
          ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
          : {}
        const started = performance.now()
        const sending = request(
          { agent, hostname, port, method, path, headers: { ...typed, ...headers } },
          (answer) => {
            const chunks: Buffer[] = []
            answer
              .on('data', (chunk: Buffer) => chunks.push(chunk))
              .on('end', () => {
                const status = answer.statusCode ?? 0
                resolve({
                  status,
                  body: Buffer.concat(chunks).toString('utf8'),
                  ms: performance.now() - started,
                })
              })
          },
        )
        sending.on('error', reject).end(text)
      }),
    close: () => agent.destroy(),
  }
}

export interface Load {
  /** Answers with the status that was hoped for: a refusal is quick and would count as speed. */
  perSecond: number
  p50: number
  p99: number
  /** All answers by status; 0: none. */
  statuses: Map<number, number>
}

/** `clients` send without pause for `ms`. Only good for comparing: a slow server is asked less. */
export async function closedLoop(
  { clients, ms, hoped }: { clients: number; ms: number; hoped: number },
  one: () => Promise<Sent>,
): Promise<Load> {
  const end = performance.now() + ms
  const all: Sent[] = []
  const client = async () => {
    while (performance.now() < end) all.push(await one())
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  return summary(all, performance.now() - started, hoped)
}

/** So many a second, whatever the answers: a queue that builds up is seen. Source: reliability §2. */
export async function openLoop(
  { perSecond, ms, hoped }: { perSecond: number; ms: number; hoped: number },
  one: () => Promise<Sent>,
): Promise<Load> {
  const all: Promise<Sent>[] = []
  const started = performance.now()
  for (let count = 0; count < (perSecond * ms) / 1000; count += 1) {
    const due = started + (count * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    all.push(one().catch(() => ({ status: 0, body: '', ms: 0 })))
  }
  return summary(await Promise.all(all), performance.now() - started, hoped)
}

function summary(all: readonly Sent[], ms: number, hoped: number): Load {
  const good = all.filter(({ status }) => status === hoped)
  const times = good.map((sent) => sent.ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
  const statuses = new Map<number, number>()
  for (const { status } of all) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  return { perSecond: (good.length * 1000) / ms, p50: at(0.5), p99: at(0.99), statuses }
}
