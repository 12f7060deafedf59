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

const serve = (env: Record<string, string>) => run('serve', env)

/** A command, without npm in between: signals reach the server itself. */
function run(command: 'serve' | 'start', env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, `src/server/cli/${command}.ts`)], {
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

describe('设置不对，真的进程不启动：一行话说出是哪个，不说出内容', () => {
  const production = { ...complete, NODE_ENV: 'production' }
  const { KEYRING } = complete
  const table: [string, Record<string, string>, string][] = [
    ['没有密钥', { KEYRING: '' }, 'KEYRING'],
    ['密钥太短', { KEYRING: 'k1:c2VjcmV0LXRoYXQtaXMtd2Vhaw==' }, 'KEYRING'],
    ['密钥不是随机数', { KEYRING: `k1:${Buffer.alloc(32, 7).toString('base64')}` }, 'KEYRING'],
    ['密钥编号重复', { KEYRING: `${KEYRING},${KEYRING}` }, 'KEYRING'],
    ['没有小程序的密钥', { WECHAT_SECRET: '' }, 'WECHAT_SECRET'],
    ['小程序的密钥太弱', { WECHAT_SECRET: '1'.repeat(32) }, 'WECHAT_SECRET'],
    ['代理写成 true', { TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    ['代理是整个网络', { TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY'],
    ['数据库在别的电脑上，没有加密', { DATABASE_URL: 'postgresql://a:secret@10.0.0.5/x' }, 'DATABASE_URL'],
    ['没有的加密', { CRYPTO_SUITE: 'des' }, 'CRYPTO_SUITE'],
    ['照片的地址看不懂', { OBJECT_STORE_URL: 'ftp://secret@host/x' }, 'OBJECT_STORE_URL'],
  ]
  // Two at a time: each starts a whole Node.
  const pairs = table.flatMap((_, index) => (index % 2 === 0 ? [table.slice(index, index + 2)] : []))
  it.each(pairs.map((pair) => [pair.map(([name]) => name).join('；'), pair] as const))(
    '%s',
    async (_, pair) => {
      await Promise.all(
        pair.map(async ([, changes, name]) => {
          const { output, ended } = serve({ ...production, ...changes })
          expect(await ended).toBe(1)
          expect(output.stdout).toBe('')
          expect(output.stderr.trim().split('\n')).toHaveLength(1)
          expect(output.stderr).toContain(name)
          for (const value of Object.values(changes))
            if (value.length > 8) expect(output.stderr).not.toContain(value)
        }),
      )
    },
  )

  it('演示在生产环境里不启动', async () => {
    const { output, ended } = run('start', { NODE_ENV: 'production', DATA_DIR: dataDir })
    expect(await ended).toBe(1)
    expect(output.stderr).toContain('NODE_ENV')
    expect(output.stdout).toBe('')
  })
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
