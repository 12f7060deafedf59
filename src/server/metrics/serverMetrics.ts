import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { ErrorCode } from '@contracts/errors'
import { gateLoads } from '../gate'
import { keptFor } from '../kept'
import type { Parts } from '../parts'
import { createRegistry } from './registry'

export interface RequestDone {
  method: string
  /** The template, never the address. */
  route: string
  status: number
  ms: number
  code?: ErrorCode
}

export interface Metrics {
  requestStarted(): void
  requestEnded(): void
  requestDone(done: RequestDone): void
  /** The page Prometheus reads. */
  text(): Promise<string>
  stop(): void
}

/** Seconds. The service promises an answer within one and gives up after ten. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const nanosecondsInSecond = 1e9

/** Counting all that wait costs the database more than Prometheus needs it fresh. */
const outboxKeptMs = 15_000

/** Every figure of one server. Counted per process: Prometheus adds the replicas up. */
export function createMetrics({ db, wechat }: Pick<Parts, 'db' | 'wechat'>): Metrics {
  const registry = createRegistry()
  const requests = registry.counter('http_requests_total', 'Answered requests by route template and status.')
  const durations = registry.histogram('http_request_seconds', 'Time to the end of an answer.', buckets)
  const errors = registry.counter('errors_total', 'Answered errors by code of the contract.')
  const uploads = registry.counter('uploads_total', 'Photos that were sent, by what became of them.')
  let inFlight = 0
  registry.gauge('http_requests_in_flight', 'Requests being worked on.', () => [{ value: inFlight }])
  registry.gauge('queue_length', 'Work that runs or waits at a gate.', () =>
    gateLoads().flatMap(({ gate, running, waiting }) => [
      { labels: { gate, state: 'running' }, value: running },
      { labels: { gate, state: 'waiting' }, value: waiting },
    ]),
  )
  registry.gauge('wechat_paused', 'Whether calls of WeChat are held back after failures.', () =>
    Object.entries(wechat?.pausing() ?? {}).map(([call, paused]) => ({
      labels: { call },
      value: Number(paused),
    })),
  )
  registry.gauge('process_resident_memory_bytes', 'Memory of this process.', () => [
    { value: process.memoryUsage.rss() },
  ])
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  registry.gauge('event_loop_delay_seconds', 'Delay of the event loop, since the page was read last.', () => {
    const samples = [0.5, 0.99, 1].map((quantile) => ({
      labels: { quantile },
      value: (quantile === 1 ? loop.max : loop.percentile(quantile * 100)) / nanosecondsInSecond,
    }))
    loop.reset()
    return samples
  })
  const outbox = keptFor(outboxKeptMs, () => pendingMessages(db))
  registry.gauge('outbox_pending', 'Messages that wait to be sent.', async () => [
    { value: (await outbox()).count },
  ])
  registry.gauge('outbox_oldest_seconds', 'Age of the message whose turn is next.', async () => [
    { value: (await outbox()).oldestSeconds },
  ])

  return {
    requestStarted: () => void (inFlight += 1),
    requestEnded: () => void (inFlight -= 1),
    requestDone({ method, route, status, ms, code }) {
      requests.add({ method, route, status })
      durations.observe({ method, route }, ms / 1000)
      if (code) errors.add({ code })
      if (method === 'POST' && route === '/api/v1/attachments') uploads.add({ result: code ?? 'stored' })
    },
    text: () => registry.text(),
    stop: () => void loop.disable(),
  }
}

/** By the index `outbox_waiting`: the one whose turn is next is the oldest, but for those that are tried again. */
async function pendingMessages(db: Parts['db']): Promise<{ count: number; oldestSeconds: number }> {
  const { rows } = await sql<{ count: string; oldest: string | null }>`
    select (select count(*) from outbox where done_at is null) as count,
      extract(epoch from now() -
        (select created_at from outbox where done_at is null order by done_at, next_attempt_at limit 1)) as oldest`.execute(
    db,
  )
  return { count: Number(rows[0]?.count ?? 0), oldestSeconds: Math.max(0, Number(rows[0]?.oldest ?? 0)) }
}
