import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { days, hours, minutes } from '@server/clock'
import { hashToken } from '@server/crypto/tokens'
import { endSessionsOfCase, sessionId } from '@server/store/citizenSessions'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let wechat: WechatStandIn
const time = movableClock()
beforeAll(async () => {
  wechat = await startWechatServer()
  api = await startTestApi({ wechat, clock: time.clock })
})
afterAll(async () => {
  await api.close()
  await wechat.close()
})

const signIn = (code: string) =>
  api.app.inject({ method: 'POST', url: '/api/v1/sessions/wechat', payload: { code } })
const cases = (token: string) => new Family(api, token).get('/api/v1/applications')
const accountOf = async (token: string) =>
  (
    await api.db
      .selectFrom('citizen_session')
      .select('account_id')
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirstOrThrow()
  ).account_id
const sessionCount = async () =>
  (await api.db.selectFrom('citizen_session').select('token_hash').execute()).length

describe('微信登录', () => {
  it('同一个人再登录，还是同一个账号', async () => {
    const first = await signIn(wechat.issueCode('奶奶'))
    const second = await signIn(wechat.issueCode('奶奶'))
    expect(first.statusCode).toBe(201)
    expect(second.json().token).not.toBe(first.json().token)
    expect(await accountOf(second.json().token)).toBe(await accountOf(first.json().token))
  })

  it('两个人同时第一次登录，各有各的账号；一个人同时登录两次，只有一个账号', async () => {
    const codes = ['甲', '乙', '甲'].map((person) => wechat.issueCode(person))
    const answers = await Promise.all(codes.map(signIn))
    const [one, two, again] = await Promise.all(answers.map((answer) => accountOf(answer.json().token)))
    expect(one).not.toBe(two)
    expect(again).toBe(one)
  })

  it('一个 code 同时用 8 次，最多一个登录', async () => {
    const [code, before] = [wechat.issueCode('妈妈'), await sessionCount()]
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(code)))
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.json().code === 'WECHAT_CODE_INVALID')).toHaveLength(7)
    expect(await sessionCount()).toBe(before + 1)
  })

  it.each([
    ['乱写的', () => 'not-a-code', 'WECHAT_CODE_INVALID'],
    ['别的小程序的', () => wechat.issueCode('爸爸', 'wxffffffffffffffff'), 'WECHAT_CODE_INVALID'],
  ])('%s code：不让登录', async (_, code, expected) => {
    expect((await signIn(code())).json()).toMatchObject({ code: expected })
  })

  it('微信忙：说稍后再试；同一个 code 以后还能用', async () => {
    const code = wechat.issueCode('爷爷')
    wechat.meet({ kind: 'errcode', errcode: -1, errmsg: 'system error' })
    const busy = await signIn(code)
    expect(busy.json()).toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
    expect(busy.headers['retry-after']).toBeDefined()
    // The stand-in carried the first exchange out, so WeChat itself now says no; our own record does not stand in the way.
    expect((await signIn(wechat.issueCode('爷爷'))).statusCode).toBe(201)
  })

  it('openid 和 session_key 不出门，也不明着存', async () => {
    const answer = await signIn(wechat.issueCode('姑姑'))
    const openid = wechat.openidOf('姑姑')
    expect(Object.keys(answer.json()).sort()).toEqual(['expiresAt', 'token'])
    expect(answer.body).not.toContain(openid)
    const rows = await api.db.selectFrom('account').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(openid)
    for (const row of rows) expect(row.subject_sealed.includes(openid)).toBe(false)
  })
})

