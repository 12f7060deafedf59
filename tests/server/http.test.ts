import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { errorCodes, errorTable, type ErrorCode } from '@contracts/errors'
import { routes } from '@contracts/routes'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { answerBrokenRequest } from '@server/http/errors'
import { DeskClient } from './desk/deskClient'
import { Family, multipart, photo, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi()
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const json = { 'content-type': 'application/json' }

/** The one shape of every error, in Chinese, with a trace id that the log knows. */
function expectError(answer: LightMyRequestResponse, code: ErrorCode, field?: string): void {
  expect(answer.json()).toEqual({
    code,
    message: errorTable[code].message,
    traceId: expect.stringMatching(/^[0-9a-f]{16}$/),
    ...(field === undefined ? {} : { field }),
  })
  expect(answer.statusCode).toBe(errorTable[code].status)
  expect(answer.headers['cache-control']).toBe('no-store')
}

describe('错误都是一个样子：代码、中文、跟踪号', () => {
  const token = { headers: {} as Record<string, string> }
  beforeAll(() => {
    token.headers = { authorization: `Bearer ${family.token}` }
  })
  const send = (options: InjectOptions) =>
    api.app.inject({ ...options, headers: { ...token.headers, ...options.headers } })
  const submit = (payload: string | Buffer | object, headers: Record<string, string> = json) =>
    send({
      method: 'POST',
      url: '/api/v1/applications',
      payload,
      headers: { 'idempotency-key': randomUUID(), ...headers },
    })

  const table: [string, ErrorCode, () => Promise<LightMyRequestResponse>, string?][] = [
    ['JSON 写错', 'BAD_JSON', () => submit('{"service":')],
    ['JSON 是空的', 'BAD_JSON', () => submit('')],
    ['JSON 里有 __proto__', 'BAD_JSON', () => submit('{"__proto__":{"admin":true}}')],
    [
      '不是 JSON',
      'UNSUPPORTED_MEDIA_TYPE',
      () => submit('a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['内容太大', 'BODY_TOO_LARGE', () => submit({ filler: 'x'.repeat(300_000) })],
    ['缺字段', 'INVALID_FIELD', () => submit({ ...submission(), child: undefined }), 'child'],
    ['多出字段', 'INVALID_FIELD', () => submit({ ...submission(), status: 'confirmed' })],
    [
      '身份证号不对',
      'INVALID_FIELD',
      () => submit({ ...submission(), child: { name: '王小明', idNumber: '150302201506071230' } }),
      'child.idNumber',
    ],
    [
      '名字里有 NUL',
      'INVALID_FIELD',
      () => submit({ ...submission(), child: { name: '王\u0000明', idNumber: submission().child.idNumber } }),
      'child.name',
    ],
    [
      '没有提交编号',
      'IDEMPOTENCY_KEY_MISSING',
      () => send({ method: 'POST', url: '/api/v1/applications', payload: submission() }),
    ],
    ['提交编号有空格', 'IDEMPOTENCY_KEY_MISSING', () => submit(submission(), { 'idempotency-key': 'a b' })],
    ['没登录', 'NOT_SIGNED_IN', () => api.app.inject('/api/v1/applications')],
    [
      '登录凭证是乱写的',
      'NOT_SIGNED_IN',
      () =>
        api.app.inject({
          url: '/api/v1/applications',
          headers: { authorization: `Bearer ${'a'.repeat(43)}` },
        }),
    ],
    ['没有这个地址', 'NOT_FOUND', () => send({ url: '/api/v1/children' })],
    ['没有这件事', 'NOT_FOUND', () => send({ url: `/api/v1/applications/${randomUUID()}` })],
    ['编号不是编号', 'NOT_FOUND', () => send({ url: '/api/v1/applications/1' })],
    ['地址写坏了', 'INVALID_FIELD', () => send({ url: '/api/v1/applications/%E0%A4%A' })],
    ['地址里有 NUL', 'INVALID_FIELD', () => send({ url: '/api/v1/applications/%00' })],
    ['地址不是 UTF-8', 'INVALID_FIELD', () => send({ url: '/api/v1/applications/%FF' })],
    ['没有的地址也不许写坏', 'INVALID_FIELD', () => send({ url: '/nothing/%00' })],
    ['问号后面不是 UTF-8', 'INVALID_FIELD', () => send({ url: '/api/v1/applications?a=%FF' })],
    ['问号后面有 NUL', 'INVALID_FIELD', () => send({ url: '/?a=%00' })],
    ['问号后面同一个名字两次', 'INVALID_FIELD', () => send({ url: '/openapi.json?a=1&b=2&%61=3' })],
    ['问号后面有约定里没有的名字', 'INVALID_FIELD', () => send({ url: '/api/v1/applications?status=1' })],
    ['JSON 不是 UTF-8', 'BAD_JSON', () => submit(Buffer.from('{"service":"\u00ff"}', 'latin1'))],
    ['JSON 里有半个字符', 'INVALID_FIELD', () => submit('{"service":"\\ud800"}'), 'service'],
    ['JSON 里有 constructor.prototype', 'BAD_JSON', () => submit('{"constructor":{"prototype":{"a":1}}}')],
    ['JSON 套了一千层', 'INVALID_FIELD', () => submit('['.repeat(1000) + ']'.repeat(1000))],
    ['纯文本', 'UNSUPPORTED_MEDIA_TYPE', () => submit('hello', { 'content-type': 'text/plain' })],
    ['方法不对', 'METHOD_NOT_ALLOWED', () => send({ method: 'PUT', url: '/api/v1/applications' })],
    [
      '方法不对（带编号）',
      'METHOD_NOT_ALLOWED',
      () => send({ method: 'PATCH', url: `/api/v1/applications/${randomUUID()}` }),
    ],
    [
      '照片不是分段上传',
      'UNSUPPORTED_MEDIA_TYPE',
      () => send({ method: 'POST', url: '/api/v1/attachments', payload: {} }),
    ],
  ]
  for (const [name, code, ask, field] of table)
    it(`${name} → ${code}`, async () => expectError(await ask(), code, field))

  it('多出的字段名不会被念出来：它可能就是一个身份证号', async () => {
    const answer = await submit({ ...submission(), '150302201506071239': 1 })
    expect(answer.body).not.toContain('150302201506071239')
    expect(answer.json().field).toBeUndefined()
  })

  it('填错的内容不会被念出来', async () => {
    const answer = await submit({ ...submission(), applicant: { ...submission().applicant, phone: '12345' } })
    expectError(answer, 'INVALID_FIELD', 'applicant.phone')
    expect(answer.body).not.toContain('12345"')
  })

  it('405 说出可以用的方法', async () => {
    const answer = await send({ method: 'PUT', url: '/api/v1/applications' })
    expect(answer.headers.allow).toBe('POST, GET')
  })

  it('跟踪号是服务器给的，不是来的人给的', async () => {
    const answer = await send({
      url: '/api/v1/nothing',
      headers: { 'request-id': '王小明', 'x-request-id': '王小明' },
    })
    expect(answer.json().traceId).toMatch(/^[0-9a-f]{16}$/)
    expect(api.logs.join('')).toContain(answer.json().traceId)
  })

  it('错误表里的每一句都是中文，有句号', () => {
    for (const code of errorCodes) expect(errorTable[code].message).toMatch(/^[^A-Za-z]+。$/)
  })
})

it('工作台的表单里有 NUL：不收，也不算坏了', async () => {
  const desk = new DeskClient(api)
  await desk.get('/desk/sign-in')
  const answer = await desk.send('/desk/sign-in', { number: '12\u00003456', password: 'x' })
  expect(answer.statusCode).toBe(400)
})

describe('每个要登录的地址', () => {
  const citizen = Object.values(routes).filter(({ auth }) => auth === 'citizen')
  it.each(citizen.map((route) => [route.method, route.path] as const))(
    '%s %s：没登录就不行',
    async (method, path) => {
      const answer = await api.app.inject({ method, url: path.replace(':id', randomUUID()) })
      expectError(answer, 'NOT_SIGNED_IN')
    },
  )
})

describe('上传的样子', () => {
  const upload =
    (...names: string[]) =>
    async (): Promise<LightMyRequestResponse> => {
      const values: Record<string, string> = { paper: 'childHukouBook', clientId: randomUUID(), extra: '1' }
      const bytes = await photo()
      const parts = names.map((name) =>
        name === 'file' ? { name, value: bytes, fileName: 'x' } : { name, value: values[name] ?? '' },
      )
      return family.call({ method: 'POST', url: '/api/v1/attachments', ...multipart(parts) })
    }
  const uploads: [string, ErrorCode, () => Promise<LightMyRequestResponse>, string?][] = [
    ['两张照片', 'TOO_MANY_FILES', upload('paper', 'clientId', 'file', 'file')],
    ['没有照片', 'INVALID_FIELD', upload('paper', 'clientId'), 'file'],
    ['没说是什么材料', 'INVALID_FIELD', upload('clientId', 'file'), 'paper'],
    ['材料说了两遍', 'INVALID_FIELD', upload('paper', 'paper', 'clientId', 'file'), 'paper'],
    ['多出一个字段', 'INVALID_FIELD', upload('paper', 'clientId', 'extra', 'file')],
  ]
  for (const [name, code, ask, field] of uploads)
    it(`${name} → ${code}`, async () => expectError(await ask(), code, field))

  it('字段在照片后面也收', async () => {
    expect((await upload('file', 'paper', 'clientId')()).statusCode).toBe(201)
  })
})

describe('每个回答都有安全响应头，不被缓存', () => {
  it.each([
    ['/api/v1/service', 200],
    ['/api/v1/applications', 401],
    ['/api/v1/applications/%FF', 400],
    ['/healthz', 200],
    ['/openapi.json', 200],
    ['/nothing', 404],
    ['/desk', 303],
    ['/desk/sign-in', 200],
    ['/desk/nothing', 404],
    ['/desk/sign-in?a=1&a=2', 400],
  ])('%s（%d）', async (url, status) => {
    const { headers, statusCode } = await api.app.inject(url)
    expect(statusCode).toBe(status)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    // A page of the desk has its styles also when it says no.
    if (url.startsWith('/desk')) expect(policy).toContain("style-src 'self'")
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
    // An address that cannot be read is answered before any of the rest.
    if (url.includes('%')) return
    expect(headers['referrer-policy']).toMatch(/^(no-referrer|same-origin)$/)
    expect(headers['strict-transport-security']).toContain('max-age=')
  })
})

it('还没问过什么的连接到了时间，不声不响地关掉：浏览器会把先到的话当成回答', async () => {
  const server = createServer({ headersTimeout: 40, connectionsCheckingInterval: 20 })
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const heard = await new Promise<string>((resolve) => {
    let text = ''
    connect(port, '127.0.0.1')
      .on('data', (chunk) => (text += chunk.toString()))
      .on('close', () => resolve(text))
  })
  server.close()
  expect(heard).toBe('')
})

it('不是 HTTP 的内容也得到一句话', async () => {
  const { port } = new URL(api.url)
  const text = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('你好\r\n\r\n'))
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString())).on('close', () => resolve(heard))
  })
  expect(text).toContain('400 Bad Request')
  expect(text).toContain('"code":"BAD_JSON"')
  expect(text).toContain("content-security-policy: default-src 'none'")
})

it('服务信息：今天按乌海算', async () => {
  const answer = await api.app.inject('/api/v1/service')
  expect(answer.json()).toEqual({
    mode: 'demo',
    policyVersion: expect.any(String),
    today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
})
