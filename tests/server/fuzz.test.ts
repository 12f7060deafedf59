import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { answerCheck, operationsOf, type Operation } from './fuzz/document'
import { anyRequest, type Fuzzed, type World } from './fuzz/requests'
import { Family, idNumber, photo, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'
import { unhurried } from './support/withoutQuotas'

/* Any number of requests: `npm run proof -- fuzz 100000 7`. */
const runs = Number(process.env.FUZZ_RUNS ?? 5_000)
const seed = Number(process.env.FUZZ_SEED ?? 20261124)
jest.setTimeout(120_000 + runs * 60)

/** A person nobody but the family itself may ever read about. */
const canaries = ['金丝雀宝宝', '金丝雀奶奶', '13912349876', idNumber('20160229')]
const [childName = '', applicantName = '', phone = '', number = ''] = canaries

let wechat: WechatStandIn
let api: TestApi
let world: World
let wrongWith: Awaited<ReturnType<typeof answerCheck>>
beforeAll(async () => {
  wechat = await startWechatServer()
  api = await startTestApi({ limits: unhurried, wechat })
  const tokens = { owner: await api.signIn(), stranger: await api.signIn() }
  const owner = new Family(api, tokens.owner)
  await uploaded(owner)
  const { applicant } = submission()
  const { applicationId } = await owner.apply({
    applicant: { ...applicant, name: applicantName, phone },
    child: { name: childName, idNumber: number },
  })
  const key = randomUUID()
  await owner.submit(submission(), key)
  const ids = [
    applicationId,
    (await owner.caseOf(applicationId)).files[0]?.id ?? '',
    (await owner.upload('bankCard')).id,
  ]
  world = { operations: await operationsOf(api.app), tokens, ids, photo: await photo(40, 30), keys: [key] }
  wrongWith = await answerCheck(api.app)
}, 180_000)
afterAll(async () => {
  await api.close()
  await wechat.close()
})

/** A busy computer's photo decoder says so, and is asked again; what stays 503 is a fault. */
async function send({ options }: Fuzzed): Promise<LightMyRequestResponse> {
  for (let tries = 1; ; tries += 1) {
    const answer = await api.app.inject(options)
    if (answer.statusCode !== 503 || tries === 5) return answer
    await sleep(300)
  }
}

/** The first photo waits until the decoder's process has come up. */
async function uploaded(family: Family, tries = 20): Promise<void> {
  const answer = await family.sendPhoto('childPhoto', await photo())
  if (answer.statusCode === 201) return
  if (tries === 0) throw new Error(answer.body)
  await sleep(500)
  return uploaded(family, tries - 1)
}

/** Signing out and leaving are not what is tried here: the next requests would all be strangers'. */
const endings = ['/api/v1/sessions/current', '/api/v1/me']
const staysSignedIn = ({ options, sender }: Fuzzed) => {
  const isSignedIn = sender !== 'nobody' && sender !== 'forged'
  const [path = ''] = String(options.url).split('?')
  return !(isSignedIn && options.method === 'DELETE' && endings.includes(path))
}

const inWords = ({ sender, options }: Fuzzed) => `${sender} ${String(options.method)} ${String(options.url)}`

/** Runs a property over many requests with one seed; a failure names the smallest request that shows it. */
function overRequests(count: number, requests: fc.Arbitrary<Fuzzed>, check: (one: Fuzzed) => Promise<void>) {
  return fc.assert(fc.asyncProperty(requests, check), {
    numRuns: count,
    seed,
    interruptAfterTimeLimit: undefined,
  })
}

it('公布的地址，怎么乱传都没有 5xx，每个回答都和文档一样，别人的话一个字也不漏', async () => {
  const statuses = new Map<number, number>()
  await overRequests(runs, anyRequest(world).filter(staysSignedIn), async (one) => {
    const answer = await send(one)
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
    const wrong = wrongWith(answer, one.operation)
    if (wrong) throw new Error(`${inWords(one)} → ${wrong}`)
    if (one.sender === 'owner') return
    const leaked = canaries.find((word) => answer.body.includes(word))
    if (leaked) throw new Error(`${inWords(one)} → 漏了“${leaked}”`)
  })
  // Requests that only ever bounce off the first check would prove nothing.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 401, 404, 405, 415, 422]))
  if (process.env.FUZZ_RUNS) console.log([...statuses].map(([status, n]) => `${status}: ${n}`).join(' · '))
  expect(api.logs.join('')).not.toMatch(new RegExp(canaries.join('|')))
})

describe('没登录的人', () => {
  const rowCounts = async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
      api.db,
    )
    const counts = await sql.join(
      rows.map(
        ({ name }) => sql`select ${name}::text as name, count(*)::int as rows from ${sql.table(name)}`,
      ),
      sql` union all `,
    )
    return (await sql`${counts}`.execute(api.db)).rows
  }

  it('除了登录，发什么都不会让数据库多一行、少一行', async () => {
    const isSignIn = ({ operationId }: Operation) =>
      operationId.startsWith('signInAs') || operationId.startsWith('signInWith')
    const closed = { ...world, operations: world.operations.filter((operation) => !isSignIn(operation)) }
    const before = await rowCounts()
    await overRequests(Math.ceil(runs / 10), anyRequest(closed, ['nobody', 'forged']), async (one) => {
      const { statusCode } = await send(one)
      const isOpen = one.operation?.isPublic === true
      if (!isOpen && statusCode < 400) throw new Error(`${inWords(one)} → ${statusCode}`)
    })
    expect(await rowCounts()).toEqual(before)
  })
})

it('这个测试会失败：回答里多一个字段、少一个字段、状态不对，都看得出来', async () => {
  const listCases = world.operations.find(({ operationId }) => operationId === 'listCases')
  const answer = await new Family(api, world.tokens.owner).get('/api/v1/applications')
  expect(wrongWith(answer, listCases)).toBeUndefined()
  const altered = (change: object) =>
    Object.create(answer, Object.getOwnPropertyDescriptors(change)) as typeof answer
  const body = answer.json<{ cases: object[] }>()
  const json = (value: unknown) => ({ json: () => value })
  expect(wrongWith(altered(json({ ...body, ownerId: 1 })), listCases)).toContain('additionalProperties')
  expect(wrongWith(altered(json({})), listCases)).toContain('required')
  expect(wrongWith(altered({ statusCode: 500 }), listCases)).toContain('500')
  expect(wrongWith(altered({ statusCode: 418 }), listCases)).toBeDefined()
})
