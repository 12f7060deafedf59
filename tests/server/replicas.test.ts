import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApplicationSubmission, Receipt } from '@contracts/applications'
import { generateKeyring } from '@server/crypto/keyring'
import { openPatientDatabase, type Database } from '@server/store/database'
import { changeSetting } from '@server/store/settings'
import { systemClock } from '@server/clock'
import { submission } from './support/family'
import { startReplica, type Replica } from './support/replica'
import { startTestDatabase, type TestDatabase } from './support/testDatabase'

/* Two real processes on one PostgreSQL: what one knows the other knows, and either may go at any time. */

let database: TestDatabase
let db: Database
let one: Replica
let other: Replica
const folder = mkdtempSync(join(tmpdir(), 'child-support-replicas-'))
const shared = { KEYRING: generateKeyring(), DATA_DIR: folder }
beforeAll(async () => {
  database = await startTestDatabase()
  const env = { ...shared, DATABASE_URL: database.url }
  // On an empty database, at the same moment: both want to bring it up to date.
  ;[one, other] = await Promise.all([startReplica(env), startReplica(env)])
  await Promise.all([one.ready(), other.ready()])
  db = openPatientDatabase({ connectionString: database.url })
}, 120_000)
afterAll(async () => {
  one.kill()
  other.kill()
  await db.destroy()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer<T> {
  status: number
  json: T
}

async function send<T>(
  url: string,
  method: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const answer = await fetch(url, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body && JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, json: (text ? JSON.parse(text) : undefined) as T }
}

async function signIn({ url }: Replica): Promise<Record<string, string>> {
  const { json } = await send<{ token: string }>(`${url}/api/v1/sessions/demo`, 'POST', {
    person: randomUUID(),
  })
  return { authorization: `Bearer ${json.token}` }
}

const submit = ({ url }: Replica, who: Record<string, string>, body: ApplicationSubmission, key: string) =>
  send<Receipt & { code?: string }>(`${url}/api/v1/applications`, 'POST', body, {
    ...who,
    'idempotency-key': key,
  })

it('在一台登录，另一台也认；在另一台退出，这一台马上不认', async () => {
  const who = await signIn(one)
  expect((await send(`${other.url}/api/v1/applications`, 'GET', undefined, who)).status).toBe(200)
  expect((await send(`${other.url}/api/v1/sessions/current`, 'DELETE', undefined, who)).status).toBe(204)
  expect((await send(`${one.url}/api/v1/applications`, 'GET', undefined, who)).status).toBe(401)
})

it('同一个编号同时发到两台：一件，两张一样的回执；内容改了，哪台都不收', async () => {
  const [who, key, body] = [await signIn(one), randomUUID(), submission()]
  const answers = await Promise.all(
    [one, other, one, other].map((replica) => submit(replica, who, body, key)),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ json }) => json.applicationId)).size).toBe(1)
  const changed = { ...body, child: { ...body.child, name: '王小红' } }
  expect((await submit(other, who, changed, key)).json.code).toBe('IDEMPOTENCY_KEY_REUSED')
})

it('公布了数值，两台给的马上一样', async () => {
  const versions = async () =>
    Promise.all(
      [one, other].map(
        async ({ url }) => (await send<{ version: string }>(`${url}/api/v1/settings`, 'GET')).json.version,
      ),
    )
  const [before] = await versions()
  await changeSetting(
    { db, clock: systemClock },
    { key: 'gradualExitMonths', value: 6, source: '测试文件1号', date: '2026-11-01', by: 'test' },
  )
  const [here, there] = await versions()
  expect(here).toBe(there)
  expect(here).not.toBe(before)
})

it('一台在忙的时候收到停机信号：手上的办完，退出码 0；换到另一台接着办，没有一件出错', async () => {
  const notes = { acknowledged: [] as string[], wrong: [] as string[] }
  let isOver = false
  /** As a proxy does: what one does not take, the other gets, under the same key. */
  const familyAtProxy = async () => {
    const who = await signIn(other)
    while (!isOver) {
      const [key, body] = [randomUUID(), submission()]
      for (const replica of [one, other, other, other]) {
        const answer = await submit(replica, who, body, key).catch(() => undefined)
        if (answer?.status === 201) {
          notes.acknowledged.push(answer.json.applicationId)
          break
        }
        if (answer && answer.status !== 503) notes.wrong.push(`${answer.status} ${answer.json.code}`)
        if (replica === other && !answer) notes.wrong.push('no answer of the other one')
      }
    }
  }
  const families = [1, 2, 3, 4].map(familyAtProxy)
  while (notes.acknowledged.length < 12) await new Promise((resolve) => setTimeout(resolve, 20))
  const code = await one.terminate()
  const whenGone = notes.acknowledged.length
  while (notes.acknowledged.length < whenGone + 8) await new Promise((resolve) => setTimeout(resolve, 20))
  isOver = true
  await Promise.all(families)
  expect(code).toBe(0)
  expect(notes.wrong).toEqual([])
  const rows = await db.selectFrom('application').select('id').where('id', 'in', notes.acknowledged).execute()
  expect(rows).toHaveLength(notes.acknowledged.length)
  expect(new Set(notes.acknowledged).size).toBe(notes.acknowledged.length)
})
