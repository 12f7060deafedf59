import type { WechatFault } from '@server/wechat/call'
import { createWechat, type Message } from '@server/wechat/client'
import { fitFields } from '@server/wechat/messageFields'
import { startWechatServer, type WechatStandIn, type WechatTrouble } from '../stand-ins/wechatServer'

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

/** Both clocks go on. */
function pass(ms: number): void {
  clock += ms
  standIn.advance(ms)
}

const called = (path: string) => standIn.calls.filter((call) => call.path.endsWith(path))
const number = '13812345678'
const ask = (wechat: ReturnType<typeof client>, person = '奶奶') =>
  wechat.phoneNumber(standIn.issuePhoneCode(person, number), standIn.openidOf(person))
const unavailable = { ok: false, reason: 'unavailable' }
const invalidCode = { ok: false, reason: 'invalidCode' }
const minutes = (count: number) => count * 60_000

describe('调用凭据', () => {
  test('一次取来用两小时；到期前五分钟换新的', async () => {
    const wechat = client()
    for (let turn = 0; turn < 3; turn += 1) await ask(wechat)
    pass(minutes(114))
    await ask(wechat)
    expect(called('stable_token')).toHaveLength(1)
    pass(minutes(2))
    expect(await ask(wechat)).toEqual({ ok: true, phone: number })
    expect(called('stable_token')).toHaveLength(2)
  })

  test('十个人同时要，只取一次', async () => {
    const wechat = client()
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(wechat)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(called('stable_token')).toHaveLength(1)
  })

  test('永远用普通方式取：不把别的服务器正在用的顶掉', async () => {
    const [one, other] = [client(), client()]
    for (const wechat of [one, other, one]) expect(await ask(wechat)).toEqual({ ok: true, phone: number })
    for (const call of called('stable_token'))
      expect(JSON.parse(call.body)).toMatchObject({ force_refresh: false })
  })

  test.each([-1, 1])('这台电脑的钟差 %d 小时，也不要紧', async (hours) => {
    const spy = jest.spyOn(Date, 'now').mockImplementation(() => performance.timeOrigin + hours * minutes(60))
    const wechat = client({ clock: () => new Date(Date.now()) })
    standIn.advance(performance.timeOrigin + performance.now() - Date.now())
    expect(await ask(wechat)).toEqual({ ok: true, phone: number })
    pass(minutes(100))
    expect(await ask(wechat)).toEqual({ ok: true, phone: number })
    expect(called('stable_token')).toHaveLength(1)
    spy.mockRestore()
  })

  test.each([40001, 40014, 42001])('不认凭据（%d）：再取一次，再试一次，就成了', async (errcode) => {
    const wechat = client()
    await ask(wechat)
    standIn.meet({ kind: 'errcode', errcode, errmsg: 'invalid credential' })
    const code = standIn.issuePhoneCode('奶奶', number)
    // The stand-in spends the code even where it answers with an error: what counts is that it was asked again.
    await wechat.phoneNumber(code, standIn.openidOf('奶奶'))
    expect(called('stable_token')).toHaveLength(2)
    expect(called('getuserphonenumber').filter(({ body }) => body.includes(code))).toHaveLength(2)
  })

  test('凭据被作废：换新的，这个人不知道', async () => {
    const wechat = client()
    await ask(wechat)
    standIn.endTokens()
    expect(await ask(wechat)).toEqual({ ok: true, phone: number })
  })

  test('一直不认：只再试一次，不绕圈子', async () => {
    const wechat = client()
    await ask(wechat)
    const refused: WechatTrouble = { kind: 'errcode', errcode: 40001, errmsg: 'x' }
    standIn.meet(refused, { kind: 'delay', ms: 0 }, refused)
    expect(await ask(wechat)).toEqual(unavailable)
    expect(called('getuserphonenumber')).toHaveLength(3)
  })

  test('快到期时取不到新的，旧的还能用就用旧的', async () => {
    const wechat = client()
    await ask(wechat)
    pass(minutes(116))
    standIn.meet({ kind: 'html' })
    expect(await ask(wechat)).toEqual({ ok: true, phone: number })
  })

  const troubles: [string, WechatTrouble][] = [
    ['网页', { kind: 'html' }],
    ['100 MB', { kind: 'oversize', bytes: 100_000_000 }],
    ['断在中间', { kind: 'cutBody' }],
    ['每天的次数用完', { kind: 'errcode', errcode: 45009, errmsg: 'x' }],
  ]
  test.each(troubles)('取凭据时得到%s：暂时不能用，不往下走', async (_, trouble) => {
    standIn.meet(trouble)
    expect(await ask(client())).toEqual(unavailable)
    expect(called('getuserphonenumber')).toHaveLength(0)
  })

  test('取凭据、打电话号码、再试，一共不超过定好的时间', async () => {
    const wechat = client({ timeoutMs: 300 })
    await ask(wechat)
    standIn.meet({ kind: 'errcode', errcode: 40001, errmsg: 'x' }, { kind: 'delay', ms: 60_000 })
    expect(await ask(wechat)).toEqual(unavailable)
    expect(faults.at(-1)).toEqual({ kind: 'timeout' })
  })
})