describe('登录的期限', () => {
  it('登录凭证只存哈希', async () => {
    const token = await api.signIn()
    const rows = await api.db.selectFrom('citizen_session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('退出以后马上不能用，别的手机不受影响', async () => {
    const person = randomUUID()
    const [token, other] = [await api.signIn(person), await api.signIn(person)]
    const out = await new Family(api, token).call({ method: 'DELETE', url: '/api/v1/sessions/current' })
    expect(out.statusCode).toBe(204)
    expect((await cases(token)).json()).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect((await cases(other)).statusCode).toBe(200)
  })

  it('手机丢了：别的手机马上都不能用，这台照常用；再要一次也一样；别家不受影响', async () => {
    const person = randomUUID()
    const [mine, lost, older] = [await api.signIn(person), await api.signIn(person), await api.signIn(person)]
    const stranger = await api.signIn()
    const end = () => new Family(api, mine).call({ method: 'DELETE', url: '/api/v1/sessions' })
    for (const answer of [await end(), await end()]) expect(answer.statusCode).toBe(204)
    for (const token of [lost, older])
      expect((await cases(token)).json()).toMatchObject({ code: 'NOT_SIGNED_IN' })
    for (const token of [mine, stranger]) expect((await cases(token)).statusCode).toBe(200)
    expect((await cases(await api.signIn(person))).statusCode).toBe(200)
    const accountId = await accountOf(mine)
    const rows = await api.db
      .selectFrom('audit')
      .select(['actor_id', 'object_id', 'account_id'])
      .where('action', '=', 'sessionsEnded')
      .execute()
    const row = { actor_id: accountId, object_id: accountId, account_id: accountId }
    expect(rows).toEqual([row, row])
  })

  it('没登录的人，让谁也退不了', async () => {
    const token = await api.signIn()
    for (const headers of [{}, { authorization: `Bearer ${'x'.repeat(43)}` }]) {
      const answer = await api.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers })
      expect(answer.statusCode).toBe(401)
    }
    expect((await cases(token)).statusCode).toBe(200)
  })

  it('到窗口：按办件编号，所有手机都退出；没有这件办件，什么也不动', async () => {
    const person = randomUUID()
    const tokens = [await api.signIn(person), await api.signIn(person)]
    const { applicationId, caseNumber } = await new Family(api, tokens[0] ?? '').apply()
    const parts = { db: api.db, clock: time.clock }
    expect(await endSessionsOfCase(parts, '000000000000')).toMatchObject({ code: 'NOT_FOUND' })
    expect((await cases(tokens[0] ?? '')).statusCode).toBe(200)
    expect(await endSessionsOfCase(parts, caseNumber)).toEqual({ ok: true, value: 2 })
    for (const token of tokens) expect((await cases(token)).json()).toMatchObject({ code: 'NOT_SIGNED_IN' })
    const { actor_kind, account_id } = await api.db
      .selectFrom('audit')
      .select(['actor_kind', 'account_id'])
      .where('action', '=', 'sessionsEnded')
      .where('application_id', '=', applicationId)
      .executeTakeFirstOrThrow()
    expect(actor_kind).toBe('command')
    expect(account_id).not.toBeNull()
    expect((await cases(await api.signIn(person))).json().cases).toHaveLength(1)
  })

  it('七天不用就过期', async () => {
    const token = await api.signIn()
    time.advance(days(7) - minutes(1))
    expect((await cases(token)).statusCode).toBe(200)
    time.advance(days(7))
    expect((await cases(token)).json()).toMatchObject({ code: 'SESSION_EXPIRED' })
  })

  it('一直在用，三十天也过期', async () => {
    const token = await api.signIn()
    for (let day = 0; day < 29; day += 1) {
      time.advance(days(1))
      expect((await cases(token)).statusCode).toBe(200)
    }
    time.advance(days(1) + hours(1))
    expect((await cases(token)).json()).toMatchObject({ code: 'SESSION_EXPIRED' })
  })

  it('过期以后再登录，办件都在', async () => {
    const person = randomUUID()
    const before = new Family(api, await api.signIn(person))
    const { applicationId } = await before.apply()
    time.advance(days(31))
    const after = new Family(api, await api.signIn(person))
    expect((await after.caseOf(applicationId)).id).toBe(applicationId)
  })
})

