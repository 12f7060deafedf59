import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { buildApp } from '@server/app'
import { hours, minutes } from '@server/clock'
import { defaultLimits, type Limits } from '@server/limits'
import { forgetOldUse, takeOf } from '@server/store/limitUse'
import { startWechatServer, type WechatStandIn } from '../stand-ins/wechatServer'
import { multipart, photo } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let wechat: WechatStandIn
const time = movableClock()
beforeAll(async () => {
  wechat = await startWechatServer()
  api = await startTestApi({ clock: time.clock, wechat })
})
afterAll(async () => {
  await api.close()
  await wechat.close()
})

// The minute and the hour begin anew, so that no test falls on the end of one.
beforeEach(() => time.advance(hours(1) - (time.clock().getTime() % hours(1))))

const open: FastifyInstance[] = []
afterEach(() => Promise.all(open.splice(0).map((app) => app.close())))

/** One more server on the same database, with nothing in its memory. */
async function replica(limits: Partial<Limits> = {}, trustProxy: string[] = []): Promise<FastifyInstance> {
  const parts = { ...api.parts, limits: { ...defaultLimits, ...limits } }
  const app = await buildApp({ parts, trustProxy, siteFolder: 'none' })
  open.push(app)
  return app
}

const requests = (changes: Partial<Limits['requests']>) => ({
  requests: { ...defaultLimits.requests, ...changes },
})
const statuses = async (asked: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(asked)).map(({ statusCode }) => statusCode)
const count = (codes: number[], code: number) => codes.filter((one) => one === code).length

describe('一个账号一分钟能问多少次，几台服务器合起来算', () => {
  const ask = (app: FastifyInstance, token: string) =>
    app.inject({ url: '/api/v1/applications', headers: { authorization: `Bearer ${token}` } })

  it('三台同时被问 30 次，限 10 次：只有 10 次有回答', async () => {
    const limits = requests({ perAccount: 10 })
    const servers = [await replica(limits), await replica(limits), await replica(limits)]
    const token = await api.signIn()
    const turns = servers.flatMap((server) => Array.from({ length: 10 }, () => ask(server, token)))
    const codes = await statuses(turns)
    expect([count(codes, 200), count(codes, 429)]).toEqual([10, 20])
  })

  it('下一分钟又可以；别的账号不受影响', async () => {
    const server = await replica(requests({ perAccount: 2 }))
    const [token, other] = [await api.signIn(), await api.signIn()]
    const codes = await statuses([1, 2, 3].map(() => ask(server, token)))
    expect([count(codes, 200), count(codes, 429)]).toEqual([2, 1])
    expect(await statuses([ask(server, other)])).toEqual([200])
    time.advance(minutes(1))
    expect(await statuses([ask(server, token)])).toEqual([200])
  })

  it('一分钟最多写十二次，不是问一次写一次', async () => {
    const server = await replica(requests({ perAccount: 240 }))
    const token = await api.signIn()
    for (let turn = 0; turn < 20; turn += 1) await ask(server, token)
    const { used } = await api.db
      .selectFrom('limit_use')
      .select('used')
      .where('kind', '=', 'request')
      .orderBy('window_start', 'desc')
      .orderBy('used', 'desc')
      .executeTakeFirstOrThrow()
    expect(used).toBe(20)
  })

  it('记次数的表用不了：每台自己算，只给四分之一，日志里说一声', async () => {
    const server = await replica(requests({ perAccount: 8 }))
    const token = await api.signIn()
    await sql`alter table limit_use rename to limit_use_gone`.execute(api.db)
    try {
      const codes = await statuses(Array.from({ length: 6 }, () => ask(server, token)))
      expect([count(codes, 200), count(codes, 429)]).toEqual([2, 4])
      expect(api.logs.join('')).toContain('"event":"limits.away"')
    } finally {
      await sql`alter table limit_use_gone rename to limit_use`.execute(api.db)
    }
  })
})

describe('限额的账', () => {
  const rule = (subject: string) => ({ kind: 'test', subject, windowMs: hours(1), most: 5 })
  it('同时取 12 次，只给 5 次；一次要太多，一点也不给', async () => {
    const subject = randomUUID()
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => takeOf(api.db, rule(subject), time.clock())),
    )
    expect(taken.filter(Boolean)).toHaveLength(5)
    expect(await takeOf(api.db, rule(randomUUID()), time.clock(), 6)).toBe(false)
  })

  it('两天以前的账不留', async () => {
    const subject = randomUUID()
    await takeOf(api.db, rule(subject), time.clock())
    time.advance(hours(50))
    await forgetOldUse(api.db, time.clock())
    const left = await api.db.selectFrom('limit_use').selectAll().where('subject', '=', subject).execute()
    expect(left).toEqual([])
  })
})

