import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyring, parseKeyring } from '@server/crypto/keyring'
import { startServer, type Server } from '@server/main'
import { silentLog } from '@server/log'
import { readPostmaster } from '@server/store/postmaster'

let server: Server
const dataDir = mkdtempSync(join(tmpdir(), 'child-support-away-'))
const postmaster = () => readPostmaster(join(dataDir, 'postgres', 'data'))?.pid ?? 0
beforeAll(async () => {
  const keyring = parseKeyring(generateKeyring())
  if (!keyring.ok) throw new Error(keyring.fault)
  server = await startServer({
    settings: { mode: 'demo', host: '127.0.0.1', port: 0, dataDir, keyring: keyring.keyring, trustProxy: [] },
    log: silentLog,
    siteFolder: join(dataDir, 'none'),
  })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const person = '6f1f0a52-58a2-4c43-9d4f-0d5a5c0e6a01'
const signIn = () => server.app.inject({ method: 'POST', url: '/api/v1/sessions/demo', payload: { person } })
const ready = async () => (await server.app.inject('/readyz')).statusCode

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100))
}

it('数据库卡住：503，说稍后再试；readyz 红，healthz 绿；松开以后自己好', async () => {
  expect((await signIn()).statusCode).toBe(201)
  const pid = postmaster()
  // A frozen server answers nothing and cancels nothing: only our own limit ends the wait.
  process.kill(pid, 'SIGSTOP')
  const backends = await freezeChildren(pid)
  try {
    const answer = await signIn()
    expect(answer.json()).toMatchObject({ code: 'UNAVAILABLE' })
    expect(answer.headers['retry-after']).toBeDefined()
    expect(await ready()).toBe(503)
    expect((await server.app.inject('/healthz')).statusCode).toBe(200)
  } finally {
    for (const each of [...backends, pid]) process.kill(each, 'SIGCONT')
  }
  await until(async () => (await ready()) === 200)
  expect((await signIn()).statusCode).toBe(201)
})

it('数据库被 kill -9：自己重新启动，接口不用重启，数据都在', async () => {
  const before = await server.parts.db.selectFrom('account').selectAll().execute()
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  await until(async () => postmaster() !== pid && postmaster() > 0)
  // An answer of readyz is kept for half a second: the one from before is over.
  await new Promise((resolve) => setTimeout(resolve, 600))
  await until(async () => (await ready()) === 200)
  expect((await signIn()).statusCode).toBe(201)
  const after = await server.parts.db.selectFrom('account').selectAll().execute()
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

async function freezeChildren(parent: number): Promise<number[]> {
  const { readFileSync } = await import('node:fs')
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  for (const child of children) process.kill(child, 'SIGSTOP')
  return children
}
