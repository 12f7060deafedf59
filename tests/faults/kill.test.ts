import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '@server/log'
import { startServer, type Server } from '@server/main'
import { withoutQuotas } from '../server/support/withoutQuotas'
import { emptyNotes, runClient, type Notes } from './support/clients'
import { clean, reckon, type Reckoning } from './support/reckoning'
import { createVictim, type Victim } from './support/victim'

/** A fixed sequence between 0 and 1: the same run again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

let victim: Victim
beforeEach(async () => {
  victim = await createVictim()
  await victim.start()
})
afterEach(async () => {
  await victim.stop()
  victim.remove()
})

/** Clients send without pause while `wound` strikes; afterwards each finishes what it had begun. */
async function sendThrough(wounds: number, wound: () => Promise<void>): Promise<Notes> {
  const notes = emptyNotes()
  const random = seeded(20261124)
  let over = false
  const clients = [1, 2, 3, 4, 5, 6].map(() => runClient(victim.url, notes, () => over))
  for (let struck = 0; struck < wounds; struck += 1) {
    await sleep(500 + random() * 900)
    await wound()
  }
  await sleep(500)
  over = true
  await Promise.all(clients)
  return notes
}

/** Opens what was left with the real server once more, and compares. */
async function reckonWith(notes: Notes, damage?: (server: Server) => Promise<void>): Promise<Reckoning> {
  await victim.stop()
  const server = await startServer({
    settings: { mode: 'demo', host: '127.0.0.1', port: 0, dataDir: victim.dataDir, trustProxy: [] },
    log: createLog({ write: () => undefined }),
    limits: withoutQuotas,
  })
  try {
    await damage?.(server)
    return await reckon(notes, server.parts.db, photoReader(server))
  } finally {
    await server.stop()
  }
}

function photoReader({ app }: Server) {
  const tokens = new Map<string, string>()
  return async (person: string, id: string): Promise<Buffer | undefined> => {
    if (!tokens.has(person)) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/sessions/demo', payload: { person } })
      tokens.set(person, answer.json<{ token: string }>().token)
    }
    const headers = { authorization: `Bearer ${tokens.get(person)}` }
    const answer = await app.inject({ url: `/api/v1/attachments/${id}/content`, headers })
    return answer.statusCode === 200 ? answer.rawPayload : undefined
  }
}

test('kill -9 of the API under load: what was acknowledged is there once, and its photos match', async () => {
  const notes = await sendThrough(5, async () => {
    victim.killServer()
    await victim.start()
  })
  expect(notes.wrongAnswers).toEqual([])
  expect(notes.submissions.length).toBeGreaterThan(10)
  expect(notes.retries).toBeGreaterThan(0)
  expect(await reckonWith(notes)).toEqual(clean)
})

test('kill -9 of PostgreSQL under load: it comes back by itself and nothing acknowledged is lost', async () => {
  const notes = await sendThrough(4, async () => {
    victim.killDatabase()
    await sleep(100)
    await victim.ready()
  })
  expect(notes.wrongAnswers).toEqual([])
  expect(notes.submissions.length).toBeGreaterThan(10)
  expect(notes.retries).toBeGreaterThan(0)
  expect(await reckonWith(notes)).toEqual(clean)
})

test('the reckoning itself finds loss, doubling, half-written cases and a changed photo', async () => {
  const notes = await sendThrough(1, () => sleep(300))
  const [first, second, third, fourth] = notes.submissions
  if (!first || !second || !third || !fourth) throw new Error('too few cases to damage')
  const found = await reckonWith(notes, async ({ parts: { db } }) => {
    const idOf = async (number: string) =>
      (
        await db
          .selectFrom('application')
          .select('id')
          .where('case_number', '=', number)
          .executeTakeFirstOrThrow()
      ).id
    await db
      .deleteFrom('outbox')
      .where('application_id', '=', await idOf(second.receipt.caseNumber))
      .execute()
    await db
      .updateTable('application')
      .set({ version: 2 })
      .where('case_number', '=', third.receipt.caseNumber)
      .execute()
    await db.deleteFrom('idempotency').where('key', '=', fourth.key).execute()
    const wrong = notes.photos[0]
    if (wrong) wrong.attachment = { ...wrong.attachment, sha256: '0'.repeat(64) }
    notes.submissions.push({ ...first, receipt: { ...first.receipt, caseNumber: '000000000000' } })
  })
  expect(found.lost).toEqual(['000000000000'])
  expect(found.doubled).toHaveLength(1)
  expect(found.partial).toHaveLength(2)
  expect(found.photosWrong).toHaveLength(1)
})
