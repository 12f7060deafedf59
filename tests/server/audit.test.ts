import { sql } from 'kysely'
import { exportHead, readHead, type ExportedHead } from '@server/audit/head'
import { auditKeys } from '@server/audit/keys'
import { linkEveryMinute, linkLater } from '@server/audit/linkLater'
import { purgeAudit } from '@server/audit/purge'
import { recordAudit } from '@server/audit/record'
import { verifyAudit, type Verified } from '@server/audit/verify'
import { inTransaction } from '@server/store/database'
import { done, fail } from '@server/result'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  const family = await Family.signIn(api)
  await family.apply()
  await family.apply()
})
afterAll(() => api.close())

const keys = () => auditKeys(api.parts)
const verify = async (head?: ExportedHead) => verifyAudit(api.db, await keys(), head)
const run = (statement: string) => sql.raw(statement).execute(api.db)

interface Row {
  sequence: string
  chain: number
  position: string
}

async function rows(): Promise<Row[]> {
  return api.db
    .selectFrom('audit')
    .select(['sequence', 'chain', 'position'])
    .orderBy('sequence')
    .execute() as Promise<Row[]>
}

/** What an administrator of the database does, and what the log says of it; afterwards everything is as before. */
async function after(tamper: () => Promise<unknown>, head?: ExportedHead): Promise<Verified> {
  await run('alter table audit disable trigger user')
  await run('create table audit_copy as table audit')
  await run('create table head_copy as table audit_head')
  try {
    await tamper()
    return await verify(head)
  } finally {
    await run('delete from audit')
    await run('insert into audit select * from audit_copy')
    await run('delete from audit_head')
    await run('insert into audit_head select * from head_copy')
    await run('drop table audit_copy, head_copy')
    await run('alter table audit enable trigger user')
  }
}

describe('每件事一行，前后相连', () => {
  it('没有人动过：全部连得上', async () => {
    const verified = await verify()
    expect(verified).toMatchObject({ flaws: [], late: 0, unlinked: 0 })
    expect(verified.rows).toBe((await rows()).length)
    expect(verified.rows).toBeGreaterThan(4)
  })

  it('许多人同时办：一行不少，全部连得上，没有人等别人', async () => {
    const before = (await rows()).length
    const families = await Promise.all(Array.from({ length: 12 }, () => Family.signIn(api)))
    await Promise.all(families.map((family) => family.apply()))
    const all = await rows()
    expect(all.length - before).toBe(12 * 3)
    expect(await verify()).toMatchObject({ flaws: [], unlinked: 0 })
    expect(new Set(all.map(({ chain, position }) => `${chain}:${position}`)).size).toBe(all.length)
  })

  it('办不成的事没有一行，链也不断', async () => {
    const before = (await rows()).length
    await inTransaction(api.db, async (tx) => {
      const account = { kind: 'account', id: '00000000-0000-4000-8000-000000000000' } as const
      await recordAudit(api.parts, tx, {
        actor: { kind: 'citizen', id: account.id },
        action: 'signedIn',
        object: account,
      })
      return fail('NOT_FOUND')
    })
    expect((await rows()).length).toBe(before)
    await Family.signIn(api)
    expect(await verify()).toMatchObject({ flaws: [] })
  })
})

describe('数据库自己就不让改', () => {
  it.each([
    ['改', `update audit set action = 'signedOut'`],
    ['改链接', `update audit set hash = previous_hash`],
    ['删', `delete from audit where sequence = 1`],
    ['清空', 'truncate audit'],
  ])('%s：不行', async (_, statement) => {
    const before = await rows()
    await expect(run(statement)).rejects.toMatchObject({ code: '23001' })
    expect(await rows()).toEqual(before)
  })
})