describe('手机号', () => {
  test.each([['86'], [86]])('国家代码写成 %p 都认', async (countryCode) => {
    const code = standIn.issuePhoneCode('奶奶', number, countryCode)
    expect(await client().phoneNumber(code, standIn.openidOf('奶奶'))).toEqual({ ok: true, phone: number })
  })

  test('外地的号码：请自己填', async () => {
    const code = standIn.issuePhoneCode('奶奶', '4155550100', '1')
    expect(await client().phoneNumber(code, standIn.openidOf('奶奶'))).toEqual({
      ok: false,
      reason: 'foreign',
    })
  })

  test('码只能用一次，过五分钟不行，别人的不行', async () => {
    const wechat = client()
    const code = standIn.issuePhoneCode('奶奶', number)
    expect(await wechat.phoneNumber(code, standIn.openidOf('姑姑'))).toEqual(invalidCode)
    expect(await wechat.phoneNumber(code, standIn.openidOf('奶奶'))).toMatchObject({ ok: true })
    expect(await wechat.phoneNumber(code, standIn.openidOf('奶奶'))).toEqual(invalidCode)
    const old = standIn.issuePhoneCode('奶奶', number)
    pass(minutes(5) + 1)
    expect(await wechat.phoneNumber(old, standIn.openidOf('奶奶'))).toEqual(invalidCode)
  })

  test('水印是别的小程序的，或太旧：不用', async () => {
    standIn.phoneWatermark.appid = 'wxffffffffffffffff'
    expect(await ask(client())).toEqual(unavailable)
    standIn.phoneWatermark.appid = standIn.appid
    standIn.phoneWatermark.lateMs = minutes(11)
    expect(await ask(client())).toEqual(unavailable)
    expect(faults).toEqual([{ kind: 'unreadable' }, { kind: 'unreadable' }])
  })

  test('连续 5 次不通，先歇一歇；登录照常', async () => {
    const wechat = client()
    await ask(wechat)
    for (let turn = 0; turn < 5; turn += 1) {
      standIn.meet({ kind: 'html' })
      await ask(wechat)
    }
    const before = standIn.calls.length
    expect(await ask(wechat)).toEqual(unavailable)
    expect(standIn.calls).toHaveLength(before)
    expect(wechat.pausing()).toEqual({ login: false, api: true })
    expect(await wechat.exchangeCode(standIn.issueCode('奶奶'))).toMatchObject({ ok: true })
  })
})

describe('订阅消息', () => {
  const data = {
    character_string1: '202611250001',
    thing2: '您的事项有新进展',
    time3: '2026年11月25日 10:00',
  }
  const message = (changes: Partial<Message> = {}): Message => ({
    openid: standIn.openidOf('奶奶'),
    templateId: 'progressTemplate',
    page: 'packages/tracking/case/index?id=1',
    data,
    ...changes,
  })

  test('同意一次，发一次；消息编号一位不差', async () => {
    standIn.agree('奶奶', 'progressTemplate')
    const wechat = client()
    expect(await wechat.send(message())).toEqual({ ok: true, msgid: '1316263177503703041' })
    expect(standIn.sent).toEqual([
      { touser: standIn.openidOf('奶奶'), template: 'progressTemplate', page: message().page, data },
    ])
    expect(await wechat.send(message())).toEqual({ ok: false, reason: 'notAgreed' })
    expect(faults).toEqual([])
  })

  test.each([
    ['别的小程序的人', { openid: 'o_stranger' }],
    ['没有的模板', { templateId: 'none' }],
  ])('%s：永远发不成，不再试', async (_, changes) => {
    standIn.agree('奶奶', 'progressTemplate')
    expect(await client().send(message(changes))).toMatchObject({ ok: false, reason: 'badMessage' })
  })

  test('少一个字段：微信说出是哪个，我们也记得是哪个', async () => {
    standIn.agree('奶奶', 'progressTemplate')
    const { thing2: _, ...rest } = data
    expect(await client().send(message({ data: rest }))).toEqual({
      ok: false,
      reason: 'badMessage',
      field: 'thing2',
    })
  })

  test('发出去以后没听到回答：说不知道，不说没发', async () => {
    standIn.agree('奶奶', 'progressTemplate')
    const wechat = client()
    await ask(wechat)
    standIn.meet({ kind: 'unheard' })
    expect(await wechat.send(message())).toEqual({ ok: false, reason: 'unknown' })
    expect(standIn.sent).toHaveLength(1)
  })

  test('凭据取不到：没发，以后再发', async () => {
    standIn.meet({ kind: 'html' })
    expect(await client().send(message())).toEqual(unavailable)
    expect(standIn.sent).toHaveLength(0)
  })
})

describe('消息的字段，发以前就照微信的规矩看', () => {
  test.each([
    ['thing1', '您的事项有新进展', true],
    ['character_string1', '202611250001', true],
    ['character_string1', '中文', false],
    ['number1', '12', true],
    ['number1', '十二', false],
    ['time1', '2026年11月25日 10:00', true],
    ['time1', '10:00~11:00', true],
    ['time1', '明天', false],
    ['date1', '2026-11-25', true],
    ['amount1', '￥1200.5元', true],
    ['amount1', '一千', false],
    ['phone_number1', '+86-13812345678', true],
    ['phone_number1', '138123456781381234', false],
    ['name1', '欧阳·小明', true],
    ['name1', '十一个汉字的名字太长了吧', false],
    ['phrase1', '已受理', true],
    ['phrase1', '已受理了吗呢', false],
    ['phrase1', 'OK', false],
    ['letter1', 'abc', true],
    ['symbol1', '！', true],
    ['car_number1', '蒙C12345', true],
    ['thing1', '', false],
    ['thing1', '一行\n两行', false],
    ['unheard1', 'x', false],
    ['__proto__1', 'x', false],
    ['constructor', 'x', false],
  ])('%s = %j：%s', (key, text, fits) => {
    expect(fitFields({ [key]: text }).ok).toBe(fits)
  })

  test('thing 太长：按字剪到 20 个，不剪断一个字', () => {
    const rare = '𠮷'.repeat(25)
    expect(fitFields({ thing1: rare })).toEqual({ ok: true, data: { thing1: { value: '𠮷'.repeat(20) } } })
  })
})
