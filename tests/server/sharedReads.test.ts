import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { databaseOfRequest, openDatabase, type Database } from '@server/store/database'
import { newPatience, WaitedTooLong } from '@server/store/patience'
import { startTestDatabase, type TestDatabase } from './support/testDatabase'

let database: TestDatabase
let db: Database
let beside: Client
beforeAll(async () => {
  database = await startTestDatabase()
  db = openDatabase({ connectionString: database.url }, () => undefined)
  beside = new Client({ connectionString: database.url })
  await beside.connect()
  await beside.query('create table thing (id int primary key)')
  await beside.query('insert into thing values (1)')
})
afterAll(async () => {
  await beside.end()
  await db.destroy()
  await database.close()
})

const request = (ms = 10_000) => databaseOfRequest(db, newPatience(ms))

async function connectionOf(reads: Database): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(reads)
  return rows[0]?.pid ?? 0
}

const readThing = (reads: Database) => sql`select id from thing`.execute(reads)

it('同时来的读共用一条连接，各自得到自己的答案', async () => {
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  const answers = await Promise.all(
    numbers.map((number) =>
      sql<{ pid: number; own: number }>`select pg_backend_pid() as pid, ${number}::int as own`.execute(
        request().reads,
      ),
    ),
  )
  expect(answers.map(({ rows }) => rows[0]?.own)).toEqual(numbers)
  expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBe(1)
})

it('一个人的读出错，别人的照样有答案', async () => {
  const [wrong, right] = await Promise.allSettled([
    sql`select 1 / ${0}::int`.execute(request().reads),
    readThing(request().reads),
  ])
  expect(wrong).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
  expect(right).toMatchObject({ status: 'fulfilled' })
})

it('共用的连接上不能写，也不能开始事务', async () => {
  const { reads } = request()
  await expect(sql`insert into thing values (2)`.execute(reads)).rejects.toThrow('for reads')
  await expect(sql`begin`.execute(reads)).rejects.toThrow('for reads')
})

it('有人的读卡在锁上：后来的不用跟着等；到了自己的时间就放弃', async () => {
  await beside.query('begin')
  await beside.query('lock table thing in access exclusive mode')
  try {
    const stuck = expect(readThing(request(1_500).reads)).rejects.toBeInstanceOf(WaitedTooLong)
    await sleep(200)
    const before = performance.now()
    await connectionOf(request().reads)
    expect(performance.now() - before).toBeLessThan(1_000)
    await stuck
  } finally {
    await beside.query('rollback')
  }
  expect((await readThing(request().reads)).rows).toEqual([{ id: 1 }])
})

it('先到时间的人不连累和他一起等的人', async () => {
  await beside.query('begin')
  await beside.query('lock table thing in access exclusive mode')
  const hasty = expect(readThing(request(300).reads)).rejects.toBeInstanceOf(WaitedTooLong)
  const calm = readThing(request().reads)
  await hasty
  await beside.query('rollback')
  expect((await calm).rows).toEqual([{ id: 1 }])
})

it('连接断了，下一个读用新的连接', async () => {
  const pid = await connectionOf(request().reads)
  await beside.query('select pg_terminate_backend($1)', [pid])
  await sleep(50)
  expect(await connectionOf(request().reads)).not.toBe(pid)
})
