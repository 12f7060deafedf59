import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createVictim, type Victim } from '../../tests/faults/support/victim'
import { type Figure } from './figures'
import { ratioFigures } from './serving/ratios'

const mostMemory = 400e6
const settleMs = 5_000
/** Until `/readyz` is green again, without a hand. */
const mostSeconds = { server: 2, database: 5 }

/** Start, memory, what it does beside bare handlers, and how soon it is back after a kill: a server of its own. */
export async function servingFigures(): Promise<Figure[]> {
  const victim = await createVictim()
  try {
    const first = await secondsOf(() => victim.start())
    await sleep(settleMs)
    const atRest = memoryFigures(victim, '空闲时')
    const compared = await ratioFigures({ url: victim.url, databaseUrl: databaseUrlOf(victim) })
    return [
      { name: '第一次启动到就绪（含建库）', value: `${first.toFixed(1)} s` },
      ...atRest,
      ...compared,
      ...memoryFigures(victim, '忙过以后'),
      ...(await recoveryFigures(victim)),
    ]
  } finally {
    await victim.stop()
    victim.remove()
  }
}

function databaseUrlOf({ dataDir }: Victim): string {
  const [password, port] = ['password', 'port'].map((name) =>
    readFileSync(join(dataDir, 'postgres', name), 'utf8').trim(),
  )
  return `postgresql://wuhai:${password}@127.0.0.1:${port}/postgres`
}

async function recoveryFigures(victim: Victim): Promise<Figure[]> {
  victim.killServer()
  const server = await secondsOf(() => victim.start())
  victim.killDatabase()
  while ((await victim.readiness()) === 200) await sleep(10)
  const database = await secondsOf(() => victim.ready())
  const figure = (name: string, seconds: number, most: number): Figure => ({
    name,
    value: `${seconds.toFixed(1)} s`,
    limit: `${most} s`,
    ok: seconds <= most,
  })
  return [
    figure('接口被 kill -9 以后，再启动到就绪', server, mostSeconds.server),
    figure('数据库被 kill -9 以后，自己恢复到就绪', database, mostSeconds.database),
  ]
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1000
}

/** Shared pages are counted once: PSS and not RSS, of which PostgreSQL's processes share most. */
function memoryFigures(victim: Victim, when: string): Figure[] {
  const { server, database } = victim.processes()
  const [ofServer, ofDatabase] = [memoryOf(server), memoryOf(database)]
  const words = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  const both = ofServer + ofDatabase
  return [
    { name: `${when}接口的内存`, value: words(ofServer) },
    { name: `${when}数据库的内存`, value: words(ofDatabase) },
    { name: `${when}合计`, value: words(both), limit: words(mostMemory), ok: both <= mostMemory },
  ]
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const table = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(table)?.[1] ?? NaN) * 1024
  }, 0)
}
