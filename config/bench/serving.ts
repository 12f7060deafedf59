import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres } from '@server/store/embeddedPostgres'
import { Pool } from 'pg'
import { createVictim, type Victim } from '../../tests/faults/support/victim'
import { submission } from '../../tests/server/support/family'
import { type Figure } from './figures'

const clients = 8
const submissionsOfEach = 40
const mostMemory = 400e6
const settleMs = 5_000

/** Start, memory at rest, and submissions beside bare inserts into the same database, on a server of its own. */
export async function servingFigures(): Promise<Figure[]> {
  const victim = await createVictim()
  try {
    const first = await secondsOf(() => victim.start())
    await sleep(settleMs)
    const memory = memoryFigures(victim)
    await victim.stop()
    victim.killDatabase()
    const again = await secondsOf(() => victim.start())
    return [
      { name: '第一次启动到就绪（含建库）', value: `${first.toFixed(1)} s` },
      { name: '强制断电后再启动到就绪', value: `${again.toFixed(1)} s` },
      ...memory,
      ...(await throughput(victim)),
    ]
  } finally {
    await victim.stop()
    victim.remove()
  }
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1000
}

/** Shared pages are counted once: PSS and not RSS, of which PostgreSQL's processes share most. */
function memoryFigures(victim: Victim): Figure[] {
  const { server, database } = victim.processes()
  const [ofServer, ofDatabase] = [memoryOf(server), memoryOf(database)]
  const words = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  const both = ofServer + ofDatabase
  return [
    { name: '空闲时接口的内存', value: words(ofServer) },
    { name: '空闲时数据库的内存', value: words(ofDatabase) },
    { name: '合计', value: words(both), limit: words(mostMemory), ok: both <= mostMemory },
  ]
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const table = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(table)?.[1] ?? NaN) * 1024
  }, 0)
}

async function throughput(victim: Victim): Promise<Figure[]> {
  const count = clients * submissionsOfEach
  const tokens = await Promise.all(Array.from({ length: clients }, () => signIn(victim.url)))
  const submitting = await secondsOf(() =>
    Promise.all(tokens.map((token) => repeat(() => submit(victim.url, token)))),
  )
  const inserting = await bareInserts(victim.dataDir)
  return [
    { name: `提交申请（${clients} 人同时）`, value: `${(count / submitting).toFixed(0)} 件/s` },
    { name: '同一个数据库里只写一行', value: `${(count / inserting).toFixed(0)} 行/s` },
    { name: '一件申请相当于写几行的时间', value: (submitting / inserting).toFixed(1) },
  ]
}

async function repeat(act: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < submissionsOfEach; times += 1) await act()
}

async function signIn(url: string): Promise<string> {
  const answer = await post(`${url}/api/v1/sessions/demo`, { person: randomUUID() })
  return ((await answer.json()) as { token: string }).token
}

async function submit(url: string, token: string): Promise<void> {
  await post(`${url}/api/v1/applications`, submission(), {
    authorization: `Bearer ${token}`,
    'idempotency-key': randomUUID(),
  })
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} ${answer.status} ${await answer.text()}`)
  return answer
}

/** The peer: the same bytes as one row each, committed one by one, over as many connections. @returns seconds */
async function bareInserts(dataDir: string): Promise<number> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  const pool = new Pool({ ...postgres.connection, max: clients })
  try {
    await pool.query('create table bench (id uuid primary key, body jsonb not null)')
    const insert = () =>
      pool.query('insert into bench values ($1, $2)', [randomUUID(), JSON.stringify(submission())])
    return await secondsOf(() => Promise.all(Array.from({ length: clients }, () => repeat(insert))))
  } finally {
    await pool.end()
    await postgres.stop()
  }
}
