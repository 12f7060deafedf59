import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { WechatFault } from '@server/wechat/call'
import { createWechat, type CodeExchange } from '@server/wechat/client'
import { startWechatServer, type WechatStandIn, type WechatTrouble } from '../stand-ins/wechatServer'

const unavailable: CodeExchange = { ok: false, reason: 'unavailable' }
const invalidCode: CodeExchange = { ok: false, reason: 'invalidCode' }

let standIn: WechatStandIn
let faults: WechatFault[]
let clock: number

const client = (changed: Partial<Parameters<typeof createWechat>[0]> = {}) =>
  createWechat({
    appid: standIn.appid,
    secret: standIn.secret,
    baseUrl: standIn.url,
    now: () => clock,
    onFault: (fault) => faults.push(fault),
    ...changed,
  })

beforeEach(async () => {
  standIn = await startWechatServer()
  faults = []
  clock = 0
})
afterEach(() => standIn.close())

describe('一个登录码换一个人', () => {
  test.each([
    ['带 errcode 0', true],
    ['不带 errcode', false],
  ])('成功的回答%s都认', async (_, errcodeZero) => {
    standIn.errcodeZero = errcodeZero
    expect(await client().exchangeCode(standIn.issueCode('奶奶'))).toEqual({
      ok: true,
      openid: standIn.openidOf('奶奶'),
    })
  })

  test('session_key 不留下', async () => {
    const answer = await client().exchangeCode(standIn.issueCode('奶奶'))
    expect(Object.keys(answer)).toEqual(['ok', 'openid'])
  })

  test('两个人得到两个 openid，同一个人总是同一个', async () => {
    const wechat = client()
    const answers = []
    for (const person of ['奶奶', '姑姑', '奶奶'])
      answers.push(await wechat.exchangeCode(standIn.issueCode(person)))
    expect(answers[0]).toEqual(answers[2])
    expect(answers[0]).not.toEqual(answers[1])
  })

  test('用过的码：无效', async () => {
    const code = standIn.issueCode('奶奶')
    await client().exchangeCode(code)
    expect(await client().exchangeCode(code)).toEqual(invalidCode)
  })

  test('五分钟以后：无效', async () => {
    const code = standIn.issueCode('奶奶')
    standIn.advance(5 * 60_000 + 1)
    expect(await client().exchangeCode(code)).toEqual(invalidCode)
  })

  test.each([
    ['别的小程序的码', () => standIn.issueCode('奶奶', 'wxother')],
    ['没发过的码', () => 'nonsense'],
    ['空的码', () => ''],
    ['带查询符号的码', () => 'a&secret=x#?%'],
  ])('%s：无效', async (_, code) => {
    expect(await client().exchangeCode(code())).toEqual(invalidCode)
  })
})

describe('只看 errcode，不看状态码', () => {
  const table: [string, number, CodeExchange, WechatFault['kind'] | undefined][] = [
    ['系统繁忙', -1, unavailable, 'refused'],
    ['每天的次数用完', 45009, unavailable, 'refused'],
    ['这个人一分钟次数太多', 45011, unavailable, 'refused'],
    ['高风险用户', 40226, invalidCode, undefined],
    ['appid 不对', 40013, unavailable, 'misconfigured'],
    ['密钥不对', 40125, unavailable, 'misconfigured'],
    ['没见过的错误', 99999, unavailable, 'refused'],
  ]
  test.each(table)('%s（%d）', async (_, errcode, expected, kind) => {
    standIn.meet({ kind: 'errcode', errcode, errmsg: 'words nobody may match on' })
    expect(await client().exchangeCode(standIn.issueCode('奶奶'))).toEqual(expected)
    expect(faults.map((fault) => fault.kind)).toEqual(kind ? [kind] : [])
    if (kind) expect(faults[0]).toMatchObject({ errcode, rid: expect.stringMatching(/^[\da-f-]+$/) })
  })

  test.each([
    ['真的 appid 写错', { appid: 'wxwrong' }],
    ['真的密钥写错', { secret: 'wrong' }],
  ])('%s：要人来改设置', async (_, changed) => {
    expect(await client(changed).exchangeCode(standIn.issueCode('奶奶'))).toEqual(unavailable)
    expect(faults[0]?.kind).toBe('misconfigured')
  })
})

