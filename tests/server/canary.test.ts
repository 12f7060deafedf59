import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { LightMyRequestResponse } from 'fastify'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { DeskClient } from './desk/deskClient'
import { dumpOf, filesIn, leaksIn, personsIn } from './support/canaries'
import { Family, idNumber, multipart, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

/*
 * Known test persons go the whole way by the rules of production, past every kind of refusal. Then everything that
 * leaves the server or stays on its disks is searched for them.
 */

const canaries: Record<string, string> = {
  childName: '金丝雀宝宝',
  childNumber: idNumber('20160229'),
  applicantName: '金丝雀奶奶',
  applicantNumber: idNumber('19551111'),
  phone: '13912349876',
  wechatPhone: '13912340001',
  illness: '金丝雀罕见病',
  reason: '金丝雀理由：判决书上没有盖章。',
  fileName: '金丝雀的判决书.jpg',
  // Which paper is asked for tells what happened in the family.
  paper: 'criminalJudgment',
}

let api: TestApi
let wechat: WechatStandIn
const answers: LightMyRequestResponse[] = []
const printed: string[] = []

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
  wechat = await startWechatServer()
  api = await startTestApi({ mode: 'production', wechat })
  const family = await signIn('金丝雀')
  canaries.openid = wechat.openidOf('金丝雀')
  canaries.sessionToken = family.token
  await refusals(family)
  const { applicationId } = keep<{ applicationId: string }>(await family.submit(application()))
  await atTheDesk(applicationId)
  keep(await family.get(`/api/v1/applications/${applicationId}`))
  await breakTheDatabase(family)
}, 180_000)
afterAll(async () => {
  jest.restoreAllMocks()
  await api.close()
  await wechat.close()
})

function keep<T>(answer: LightMyRequestResponse): T {
  answers.push(answer)
  return answer.json<T>()
}

async function signIn(person: string): Promise<Family> {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/v1/sessions/wechat',
    payload: { code: wechat.issueCode(person) },
  })
  return new Family(api, answer.json<{ token: string }>().token)
}

function application() {
  const body = submission()
  const parents = body.facts.parents?.map((parent) => ({ ...parent, illnesses: [canaries.illness ?? ''] }))
  return {
    ...body,
    applicant: {
      ...body.applicant,
      name: canaries.applicantName ?? '',
      idNumber: canaries.applicantNumber ?? '',
      phone: canaries.phone ?? '',
    },
    child: { name: canaries.childName ?? '', idNumber: canaries.childNumber ?? '' },
    facts: { ...body.facts, parents },
  }
}

