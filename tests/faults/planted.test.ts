import { randomUUID } from 'node:crypto'
import type { Receipt } from '@contracts/applications'
import { sql } from 'kysely'
import { Family, submission } from '../server/support/family'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { unhurried } from '../server/support/withoutQuotas'
import { emptyNotes, runClient, type Notes } from './support/clients'
import { plant, type Fault } from './support/plantedFaults'
import { clean, reckonDatabase, reckonFolder, type Reckoning } from './support/reckoning'
import { startProxy } from './support/tcpProxy'
import { createVictim } from './support/victim'

/*
 * The trials are tried: with a mistake planted, the same trial that the right server passes has to find it. More kills
 * run in `npm run proof -- chaos`.
 */

let api: TestApi
beforeEach(async () => {
  api = await startTestApi({ limits: unhurried })
})
afterEach(() => api.close())

/** Every connection to the database ends at once, as often as asked: what was not committed is gone. */
async function cutConnections(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(api.db)
}

/** Three phones file a dozen cases over a wire that loses answers, to a database that loses connections. */
async function trial(fault?: Fault): Promise<{ notes: Notes; found: Reckoning }> {
  const proxy = await startProxy({ host: '127.0.0.1', port: Number(new URL(api.url).port) })
  let sends = 0
  proxy.losesAnswer = (sent) => sent.includes('POST /api/v1/applications ') && (sends += 1) % 4 === 1
  const notes = emptyNotes()
  const repair = fault ? plant(fault) : () => undefined
  let cuts = 0
  const going: Promise<void>[] = []
  const isOver = () => notes.submissions.length >= 12
  const cutting = setInterval(() => {
    if (notes.submissions.length <= cuts * 3) return
    cuts += 1
    going.push(cutConnections().catch(() => undefined))
  }, 20)
  try {
    const url = `http://127.0.0.1:${proxy.port}`
    await Promise.all([1, 2, 3].map(() => runClient(url, notes, isOver, { photos: false })))
  } finally {
    clearInterval(cutting)
    repair()
    await proxy.close()
    // A cut under way would cut off the reckoning.
    await Promise.all(going)
  }
  return { notes, found: await reckonDatabase(notes, api.db) }
}

it('没有毛病的：丢了回答、断了连接，一件不丢、一件不重', async () => {
  const { notes, found } = await trial()
  expect(notes.retries).toBeGreaterThan(0)
  expect(notes.wrongAnswers).toEqual([])
  expect(found).toEqual(clean)
})

it('毛病：不看编号。找得到重复的', async () => {
  expect((await trial('noKey')).found.doubled).not.toEqual([])
})

it('毛病：先回答，后写。找得到丢了的', async () => {
  expect((await trial('answerBeforeWrite')).found.lost).not.toEqual([])
})

/** Every application goes out twice at the same time, as from a finger that taps twice. */
async function doubledSends(fault?: Fault): Promise<Reckoning> {
  const repair = fault ? plant(fault) : () => undefined
  const notes = emptyNotes()
  try {
    const family = await Family.signIn(api)
    for (let count = 0; count < 5; count += 1) {
      const [body, key] = [submission(), randomUUID()]
      const answers = await Promise.all([1, 2].map(() => family.post('/api/v1/applications', body, key)))
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
      const [receipt] = answers.map((answer) => answer.json<Receipt>())
      if (receipt) notes.submissions.push({ person: 'one', key, receipt })
    }
  } finally {
    repair()
  }
  return reckonDatabase(notes, api.db)
}

it('没有毛病的：同时交两次，只有一件', async () => {
  expect(await doubledSends()).toEqual(clean)
})

it('毛病：先看有没有，再写。找得到重复的', async () => {
  expect((await doubledSends('readThenWrite')).doubled).not.toEqual([])
})

/** PostgreSQL is killed as soon as an application is acknowledged. */
async function killedAfterAnswer(fault?: Fault): Promise<Reckoning> {
  const victim = await createVictim(fault ? { FAULT: fault } : {})
  try {
    await victim.start()
    const notes = emptyNotes()
    for (let count = 0; count < 3; count += 1) {
      await runClient(victim.url, notes, () => notes.submissions.length > count, { photos: false })
      victim.killDatabase()
      await victim.ready()
    }
    await victim.stop()
    return await reckonFolder(victim.dataDir, notes)
  } finally {
    await victim.stop()
    victim.remove()
  }
}

it('没有毛病的：一回答，数据库就断电，一件不丢', async () => {
  expect(await killedAfterAnswer()).toEqual(clean)
})

it('毛病：还没落盘就回答。找得到丢了的', async () => {
  expect((await killedAfterAnswer('asyncCommit')).lost).not.toEqual([])
})