describe('数据库管理员绕过去动了手脚，核对说得出第一条', () => {
  /** The third row of the first chain, in the middle of it. */
  const third = async () => {
    const row = (await rows()).filter(({ chain }) => chain === 1)[2]
    if (!row) throw new Error('too few rows')
    return Number(row.sequence)
  }

  it.each([
    ['改做了什么', (n: number) => `update audit set action = 'signedOut' where sequence = ${n}`],
    ['改是谁', (n: number) => `update audit set actor_id = gen_random_uuid() where sequence = ${n}`],
    ['改时间', (n: number) => `update audit set at = at - interval '1 day' where sequence = ${n}`],
    ['改是谁家的', (n: number) => `update audit set account_id = null where sequence = ${n}`],
    ['改哈希', (n: number) => `update audit set hash = previous_hash where sequence = ${n}`],
    ['换成没有的密钥', (n: number) => `update audit set audit_key = 99 where sequence = ${n}`],
  ])('%s', async (_, statement) => {
    const sequence = await third()
    const { flaws } = await after(() => run(statement(sequence)))
    expect(flaws[0]).toMatchObject({ sequence })
  })

  it('删一条', async () => {
    const sequence = await third()
    const { flaws } = await after(() => run(`delete from audit where sequence = ${sequence}`))
    expect(flaws[0]).toMatchObject({ kind: 'missing', sequence })
  })

  it('把一条摘下来，不让它在链上', async () => {
    const sequence = await third()
    const { flaws } = await after(() =>
      run(`update audit set chain = null, position = null, hash = null where sequence = ${sequence}`),
    )
    expect(flaws[0]).toMatchObject({ kind: 'missing', chain: 1, position: 3 })
  })

  it('两条对调', async () => {
    const sequence = await third()
    const { flaws } = await after(async () => {
      const all = (await rows()).filter(({ chain }) => chain === 1)
      const other = Number(all[3]?.sequence)
      await run(`update audit set sequence = -1 where sequence = ${sequence}`)
      await run(`update audit set sequence = ${sequence} where sequence = ${other}`)
      await run(`update audit set sequence = ${other} where sequence = -1`)
    })
    expect(flaws[0]).toMatchObject({ kind: 'altered', position: 3 })
  })

  it('砍掉尾部', async () => {
    const { flaws } = await after(() => run(`delete from audit where chain = 1 and position > 4`))
    expect(flaws[0]).toMatchObject({ kind: 'tailCut', chain: 1, position: 5 })
  })

  it('砍掉尾部，连头一起改：以前导出的头看得出来', async () => {
    const [, key] = [...(await keys())][0] ?? []
    if (!key) throw new Error('no key')
    const head = await exportHead(api.db, key, new Date())
    const cut = async () => {
      await run(`delete from audit where chain = 1 and position > 4`)
      await run(`update audit_head set position = 4,
        hash = (select hash from audit where chain = 1 and position = 4) where chain = 1`)
    }
    expect((await after(cut)).flaws).toEqual([])
    expect((await after(cut, head)).flaws[0]).toMatchObject({ kind: 'tailCut', chain: 1, position: 5 })
    expect(await verify(head)).toMatchObject({ flaws: [] })
  })

  it('导出的头改过一个字，不认', async () => {
    const [, key] = [...(await keys())][0] ?? []
    if (!key) throw new Error('no key')
    const text = JSON.stringify(await exportHead(api.db, key, new Date()))
    expect(readHead(text, await keys())).toBeDefined()
    expect(readHead(text.replace('"position":', '"position":1'), await keys())).toBeUndefined()
    expect(readHead('{}', await keys())).toBeUndefined()
    expect(readHead('不是', await keys())).toBeUndefined()
  })
})

it('没有密钥的命令和旧版本写的：服务接到后面的链上，也改不了', async () => {
  const { clock } = api.parts
  await inTransaction(api.db, async (tx) => {
    await recordAudit({ clock }, tx, {
      actor: { kind: 'command' },
      action: 'staffAdded',
      object: { kind: 'staff' },
    })
    return done(undefined)
  })
  expect(await verify()).toMatchObject({ flaws: [], unlinked: 1, late: 0 })
  // As a server that has just started does: at once, and waited for only when it stops.
  await linkEveryMinute(api.db, api.parts.auditKey).stop()
  expect(await linkLater(api.db, api.parts.auditKey)).toBe(0)
  const verified = await verify()
  expect(verified).toMatchObject({ flaws: [], unlinked: 0, late: 1 })
  const { flaws } = await after(() => run(`update audit set action = 'passwordReset' where chain = 0`))
  expect(flaws[0]).toMatchObject({ kind: 'altered', chain: 0, position: 1 })
})

describe('过了年限才清，清完还连得上', () => {
  const old = movableClock(new Date(Date.now() - 400 * 24 * 60 * 60 * 1000))
  let aged: TestApi
  beforeAll(async () => {
    aged = await startTestApi({ clock: old.clock })
    await (await Family.signIn(aged)).apply()
    old.advance(390 * 24 * 60 * 60 * 1000)
    await (await Family.signIn(aged)).apply()
  })
  afterAll(() => aged.close())

  const now = () => old.clock()
  const daysAgo = (days: number) => new Date(now().getTime() - days * 24 * 60 * 60 * 1000)

  it('不到 180 天的，不清', async () => {
    expect(await purgeAudit(aged.parts, daysAgo(179))).toMatchObject({ ok: false })
  })

  it('旧的清了，新的还在，核对没有问题；开头被改过看得出来', async () => {
    const result = await purgeAudit(aged.parts, daysAgo(180))
    expect(result).toEqual({ ok: true, value: 3 })
    const verified = await verifyAudit(aged.db, await auditKeys(aged.parts))
    expect(verified).toMatchObject({ flaws: [], rows: 4 })
    await sql`update audit_head set start_position = start_position + 1 where chain = 1`.execute(aged.db)
    const { flaws } = await verifyAudit(aged.db, await auditKeys(aged.parts))
    expect(flaws[0]).toMatchObject({ kind: 'startAltered', chain: 1 })
  })
})
