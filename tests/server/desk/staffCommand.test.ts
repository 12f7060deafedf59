import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Receipt } from '@contracts/applications'
import { parseStaffCommand } from '@server/cli/staffCommand'
import { applicationWithin } from '@server/store/applications'
import { startEmbeddedPostgres } from '@server/store/embeddedPostgres'
import { staffByNumber } from '@server/store/staff'
import type { StaffRole } from '@server/store/tables'
import { staffMember } from '../support/desk'
import { Family } from '../support/family'
import { submissionFor } from '../support/submissionFor'
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
const newOfficer = ['add', '--name', '赵敏', '--role', 'district', '--division', '150302']

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
    ['交给谁没写', ['hand', '--case', '123456789012'], 'hand 少了 --to。'],
    ['交哪件没写', ['hand', '--to', '123456'], 'hand 少了 --case。'],
    [
      '办件编号不是十二位',
      ['hand', '--case', '1234', '--to', '123456'],
      '--case 不对：办件编号是 12 位数字。',
    ],
    [
      '人的编号不是六位',
      ['hand', '--case', '1234 5678 9012', '--to', '王芳'],
      '--to 不对：工号是 6 位数字。',
    ],
    ['没有的部门', [...newOfficer, '--department', '水务局'], '医保局'],
    ['街道没有部门', [...newStreet, '--department', '医保局'], '街道的账号不用 --department。'],
    ['部门写在别处', ['reset', '--number', '123456', '--department', '医保局'], 'reset 不用 --department。'],
    [
      '保密的权限给不了别的命令',
      ['reset', '--confidential', '--number', '123456'],
      'reset 不用 --confidential。',
    ],
    ['保密的权限也要编号', ['permit', '--confidential'], 'permit 少了 --number。'],
    ['编号不是六位', ['reset', '--number', '12'], '--number 不对'],
  ])('%s', (_name, args, sentence) => {
    expect(parseStaffCommand(args)).toEqual({ ok: false, fault: expect.stringContaining(sentence) as string })
  })

  it.each(['医保局', 'medicalInsurance'])('部门写 %s', (department) => {
    expect(parseStaffCommand([...newOfficer, '--department', department])).toMatchObject({
      command: { staff: { role: 'district', department: 'medicalInsurance' } },
    })
  })

  it.each([
    [['permit', '--number', '123456'], 'permit', 'protection'],
    [['permit', '--confidential', '--number', '123456'], 'permit', 'confidential'],
    [['forbid', '--confidential', '--number', '123456'], 'forbid', 'confidential'],
  ])('%j', (args, kind, permission) => {
    expect(parseStaffCommand(args)).toEqual({ ok: true, command: { kind, number: '123456', permission } })
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

  it('别的部门的人；要保密的事，给了权限才看得到，收回就看不到', async () => {
    const added = await run(...newOfficer, '--department', '医保局')
    expect(added.out).toContain('海勃湾区医保局')
    const { applicationId: id } = (
      await (await Family.signIn(api)).submit(submissionFor('CATEGORY_A'))
    ).json<Receipt>()
    const account = accountIn((await run(...newOfficer)).out)
    const sees = async () => {
      const row = await staffByNumber(api.db, account.number)
      if (!row) throw new Error('no such account')
      const { may_see_confidential: maySeeConfidential, ...person } = row
      return (await applicationWithin(api.db, { ...person, maySeeConfidential }, id)) !== undefined
    }
    expect(await sees()).toBe(false)
    expect(await run('permit', '--confidential', '--number', account.number)).toMatchObject({ code: 0 })
    expect(await sees()).toBe(true)
    expect(await run('forbid', '--confidential', '--number', account.number)).toMatchObject({ code: 0 })
    expect(await sees()).toBe(false)
    const street = accountIn((await run(...newStreet)).out)
    expect(await run('permit', '--confidential', '--number', street.number)).toMatchObject({
      code: 1,
      error: '只有区里的账号可以有这个权限。\n',
    })
  })

  it('没有给服务的密钥：不建账号，说清楚少了什么', async () => {
    const before = await run('list')
    const refused = await staff(newStreet, { DATABASE_URL: api.databaseUrl })
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.error).toContain('KEYRING 没有设置')
    expect((await run('list')).out).toBe(before.out)
  })

  it('把一件事交给一个人：写错了，说得出哪里错，什么也没变；办件编号照印的样子写也行', async () => {
    const { applicationId: id, caseNumber } = await (await Family.signIn(api)).apply()
    const number = async (role: StaffRole, division: string) =>
      (await staffMember(api, role, division, '李经办')).number
    const mine = await number('street', '150302001')
    const to = (who: string, of = caseNumber) => run('hand', '--case', of, '--to', who)
    const refused = (error: string) => ({ code: 1, out: '', error: `${error}\n` })
    expect(await to(mine, '000000000000')).toEqual(refused('--case 不对：没有这个编号的办件。'))
    expect(await to('000000')).toEqual(refused('--to 不对：没有这个工号，或者账号已停用。'))
    for (const who of [await number('street', '150302002'), await number('district', '150303')])
      expect(await to(who)).toEqual(refused('--to 不对：这件事不归这个人的单位办。'))
    expect(await assigneesOf(id)).toEqual([null, null])

    const printed = caseNumber.replace(/(\d{4})(?=\d)/g, '$1 ')
    expect(await to(mine, printed)).toMatchObject({
      code: 0,
      out: '好了。这件事在海勃湾区凤凰岭街道由李经办办。\n',
    })
    const officer = await number('district', '150302')
    expect((await to(officer)).out).toBe('好了。这件事在海勃湾区民政局由李经办办。\n')
    expect(await assigneesOf(id)).toEqual([mine, officer])

    const left = await run('disable', '--number', mine)
    expect(left.out).toBe('账号停用了，登录都已退出。\n手上的 1 件没有人办了，同单位的人都能接着办。\n')
    expect(await assigneesOf(id)).toEqual([null, officer])
    expect(await to(mine)).toEqual(refused('--to 不对：没有这个工号，或者账号已停用。'))
  })

  /** Numbers of the street's and the district's person. */
  async function assigneesOf(id: string): Promise<(string | null)[]> {
    const row = await api.db
      .selectFrom('application')
      .leftJoin('staff as street', 'street.id', 'street_assignee')
      .leftJoin('staff as district', 'district.id', 'district_assignee')
      .select(['street.number as street', 'district.number as district'])
      .where('application.id', '=', id)
      .executeTakeFirstOrThrow()
    return [row.street, row.district]
  }

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