describe('一个地址一分钟能问多少次', () => {
  const ask = (app: FastifyInstance, forwarded: string) =>
    app.inject({
      url: '/api/v1/service',
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': forwarded },
    })
  /** One after another: of a burst that goes over the limit the plugin refuses also the first. */
  const askAll = async (app: FastifyInstance, forwarded: string[]) => {
    const codes = []
    for (const address of forwarded) codes.push((await ask(app, address)).statusCode)
    return codes
  }
  const eight = Array.from({ length: 8 }, (_, index) => `203.0.113.${index}`)

  it('没有说哪台是代理：自己写的来源地址没有用', async () => {
    const server = await replica(requests({ perAddress: 5 }))
    const codes = await askAll(server, eight)
    expect([count(codes, 200), count(codes, 429)]).toEqual([5, 3])
  })

  it('说了代理：按代理看到的地址算，前面自己加的没有用', async () => {
    const server = await replica(requests({ perAddress: 5 }), ['127.0.0.1'])
    const spoofed = await askAll(
      server,
      eight.map((address) => `${address}, 198.51.100.7`),
    )
    expect(count(spoofed, 429)).toBe(3)
    expect(await askAll(server, ['198.51.100.8'])).toEqual([200])
  })

  it('没有的地址也算：一起数，换着问也不行', async () => {
    const server = await replica(requests({ perAddress: 5 }))
    const urls = ['/api/v1/service', ...Array.from({ length: 7 }, (_, index) => `/api/v1/nope/${index}`)]
    const codes = []
    for (const url of urls) codes.push((await server.inject(url)).statusCode)
    expect(codes).toEqual([200, 404, 404, 404, 404, 429, 429, 429])
  })

  it('来自别的地址的，就不当代理信', async () => {
    const server = await replica(requests({ perAddress: 5 }), ['10.0.0.9'])
    const codes = await askAll(server, eight)
    expect(count(codes, 429)).toBe(3)
  })
})

