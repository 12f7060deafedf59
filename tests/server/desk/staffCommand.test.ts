import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { parseStaffCommand } from '@server/cli/staffCommand'
import { startEmbeddedPostgres } from '@server/store/embeddedPostgres'
import { startTestApi, type TestApi } from '../support/testApi'
import { DeskClient } from './deskClient'

jest.setTimeout(180_000)

interface Ran {
  code: number
  out: string
  error: string
}

/** `npm run staff -- …` as a process of its own. */
function staff(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const program = join(__dirname, '../../../src/server/cli/staff.ts')
  const tsx = join(__dirname, '../../../node_modules/.bin/tsx')
  return new Promise((resolve) => {
    execFile(tsx, [program, ...args], { env: { PATH: process.env.PATH, ...env } }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

const newStreet = ['add', '--name', '王芳', '--role', 'street', '--division', '150302001']

describe('写错了，说得出哪里错', () => {
  it.each([
    ['什么也没写', [], '要写明做什么。'],
    ['没有的命令', ['remove'], '没有这个命令。'],
    ['没有的参数', ['list', '--all'], '有看不懂的参数。'],
    ['用不着的参数', ['list', '--name', '王芳'], 'list 不用 --name。'],
    ['少了名字', ['add', '--role', 'street', '--division', '150302001'], 'add 少了 --name。'],
    [
      '名字里有数字',
      ['add', '--name', '王3', '--role', 'street', '--division', '150302'],
      '姓名里不能有数字',
    ],
    ['没有的角色', ['add', '--name', '王芳', '--role', 'boss', '--division', '150302'], '--role 不对'],
    [
      '区里的人写了街道',
      ['add', '--name', '王芳', '--role', 'district', '--division', '150302001'],
      '海勃湾区',
    ],
    ['外地', ['add', '--name', '王芳', '--role', 'street', '--division', '110101'], '凤凰岭街道'],
    ['占位的区划', ['add', '--name', '王芳', '--role', 'street', '--division', '150301'], '--division 不对'],
    ['编号不是六位', ['reset', '--number', '12'], '--number 不对'],
  ])('%s', (_name, args, sentence) => {
    expect(parseStaffCommand(args)).toEqual({ ok: false, fault: expect.stringContaining(sentence) as string })
  })

  it('退出码是 2，写明用法，不碰数据库', async () => {
    const { code, out, error } = await staff(['add'], { DATABASE_URL: 'postgresql://127.0.0.1:1/none' })
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain('npm run staff -- add --name 王芳 --role street --division 150302001')
  })
})

describe('服务开着的时候', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi()
  })
  afterAll(() => api.close())
  const run = (...args: string[]) => staff(args, { DATABASE_URL: api.databaseUrl, KEYRING: api.keyring })

  it('新账号马上能登录；重设、停用马上生效', async () => {
    const added = await run(...newStreet)
    expect(added.code).toBe(0)
    const account = accountIn(added.out)
    expect(added.out).toContain('海勃湾区凤凰岭街道')
    const desk = new DeskClient(api)
    expect((await desk.signIn(account)).headers.location).toBe('/desk/password')

    const reset = accountIn((await run('reset', '--number', account.number)).out)
    expect(reset).toEqual({
      number: account.number,
      password: expect.not.stringContaining(account.password) as string,
      secondFactor: { secret: expect.not.stringContaining(account.secondFactor.secret) as string },
    })
    expect((await desk.get('/desk/password')).headers.location).toBe('/desk/sign-in')
    expect((await desk.signIn(account)).statusCode).toBe(401)
    expect((await desk.signIn(reset)).statusCode).toBe(303)

    expect((await run('disable', '--number', account.number)).code).toBe(0)
    expect((await desk.get('/desk/password')).headers.location).toBe('/desk/sign-in')
    expect((await desk.signIn(reset)).statusCode).toBe(401)
    const { out } = await run('list')
    expect(out).toMatch(new RegExp(`${account.number}  王芳  海勃湾区凤凰岭街道  已停用`))
    expect(out).not.toContain(reset.password)
    expect(await run('reset', '--number', account.number)).toEqual({
      code: 1,
      out: '',
      error: '这个账号已停用，不能重设。要再用，请新建一个账号。\n',
    })
  })

  it('密码对、没有动态码，进不去；动态码的密钥不明着存', async () => {
    const account = accountIn((await run(...newStreet)).out)
    const desk = new DeskClient(api)
    expect((await desk.signIn({ ...account, secondFactor: undefined })).statusCode).toBe(401)
    expect((await desk.signIn(account)).statusCode).toBe(303)
    const rows = await api.db.selectFrom('staff').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(account.secondFactor.secret)
  })

  it('没有给服务的密钥：不建账号，说清楚少了什么', async () => {
    const before = await run('list')
    const refused = await staff(newStreet, { DATABASE_URL: api.databaseUrl })
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.error).toContain('KEYRING 没有设置')
    expect((await run('list')).out).toBe(before.out)
  })

  it('没有这个编号：退出码 1', async () => {
    expect(await run('disable', '--number', '000000')).toMatchObject({ code: 1, error: '没有这个编号。\n' })
  })
})

it('自带的数据库：服务没开也能办，服务开着办完也不停它', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'staff-command-'))
  // The database runs as a user of its own when everything else runs as root.
  chmodSync(dataDir, 0o755)
  try {
    const alone = await staff(newStreet, { DATA_DIR: dataDir })
    expect(alone).toMatchObject({ code: 0, error: '' })
    const running = await startEmbeddedPostgres({ dataDir })
    const beside = await staff(['list'], { DATA_DIR: dataDir })
    expect(beside.out).toContain(accountIn(alone.out).number)
    const client = new Client(running.connection)
    await client.connect()
    expect((await client.query('select name from staff')).rows).toEqual([{ name: '王芳' }])
    await client.end()
    await running.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

function accountIn(text: string): { number: string; password: string; secondFactor: { secret: string } } {
  return {
    number: /编号 {2}(\d{6})/.exec(text)?.[1] ?? '',
    password: /密码 {2}(\S+)/.exec(text)?.[1] ?? '',
    secondFactor: { secret: /动态码密钥 {2}([A-Z2-7]{32})\n/.exec(text)?.[1] ?? '' },
  }
}