describe('一次登录看过自己家的什么，查得出来', () => {
  const rowsOf = async (token: string, action: string) =>
    (
      await api.db
        .selectFrom('audit')
        .select('application_id')
        .where('object_kind', '=', 'session')
        .where('object_id', '=', sessionId(hashToken(token)))
        .where('action', '=', action)
        .orderBy('sequence')
        .execute()
    ).map((row) => row.application_id)

  it('一次登录、一件、一天一行，看多少次都是；谁看过的清单里没有自己', async () => {
    const person = randomUUID()
    const [owner, thief] = [await api.signIn(person), await api.signIn(person)]
    const home = new Family(api, owner)
    const [one, two] = [(await home.apply()).applicationId, (await home.apply()).applicationId]
    const stolen = new Family(api, thief)
    const photo = (await home.caseOf(one)).files[0]?.id ?? ''
    await Promise.all([stolen.caseOf(one), stolen.caseOf(one), stolen.caseOf(one)])
    await stolen.get(`/api/v1/attachments/${photo}/content`)
    expect([await rowsOf(thief, 'ownRead'), await rowsOf(owner, 'ownRead')]).toEqual([[one], [one]])
    await stolen.get('/api/v1/me')
    expect(await rowsOf(thief, 'ownRead')).toEqual([one, two])
    time.advance(days(1))
    await stolen.caseOf(one)
    expect(await rowsOf(thief, 'ownRead')).toEqual([one, two, one])
    expect((await home.get(`/api/v1/applications/${one}/accesses`)).json()).toMatchObject({ accesses: [] })
    expect(await rowsOf(thief, 'signedIn')).toEqual([null])
  })

  it('还没提交的照片也记；别家的看不到，不记', async () => {
    const [token, other] = [await api.signIn(), await api.signIn()]
    const { id } = await new Family(api, token).upload('childPhoto')
    for (const who of [token, other]) await new Family(api, who).get(`/api/v1/attachments/${id}/content`)
    expect([await rowsOf(token, 'ownRead'), await rowsOf(other, 'ownRead')]).toEqual([[null], []])
  })

  it('记不下来就不给看，下一次再记', async () => {
    const token = await api.signIn()
    const family = new Family(api, token)
    const { applicationId } = await family.apply()
    await sql`alter table audit add constraint not_now check (action <> 'ownRead') not valid`.execute(api.db)
    const refused = await family.get(`/api/v1/applications/${applicationId}`)
    await sql`alter table audit drop constraint not_now`.execute(api.db)
    expect(refused.statusCode).toBe(500)
    expect((await family.caseOf(applicationId)).id).toBe(applicationId)
    expect(await rowsOf(token, 'ownRead')).toEqual([applicationId])
  })
})

it('生产环境没有演示登录：地址不存在，接口文档里也没有', async () => {
  const production = await startTestApi({ mode: 'production', wechat })
  try {
    const answer = await production.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      payload: { person: randomUUID() },
    })
    expect(answer.statusCode).toBe(404)
    expect((await production.app.inject('/openapi.json')).body).not.toContain('signInAsDemo')
    expect((await production.app.inject('/api/v1/service')).json()).toMatchObject({ mode: 'production' })
  } finally {
    await production.close()
  }
})

it('同一个地址登录太多次：过一分钟再来', async () => {
  const strict = await startTestApi({
    limits: { requests: { perAddress: 1000, perAccount: 3, signInsPerAddress: 2 } },
  })
  try {
    const token = await strict.signIn()
    await strict.signIn()
    const third = await strict.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      payload: { person: randomUUID() },
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect(third.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    expect(third.headers['retry-after']).toBe('60')
    const family = new Family(strict, token)
    const codes = []
    for (let count = 0; count < 5; count += 1)
      codes.push((await family.get('/api/v1/applications')).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
  } finally {
    await strict.close()
  }
})
