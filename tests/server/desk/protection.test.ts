import { minutes } from '@server/clock'
import { Family, submission } from '../support/family'
import { movableClock, startTestApi, type TestApi } from '../support/testApi'
import { DeskClient, newAccount, wordsOf } from './deskClient'

const clock = movableClock()
let api: TestApi
let street: DeskClient
let caseId: string
beforeAll(async () => {
  api = await startTestApi({ clock: clock.clock })
  street = await DeskClient.of(api, 'street', '150302001')
  caseId = (await (await Family.signIn(api)).apply()).applicationId
})
afterAll(() => api.close())

const eventsOfCase = () =>
  api.db.selectFrom('case_event').select('kind').where('application_id', '=', caseId).execute()

/** Every form of the desk. */
const forms = (): [string, Record<string, string>][] => [
  ['/desk/sign-in', { number: '123456', password: 'x' }],
  ['/desk/sign-out', {}],
  ['/desk/password', { current: 'a', next: 'b', again: 'b' }],
  [`/desk/cases/${caseId}/decisions`, { kind: 'accepted', version: '1' }],
  [`/desk/cases/${caseId}/numbers`, {}],
  [`/desk/cases/${caseId}/colleague`, { colleague: caseId }],
]

describe('别的网站发来的表单', () => {
  const foreign: [string, Record<string, string>][] = [
    ['别的网站', { origin: 'https://evil.example' }],
    ['同名别的端口', { origin: 'http://127.0.0.1:1' }],
    ['不说来处的页面', { origin: 'null' }],
    ['浏览器说是跨站', { 'sec-fetch-site': 'cross-site' }],
    ['浏览器说是同站别的地址', { 'sec-fetch-site': 'same-site' }],
  ]
  it.each(foreign)('%s：403，什么也没办', async (_name, headers) => {
    await street.get('/desk')
    for (const [address, form] of forms()) {
      const answer = await street.send(address, form, { ...headers })
      expect([address, answer.statusCode]).toEqual([address, 403])
      expect(wordsOf(answer.body)).toContain('不是从工作台打开的')
    }
    expect(await eventsOfCase()).toHaveLength(1)
    expect((await street.get('/desk')).statusCode).toBe(200)
  })

  it('没有本页的口令，或者是别人的口令：403', async () => {
    const other = await DeskClient.of(api, 'street', '150302001')
    await street.get('/desk')
    for (const token of ['', other.token, `${street.token}x`]) {
      for (const [address, form] of forms()) {
        const answer = await street.post(address, { ...form, token }, { origin: api.url })
        expect([address, token, answer.statusCode]).toEqual([address, token, 403])
      }
    }
    expect(await eventsOfCase()).toHaveLength(1)
  })

  it('只收表单，不收别的格式', async () => {
    const cookie = [...street.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await api.app.inject({
      method: 'POST',
      url: '/desk/sign-out',
      headers: { cookie, 'content-type': 'application/json' },
      payload: { token: street.token },
    })
    expect(answer.statusCode).toBe(415)
    expect(answer.headers['content-type']).toContain('text/html')
  })
})

describe('登录', () => {
  it('编号不存在、密码不对，是同一句话；输错五次，对的密码也要等十分钟', async () => {
    const { number, password } = await newAccount(api, 'street', '150302001')
    const desk = new DeskClient(api)
    await desk.get('/desk/sign-in')
    const wrong = { number, password: '不对' }
    const unknown = await desk.send('/desk/sign-in', { number: '000000', password: '不对' })
    const first = await desk.send('/desk/sign-in', wrong)
    expect([first.statusCode, unknown.statusCode]).toEqual([401, 401])
    const sentence = '编号、密码或动态码不对，请再看看。'
    expect([wordsOf(first.body), wordsOf(unknown.body)]).toEqual([
      expect.stringContaining(sentence),
      expect.stringContaining(sentence),
    ])
    for (let tries = 0; tries < 4; tries += 1) await desk.send('/desk/sign-in', wrong)
    const right = () => desk.send('/desk/sign-in', { number, password })
    expect((await right()).statusCode).toBe(429)
    clock.advance(minutes(9))
    expect((await right()).statusCode).toBe(429)
    clock.advance(minutes(2))
    expect((await right()).statusCode).toBe(303)
  })

  it('第一次的密码没改，哪一页都进不去', async () => {
    const desk = new DeskClient(api)
    const answer = await desk.signIn(await newAccount(api, 'street', '150302001'))
    expect(answer.headers.location).toBe('/desk/password')
    const pages = ['/desk', `/desk/cases/${caseId}`, `/desk/cases/${caseId}/photos/${caseId}`]
    for (const page of pages) {
      const { statusCode, headers } = await desk.get(page)
      expect([page, statusCode, headers.location]).toEqual([page, 303, '/desk/password'])
    }
    const decided = await desk.send(`/desk/cases/${caseId}/decisions`, { kind: 'accepted', version: '1' })
    expect(decided.headers.location).toBe('/desk/password')
    expect(await eventsOfCase()).toHaveLength(1)
  })

  it.each([
    ['太短', '短', '短', '新密码至少 12 个字'],
    ['两次不一样', '一二三四五六七八九十一二', '一二三四五六七八九十一三', '两次输的新密码不一样。'],
  ])('新密码%s，说得出哪里不对', async (_name, next, again, sentence) => {
    const desk = new DeskClient(api)
    await desk.signIn(await newAccount(api, 'street', '150302001'))
    const answer = await desk.send('/desk/password', { current: desk.firstPassword, next, again })
    expect([answer.statusCode, wordsOf(answer.body)]).toEqual([400, expect.stringContaining(sentence)])
  })

  it('十五分钟没有操作就退出；退出以后，旧的登录不能再用', async () => {
    const desk = await DeskClient.of(api, 'street', '150302001')
    const stolen = new Map(desk.cookies)
    clock.advance(minutes(16))
    expect((await desk.get('/desk')).headers.location).toBe('/desk/sign-in?ended=1')
    const again = await DeskClient.of(api, 'street', '150302001')
    for (const [name, value] of again.cookies) stolen.set(name, value)
    await again.send('/desk/sign-out', {})
    const thief = new DeskClient(api)
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await thief.get('/desk')).headers.location).toBe('/desk/sign-in')
  })

  it.each([
    ['demo', false],
    ['production', true],
  ] as const)('%s：登录只在工作台的路径上，脚本读不到，别的网站带不走', async (mode, secure) => {
    const other = await startTestApi({ mode })
    try {
      const desk = new DeskClient(other)
      const answer = await desk.signIn(await newAccount(other, 'street', '150302001'))
      const cookie = answer.cookies.find(({ name }) => name.endsWith('desk_session'))
      expect(cookie).toMatchObject({ path: '/desk', httpOnly: true, sameSite: 'Strict' })
      expect(cookie?.secure === true).toBe(secure)
    } finally {
      await other.close()
    }
  })
})

