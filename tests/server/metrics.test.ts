import { randomUUID } from 'node:crypto'
import { listenForMetrics, type MetricsServer } from '@server/metrics/listen'
import { createMetrics } from '@server/metrics/serverMetrics'
import { createRegistry } from '@server/metrics/registry'
import { Family, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let server: MetricsServer
beforeAll(async () => {
  api = await startTestApi()
  server = await listenForMetrics(api.parts.metrics, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await api.close()
})

const page = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text()

/** The value of one line, 0 when it is not there. */
function valueOf(text: string, line: string): number {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return Number(found?.slice(line.length + 1) ?? 0)
}

it('每次请求、每次出错、每张照片都算进去', async () => {
  const family = await Family.signIn(api)
  const line = {
    list: 'http_requests_total{method="GET",route="/api/v1/applications",status="200"}',
    unknown: 'http_requests_total{method="GET",route="unknown",status="404"}',
    error: 'errors_total{code="NOT_FOUND"}',
    broken: 'uploads_total{result="NOT_A_PHOTO"}',
    time: 'http_request_seconds_count{method="GET",route="/api/v1/applications"}',
    all: 'http_request_seconds_bucket{method="GET",route="/api/v1/applications",le="+Inf"}',
  }
  const before = await page()
  await family.get('/api/v1/applications')
  await family.get(`/${randomUUID()}`)
  await family.sendPhoto('childHukouBook', Buffer.from('hello'))
  const after = await page()
  const grown = Object.entries(line).map(([name, one]) => [name, valueOf(after, one) - valueOf(before, one)])
  expect(Object.fromEntries(grown)).toEqual({
    list: 1,
    unknown: 1,
    error: 1,
    broken: 1,
    time: 1,
    all: 1,
  })
})

it('看得到：正在办的、排队的、事件循环、待发的消息', async () => {
  const family = await Family.signIn(api)
  expect((await family.submit(submission())).statusCode).toBe(201)
  const fresh = createMetrics({ db: api.db })
  const read = jest.spyOn(api.db.getExecutor(), 'executeQuery')
  const [messages] = [await fresh.text(), await fresh.text()]
  fresh.stop()
  const asked = read.mock.calls.length
  read.mockRestore()
  expect(asked).toBe(1)
  const rows = await api.db.selectFrom('outbox').select('id').where('done_at', 'is', null).execute()
  expect(valueOf(messages, 'outbox_pending')).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(0)
  expect(valueOf(messages, 'outbox_oldest_seconds')).toBeGreaterThan(0)
  const text = await page()
  expect(valueOf(text, 'http_requests_in_flight')).toBe(0)
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(text).toContain('queue_length{gate="passwords",state="waiting"} 0')
  expect(text).toContain('event_loop_delay_seconds{quantile="0.99"}')
})

it('每一行都是 Prometheus 看得懂的样子；每个标签都来自写死的名单', async () => {
  const names = new Set<string>()
  for (const line of (await page()).trimEnd().split('\n')) {
    if (line.startsWith('#')) expect(line).toMatch(/^# (HELP \w+ .+|TYPE \w+ (counter|gauge|histogram))$/)
    else expect(line).toMatch(/^[a-z_]+(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? -?[\d.e+-]+$/)
    for (const [, name = ''] of line.matchAll(/[{,](\w+)="/g)) names.add(name)
  }
  const allowed = ['call', 'code', 'gate', 'le', 'method', 'quantile', 'result', 'route', 'state', 'status']
  expect([...names].filter((name) => !allowed.includes(name))).toEqual([])
})

it('数据库不在：别的照样看得到', async () => {
  const registry = createRegistry()
  registry.gauge('fine', 'x', () => [{ value: 1 }])
  registry.gauge('away', 'x', () => Promise.reject(new Error('gone')))
  expect(await registry.text()).toBe('# HELP fine x\n# TYPE fine gauge\nfine 1\n')
})

it('对外的端口上没有指标；指标的端口上没有别的', async () => {
  expect((await api.app.inject('/metrics')).statusCode).toBe(404)
  for (const path of ['/', '/healthz', '/metrics/', '/desk'])
    expect((await fetch(`http://127.0.0.1:${server.port}${path}`)).status).toBe(404)
  const posted = await fetch(`http://127.0.0.1:${server.port}/metrics`, { method: 'POST' })
  expect(posted.status).toBe(404)
})

it('标签里的引号、反斜线、换行都转义', async () => {
  const registry = createRegistry()
  registry.counter('odd', 'x').add({ a: 'q"\\\n' })
  expect(await registry.text()).toContain('odd{a="q\\"\\\\\\n"} 1')
})