/** Everything a person can do wrong, with the person's own words in it. */
async function refusals(family: Family): Promise<void> {
  const { childNumber = '', childName = '', fileName = '', wechatPhone = '', sessionToken = '' } = canaries
  const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
    family.call({ method: 'POST', url, payload, headers: { 'idempotency-key': randomUUID(), ...headers } })
  const submitUrl = '/api/v1/applications'
  const json = { 'content-type': 'application/json' }
  const key = randomUUID()
  const upload = multipart([
    { name: 'paper', value: 'childHukouBook' },
    { name: 'clientId', value: randomUUID() },
    { name: 'file', value: `<svg>${childName}</svg>`, fileName, type: 'image/jpeg' },
  ])
  const asked = [
    post(submitUrl, { ...application(), [childNumber]: childName }),
    post(submitUrl, { ...application(), child: { name: `${childName}1`, idNumber: childNumber } }),
    post(submitUrl, `{"child":"${childName}`, json),
    post(submitUrl, `{"__proto__":{"${childNumber}":1}}`, json),
    post(submitUrl, application(), { 'idempotency-key': `${childName}` }).catch(() => undefined),
    post(submitUrl, application(), { 'idempotency-key': `${childNumber} ` }),
    family.get(`/api/v1/applications?idNumber=${childNumber}`),
    family.get(`/api/v1/applications/${encodeURIComponent(childName)}`),
    family.get(`/${childNumber}?name=${encodeURIComponent(childName)}`),
    family.call({ method: 'PUT', url: `/api/v1/applications/${childNumber}` }),
    family.call({ method: 'POST', url: '/api/v1/attachments', ...upload }),
    family.sendPhoto('childHukouBook', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])),
    post('/api/v1/phone-number', {
      code: wechat.issuePhoneCode('别人', wechatPhone),
      agreed: true,
    }),
    api.app.inject({ url: submitUrl, headers: { authorization: `Bearer ${sessionToken}x` } }),
    api.app.inject({
      method: 'POST',
      url: '/desk/sign-in',
      payload: new URLSearchParams({ number: childNumber, password: childName }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  ]
  for (const answer of await Promise.all(asked)) {
    if (!answer) continue
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    answers.push(answer)
  }
  expect((await family.submit(application(), key)).statusCode).toBe(201)
  keep(
    await family.submit(
      { ...application(), formVersion: application().formVersion, papers: [], consents: [] },
      key,
    ),
  )
}

async function atTheDesk(applicationId: string): Promise<void> {
  const clerk = await DeskClient.of(api, 'street', '150302001')
  expect((await clerk.get(`/desk/cases/${applicationId}`)).statusCode).toBe(200)
  answers.push(await clerk.get(`/desk/cases/${randomUUID()}?name=${canaries.childNumber ?? ''}`))
  answers.push(await clerk.post(`/desk/cases/${applicationId}/refused`, { reason: canaries.reason ?? '' }))
}

/** Errors of the database carry the whole failing row. */
async function breakTheDatabase(family: Family): Promise<void> {
  await sql`alter table application add constraint too_short check (length(case_number) < 3) not valid`.execute(
    api.db,
  )
  const answer = await family.submit(application())
  expect(answer.json()).toMatchObject({ code: 'INTERNAL' })
  answers.push(answer)
  await sql`alter table application drop constraint too_short`.execute(api.db)
}

it('走完了全程：有成的，有各种不成的', () => {
  const codes = new Set(answers.map(({ statusCode }) => statusCode))
  expect([...codes]).toEqual(expect.arrayContaining([400, 401, 404, 405, 415, 422, 500]))
  expect(api.logs.length).toBeGreaterThan(15)
})

it('日志里、屏幕上都没有', () => {
  expect(leaksIn(api.logs.join(''), canaries)).toEqual([])
  expect(leaksIn(printed.join(''), canaries)).toEqual([])
})

it('坏了的请求，日志说得出是什么错、在哪里，说不出是谁', () => {
  const failed = api.logs.map((line) => JSON.parse(line) as { event: string; fault?: object })
  expect(failed.find(({ event }) => event === 'request.failed')).toMatchObject({
    route: '/api/v1/applications',
    fault: { code: '23514', constraint: 'too_short' },
  })
})

it('待发的消息里只有编号', async () => {
  const rows = await api.db.selectFrom('outbox').selectAll().execute()
  expect(rows.length).toBeGreaterThan(1)
  const columns = [
    'account_id',
    'application_id',
    'attempts',
    'created_at',
    'done_at',
    'event_sequence',
    'id',
  ]
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual([...columns, 'next_attempt_at'])
})

it('出错的回答里没有，头里也没有', () => {
  const failed = answers.filter(({ statusCode }) => statusCode >= 400)
  const text = failed.map(({ body, headers }) => `${JSON.stringify(headers)}\n${body}`).join('\n')
  expect(leaksIn(text, canaries)).toEqual([])
})

it('指标里没有', async () => {
  expect(leaksIn(await api.parts.metrics.text(), canaries)).toEqual([])
})

it('数据库整个倒出来，没有一列明着写', async () => {
  for (const [column, content] of await dumpOf(api.db))
    expect([column, leaksIn(content, canaries)]).toEqual([column, []])
})

it('磁盘上的文件，名字和内容里都没有', () => {
  const files = filesIn(api.dataDir)
  for (const file of files) expect(leaksIn(`${file}\n${readFileSync(file, 'latin1')}`, canaries)).toEqual([])
})

it('送到微信去的，没有孩子和家里的任何一个字', () => {
  const told = wechat.calls.map(({ path, query, body }) => JSON.stringify([path, query, body])).join('\n')
  const { openid: _, ...family } = canaries
  expect(leaksIn(told, family)).toEqual([])
})

describe('故意漏一处，查得出来', () => {
  it.each([
    ['名字', '/desk?name=王小明'],
    ['编成百分号的名字', `/desk/${encodeURIComponent('王秀兰')}`],
    ['哪个人的身份证号都算', `/x/${idNumber('20101010')}`],
    ['哪个手机号都算', '/x?phone=13700001111'],
  ])('任何一个测试的日志里有%s，那个测试就不通过', async (_, route) => {
    const talking = await startTestApi()
    const line = { traceId: 'test', method: 'GET', route, status: 200, ms: 1 }
    talking.parts.log.write('request.done', line)
    await expect(talking.close()).rejects.toThrow('the log tells of persons')
  })

  it('编号、时间、追踪号不是人', () => {
    for (const text of [
      '840211672233',
      '1764043200000',
      '2026-11-25T04:00:00.000Z',
      randomUUID(),
      '150302201001010009',
    ])
      expect([text, personsIn(text)]).toEqual([text, []])
  })

  it.each(Object.keys(canaries))('%s，怎么写都认得', (name) => {
    const word = canaries[name] ?? ''
    const written = [
      word,
      encodeURIComponent(word),
      JSON.stringify(word),
      Buffer.from(`x${word}`).toString('hex'),
      Buffer.from(word).toString('base64'),
    ]
    for (const text of written) expect(leaksIn(`… ${text} …`, { [name]: word })).not.toEqual([])
  })

  it('数据库里多出一张明着写的表', async () => {
    await sql`create table planted (note text)`.execute(api.db)
    await sql`insert into planted values (${`孩子叫${canaries.childName ?? ''}`})`.execute(api.db)
    const found = Array.from(await dumpOf(api.db)).filter(
      ([, content]) => leaksIn(content, canaries).length > 0,
    )
    expect(found.map(([column]) => column)).toEqual(['planted.note'])
    await sql`drop table planted`.execute(api.db)
  })
})