describe('回答不成样子', () => {
  const table: [string, WechatTrouble, WechatFault['kind']][] = [
    ['500，没有内容', { kind: 'status', status: 500 }, 'unreadable'],
    ['200，是网页', { kind: 'html' }, 'unreadable'],
    ['超过 64 KB', { kind: 'oversize', bytes: 70_000 }, 'unreadable'],
    ['断在中间', { kind: 'cutBody' }, 'unreachable'],
    ['办了但听不到', { kind: 'unheard' }, 'unreachable'],
  ]
  test.each(table)('%s：暂时不能用', async (_, trouble, kind) => {
    standIn.meet(trouble)
    expect(await client().exchangeCode(standIn.issueCode('奶奶'))).toEqual(unavailable)
    expect(faults).toEqual([{ kind }])
  })

  test('等太久：暂时不能用', async () => {
    standIn.meet({ kind: 'delay', ms: 60_000 })
    const wechat = client({ timeoutMs: 50 })
    expect(await wechat.exchangeCode(standIn.issueCode('奶奶'))).toEqual(unavailable)
    expect(faults).toEqual([{ kind: 'timeout' }])
  })

  test('连不上：暂时不能用', async () => {
    await standIn.close()
    expect(await client().exchangeCode('code')).toEqual(unavailable)
    standIn = await startWechatServer()
  })

  const bodies: [string, string, CodeExchange][] = [
    ['errcode 写成字符串', '{"errcode":"40029","errmsg":"invalid code"}', invalidCode],
    ['errcode 不是数', '{"errcode":null,"openid":"oabc"}', unavailable],
    ['数组', '[]', unavailable],
    ['null', 'null', unavailable],
    ['没有 openid', '{"errcode":0,"session_key":"x"}', unavailable],
    ['openid 是空的', '{"openid":""}', unavailable],
    ['openid 是数', '{"openid":12}', unavailable],
    ['openid 里有换行', '{"openid":"oabc\\nx"}', unavailable],
    ['openid 太长', `{"openid":"${'o'.repeat(129)}"}`, unavailable],
    ['出错了还带着 openid', '{"errcode":-1,"openid":"oabc"}', unavailable],
    ['不是 UTF-8', '\u00ff', unavailable],
  ]
  test.each(bodies)('%s', async (_, body, expected) => {
    const server = await plainServer((answer) => answer.end(Buffer.from(body, 'latin1')))
    expect(await client({ baseUrl: server.url }).exchangeCode('code')).toEqual(expected)
    await server.close()
  })

  test('转去别处：不跟着走，密钥不外传', async () => {
    const elsewhere = await plainServer((answer) => answer.end('{"openid":"oabc"}'))
    const server = await plainServer((answer) => answer.writeHead(302, { location: elsewhere.url }).end())
    expect(await client({ baseUrl: server.url }).exchangeCode('code')).toEqual(unavailable)
    expect(elsewhere.heard()).toBe(0)
    await Promise.all([server.close(), elsewhere.close()])
  })
})

describe('微信出问题时先歇一歇', () => {
  const busy: WechatTrouble = { kind: 'errcode', errcode: -1, errmsg: 'system error' }
  const code = () => standIn.issueCode('奶奶')

  test('连续 5 次不通：10 秒内不再打扰，之后放一次去试', async () => {
    const wechat = client()
    standIn.meet(busy, busy, busy, busy, busy, busy)
    for (let turn = 0; turn < 7; turn += 1) await wechat.exchangeCode(code())
    expect(standIn.calls).toHaveLength(5)
    clock = 10_000
    await Promise.all([wechat.exchangeCode(code()), wechat.exchangeCode(code())])
    expect(standIn.calls).toHaveLength(6)
    clock = 20_000
    expect(await wechat.exchangeCode(code())).toMatchObject({ ok: true })
    expect(await wechat.exchangeCode(code())).toMatchObject({ ok: true })
  })

  test('听不懂的回答也算不通', async () => {
    const wechat = client()
    for (let turn = 0; turn < 7; turn += 1) {
      standIn.meet({ kind: 'html' })
      await wechat.exchangeCode('code')
    }
    expect(standIn.calls).toHaveLength(5)
  })

  test('码无效不算微信的问题', async () => {
    const wechat = client()
    for (let turn = 0; turn < 8; turn += 1) await wechat.exchangeCode('nonsense')
    expect(await wechat.exchangeCode(code())).toMatchObject({ ok: true })
  })
})

test('地址、码、密钥不出现在任何故障记录里', async () => {
  standIn.meet({ kind: 'html' }, { kind: 'cutBody' }, { kind: 'errcode', errcode: -1, errmsg: 'x' })
  const codes = ['code-one', 'code-two', 'code-three']
  for (const code of codes) await client().exchangeCode(code)
  const said = JSON.stringify(faults)
  for (const secret of [standIn.secret, standIn.url, ...codes]) expect(said).not.toContain(secret)
})

async function plainServer(answer: (response: ServerResponse) => void) {
  let heard = 0
  const server = createServer((_request, response) => {
    heard += 1
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