describe('页面', () => {
  const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'

  it('写进来的代码只当文字显示；没有一处脚本、行内样式', async () => {
    street = await DeskClient.of(api, 'street', '150302001', hostile)
    const version = '1'
    const papers = { paper: 'bankCard', 'why-bankCard': hostile }
    await street.get(`/desk/cases/${caseId}`)
    await street.send(`/desk/cases/${caseId}/decisions`, { kind: 'supplementRequested', version, ...papers })
    const desk = new DeskClient(api)
    await desk.get('/desk/sign-in')
    const pages = [
      await street.get('/desk'),
      await street.get(`/desk/cases/${caseId}`),
      await street.send(`/desk/cases/${caseId}/numbers`, {}),
      await desk.send('/desk/sign-in', { number: '"><b>', password: 'x' }),
      await street.get(`/desk/cases/${hostile}`),
    ]
    expect(wordsOf(pages[1]?.body ?? '')).toContain('alert(1)')
    for (const { body, headers } of pages) {
      const tags = body.match(/<[^>]*>/g)?.join('\n')
      expect(tags).not.toMatch(/<script|<style|src=x|\sstyle=|\son\w+=|javascript:/i)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'/,
      )
      expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('标题和地址里没有名字', async () => {
    await street.get(`/desk/cases/${caseId}`)
    expect(/<title>(.*)<\/title>/.exec(street.page)?.[1]).toMatch(/^编号 \d{4} \d{4} \d{4} - 乌海童护工作台$/)
  })

  it('写坏了的地址：也是中文的页面，带问题编号', async () => {
    const answer = await street.get('/desk/cases/%00')
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toMatch(/^text\/html/)
    expect(wordsOf(answer.body)).toMatch(/没有办成.*问题编号 [0-9a-f]{16}/)
  })

  it.each(['/desk/nothing', '/desk/cases/1', '/desk/../desk/x', '/desk/cases/1/photos/2'])(
    '%s：中文的页面，带问题编号',
    async (address) => {
      const answer = await street.get(address)
      expect(answer.statusCode).toBe(404)
      expect(wordsOf(answer.body)).toMatch(
        /没有找到，或者不归您这里办，或者同事在办。.*问题编号 [0-9a-f]{16}/,
      )
    },
  )

  it('日志里没有名字、证件号、电话、密码和写的理由', async () => {
    const { child, applicant } = submission()
    const secrets = [
      child.name,
      applicant.name,
      applicant.phone,
      'alert(1)',
      street.firstPassword,
      street.token,
    ]
    const log = api.logs.join('\n')
    expect(log).toContain('"route":"/desk/cases/:id/decisions"')
    for (const secret of secrets) expect(log).not.toContain(secret)
    expect(log).not.toMatch(/\d{17}[\dX]/)
  })
})
