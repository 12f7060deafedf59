import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateKeyring } from '@server/crypto/keyring'
import { isAlive, readPostmaster } from '@server/store/postmaster'

const root = resolve(__dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'child-support-processes-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const complete = {
  KEYRING: generateKeyring(),
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '00112233445566778899aabbccddeeff',
  DATA_DIR: dataDir,
  PORT: '0',
}

interface Run {
  child: ChildProcess
  output: { stdout: string; stderr: string }
  ended: Promise<number | null>
  /** The first line of the log with this event. */
  heard(event: string): Promise<Record<string, unknown>>
}

/** `npm run serve`, without npm in between: signals reach the server itself. */
function serve(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/server/cli/serve.ts')], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const heard = (event: string) =>
    new Promise<Record<string, unknown>>((done, reject) => {
      const look = () => {
        const line = output.stdout.split('\n').find((text) => text.includes(`"event":"${event}"`))
        if (line) done(JSON.parse(line) as Record<string, unknown>)
      }
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(output.stderr)))
      look()
    })
  return { child, output, ended, heard }
}

it('缺设置：一行话说全，退出码 1', async () => {
  const { output, ended } = serve({ NODE_ENV: 'production', DATA_DIR: dataDir })
  expect(await ended).toBe(1)
  expect(output.stdout).toBe('')
  expect(output.stderr.trim().split('\n')).toHaveLength(1)
  for (const name of ['KEYRING', 'WECHAT_APPID', 'WECHAT_SECRET']) expect(output.stderr).toContain(name)
})

it('能启动、端口被占时说清楚、SIGTERM 好好停下，数据库也停', async () => {
  const first = serve(complete)
  const { port } = await first.heard('server.ready')
  const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`)
  expect(answer.status).toBe(200)

  const second = serve({ ...complete, PORT: String(port) })
  expect(await second.ended).toBe(1)
  expect(second.output.stderr).toContain(`端口 ${String(port)} 已被占用`)
  // The second one found the database running and must leave it to the first.
  expect((await fetch(`http://127.0.0.1:${String(port)}/readyz`)).status).toBe(200)

  const database = readPostmaster(join(dataDir, 'postgres', 'data'))?.pid ?? 0
  expect(isAlive(database)).toBe(true)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(isAlive(database)).toBe(false)
  expect(first.output.stderr).toBe('')
})

it('被 kill -9 以后再启动：找到还在跑的数据库，接着用，停的时候一起停', async () => {
  const killed = serve(complete)
  await killed.heard('server.ready')
  killed.child.kill('SIGKILL')
  await killed.ended
  const database = readPostmaster(join(dataDir, 'postgres', 'data'))?.pid ?? 0
  expect(isAlive(database)).toBe(true)

  const next = serve(complete)
  expect(await next.heard('database.started')).toMatchObject({ attached: true })
  await next.heard('server.ready')
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  expect(isAlive(database)).toBe(false)
})