describe('太多了，就先说忙', () => {
  it('同时办的满了：503，说几秒以后再来；看死活的地址照样回答', async () => {
    const server = await replica({ requestsInFlight: 3 })
    const turns = Array.from({ length: 12 }, () =>
      server.inject({ method: 'POST', url: '/api/v1/sessions/demo', payload: { person: randomUUID() } }),
    )
    const answers = await Promise.all([...turns, server.inject('/healthz'), server.inject('/readyz')])
    const codes = answers.map(({ statusCode }) => statusCode)
    expect(count(codes, 201)).toBe(3)
    expect(codes.slice(-2)).toEqual([200, 200])
    expect(answers.find(({ statusCode }) => statusCode === 503)?.headers['retry-after']).toBe('3')
    expect((await server.inject('/api/v1/service')).statusCode).toBe(200)
  })

  it('很多人同时问 readyz：只看一次，半秒以内的也用这一次；坏了过后看得出来', async () => {
    const check = jest.spyOn(api.parts.objects, 'check')
    const server = await replica()
    const ask = async () => (await server.inject('/readyz')).statusCode
    expect(count(await Promise.all(Array.from({ length: 100 }, ask)), 200)).toBe(100)
    expect([await ask(), check.mock.calls.length]).toEqual([200, 1])
    check.mockRejectedValue(new Error('away'))
    await sleep(600)
    expect([await ask(), await ask()]).toEqual([503, 503])
    check.mockRestore()
    await sleep(600)
    expect(await ask()).toBe(200)
  })

  it('事件循环跟不上：别的说忙，healthz 还是绿的', async () => {
    const server = await replica({ loopDelayMs: 1 })
    await server.ready()
    const until = Date.now() + 1_500
    while (Date.now() < until) {
      const pause = Date.now() + 60
      while (Date.now() < pause);
      await sleep(1)
    }
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/api/v1/service'].map((url) => server.inject(url)),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 503, 503])
  })

  it('50 个慢慢滴的连接：别人照常，它们到时候被断开', async () => {
    const server = await replica({
      waits: { headers: 600, request: 900, upload: 9_000, idle: 5_000, handler: 5_000, check: 100 },
    })
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
    const dripping = Array.from({ length: 50 }, (_, index) => drip(Number(port), index % 2 === 0))
    for (let turn = 0; turn < 20; turn += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/service`)
      expect(answer.status).toBe(200)
    }
    // Ends only when each of them was hung up on.
    const ends = await Promise.all(dripping)
    expect(ends).toHaveLength(50)
    for (const heard of ends) expect(heard).not.toContain('200 OK')
  })

  it('一张照片慢慢传：比别的请求能等的久得多，也收得下', async () => {
    const server = await replica({
      waits: { headers: 600, request: 400, upload: 20_000, idle: 5_000, handler: 400, check: 100 },
    })
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
    const { payload, headers } = multipart([
      { name: 'paper', value: 'childPhoto' },
      { name: 'clientId', value: randomUUID() },
      { name: 'file', value: await photo(), fileName: 'photo', type: 'image/jpeg' },
    ])
    const token = await api.signIn()
    const own = { ...headers, authorization: `Bearer ${token}`, 'content-length': String(payload.length) }
    const heard = await slowly(Number(port), '/api/v1/attachments', own, payload)
    expect(heard).toContain('HTTP/1.1 201')
  })
})

/** A body in twelve pieces, one every 100 ms. @returns the whole answer */
function slowly(port: number, path: string, headers: Record<string, string>, body: Buffer): Promise<string> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString())).on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    socket.write(
      ['POST ' + path + ' HTTP/1.1', 'host: x', 'connection: close', ...lines, '', ''].join('\r\n'),
    )
    const size = Math.ceil(body.length / 12)
    let sent = 0
    const next = setInterval(() => {
      socket.write(body.subarray(sent, (sent += size)))
      if (sent >= body.length) clearInterval(next)
    }, 100)
  })
}

/** A byte every 50 ms: of the headers, or of a body. @returns what was heard when the other side hung up */
function drip(port: number, ofBody: boolean): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const type = 'content-type: application/json\r\ncontent-length: 10000\r\n'
    socket.write(`POST /api/v1/sessions/demo HTTP/1.1\r\nhost: x\r\n${ofBody ? `${type}\r\n{` : 'x-slow: '}`)
    const drop = setInterval(() => socket.write(ofBody ? ' ' : 'a'), 50)
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(drop)
      resolve(heard)
    })
  })
}

it('一个微信登录码同时送到两台服务器，最多一个登录', async () => {
  const servers = [await replica(), await replica()]
  const code = wechat.issueCode('妈妈')
  const turns = servers.flatMap((server) =>
    Array.from({ length: 4 }, () =>
      server.inject({ method: 'POST', url: '/api/v1/sessions/wechat', payload: { code } }),
    ),
  )
  expect(count(await statuses(turns), 201)).toBe(1)
})

describe('用微信里的手机号', () => {
  const number = '13812345678'
  const signIn = async (person: string) => {
    const code = wechat.issueCode(person)
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/sessions/wechat', payload: { code } })
    return answer.json<{ token: string }>().token
  }
  const ask = (token: string, body: object) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/phone-number',
      payload: body,
      headers: { authorization: `Bearer ${token}` },
    })

  it('同意了，给这个人看；哪里也不存', async () => {
    const token = await signIn('奶奶')
    const answer = await ask(token, { code: wechat.issuePhoneCode('奶奶', number), agreed: true })
    expect(answer.json()).toEqual({ phone: number })
    const actions = await api.db.selectFrom('audit').select('action').execute()
    expect(actions.map(({ action }) => action)).toContain('phoneNumberAsked')
    expect(api.logs.join('')).not.toContain(number)
  })

  it('没有同意、别人的码、演示账号：不给', async () => {
    const token = await signIn('奶奶')
    const code = wechat.issuePhoneCode('奶奶', number)
    for (const body of [{ code }, { code, agreed: false }])
      expect((await ask(token, body)).json()).toMatchObject({ code: 'INVALID_FIELD', field: 'agreed' })
    const foreign = wechat.issuePhoneCode('姑姑', number)
    expect((await ask(token, { code: foreign, agreed: true })).json()).toMatchObject({
      code: 'PHONE_NUMBER_UNKNOWN',
    })
    expect((await ask(await api.signIn(), { code, agreed: true })).json()).toMatchObject({
      code: 'WECHAT_UNAVAILABLE',
    })
  })

  it('一天五次', async () => {
    const token = await signIn('爷爷')
    const codes = []
    for (let turn = 0; turn < 6; turn += 1)
      codes.push((await ask(token, { code: wechat.issuePhoneCode('爷爷', number), agreed: true })).statusCode)
    expect(codes).toEqual([200, 200, 200, 200, 200, 429])
  })
})
