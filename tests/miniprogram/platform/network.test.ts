import type * as Network from '@/platform/network'
import { load, type TaroStandIn } from './support/taro'

const network = (taro: TaroStandIn, target: 'weapp' | 'h5' = 'weapp') =>
  load<typeof Network>('network', target, taro)
const answers = (statusCode: number, data: unknown) => jest.fn(() => Promise.resolve({ statusCode, data }))
const get = { method: 'GET', path: '/api/v1/service' } as const

describe('request', () => {
  test.each([
    ['a success', 200, { a: 1 }, { a: 1 }],
    ['a refusal of the API: it lands in success as well', 422, { code: 'X' }, { code: 'X' }],
    ['JSON that came as text', 200, '{"a":1}', { a: 1 }],
    ['a page of a proxy', 502, '<html>', undefined],
    ['nothing', 204, '', undefined],
  ])('%s', async (_case, status, data, body) => {
    const answer = await network({ request: answers(status, data) }).request(get)
    expect(answer).toEqual({ ok: true, status, body })
  })

  test.each([
    ['request:fail timeout', 'timeout'],
    ['request:fail interrupted', 'interrupted'],
    ['request:fail errcode:-105 net::ERR_NAME_NOT_RESOLVED', 'offline'],
  ])('%s is %s', async (errMsg, reason) => {
    const request = jest.fn(() => Promise.reject({ errMsg }))
    expect(await network({ request }).request(get)).toEqual({ ok: false, reason })
  })

  test('a browser names its time-out AbortError', async () => {
    const request = jest.fn(() => Promise.reject(Object.assign(new Error('aborted'), { name: 'AbortError' })))
    expect(await network({ request }, 'h5').request(get)).toEqual({ ok: false, reason: 'timeout' })
  })

  test('an answer without a status is no answer', async () => {
    const request = jest.fn(() => Promise.resolve({ errMsg: '暂时不支持 API' }))
    expect(await network({ request }).request(get)).toEqual({ ok: false, reason: 'offline' })
  })

  test('the phone calls the address of the build, the browser its own origin', async () => {
    const request = answers(200, {})
    await network({ request }).request(get)
    await network({ request }, 'h5').request(get)
    const urls = request.mock.calls.map((call: unknown[]) => (call[0] as { url: string }).url)
    expect(urls).toEqual(['https://api.example/api/v1/service', '/api/v1/service'])
  })
})

describe('what is sent', () => {
  const path = '/api/v1/me/copies'
  test.each([
    ['WeChat says JSON of a POST without a body, so it gets some', 'weapp', { method: 'POST' }, '{}'],
    ['and of a DELETE', 'weapp', { method: 'DELETE' }, '{}'],
    ['a browser says nothing', 'h5', { method: 'POST' }, undefined],
    ['a GET has no body', 'weapp', { method: 'GET' }, undefined],
    ['a body is sent as it is', 'weapp', { method: 'POST', body: { a: 1 } }, { a: 1 }],
  ] as const)('%s', async (_case, target, call, data) => {
    const request = answers(201, {})
    await network({ request }, target).request({ path, ...call })
    const [sent] = request.mock.calls[0] as unknown as [{ data?: unknown }]
    expect(sent.data).toEqual(data)
  })
})

describe('upload', () => {
  const call = { path: '/api/v1/attachments', file: 'wxfile://a', fields: { paper: 'p' } }
  const task = (promise: Promise<unknown>, onProgressUpdate = jest.fn(), abort = jest.fn()) =>
    Object.assign(promise, { onProgressUpdate, abort })

  test('the text of the answer is read as JSON', async () => {
    const uploadFile = jest.fn(() => task(Promise.resolve({ statusCode: 201, data: '{"id":"1"}' })))
    const answer = await network({ uploadFile }).upload(call).answer
    expect(answer).toEqual({ ok: true, status: 201, body: { id: '1' } })
  })

  test('progress is told in hundredths', async () => {
    const heard: number[] = []
    const onProgressUpdate = jest.fn((tell: (event: { progress: number }) => void) => tell({ progress: 40 }))
    const uploadFile = jest.fn(() => task(Promise.resolve({ statusCode: 201, data: '' }), onProgressUpdate))
    await network({ uploadFile }).upload({ ...call, onProgress: (percent) => heard.push(percent) }).answer
    expect(heard).toEqual([40])
  })

  test('what was stopped by us is told as stopped', async () => {
    let stop: (error: unknown) => void = () => undefined
    const promise = new Promise((_resolve, reject) => (stop = reject))
    const abort = jest.fn(() => stop({ errMsg: 'uploadFile:fail abort' }))
    const upload = network({ uploadFile: jest.fn(() => task(promise, jest.fn(), abort)) }).upload(call)
    upload.abort()
    expect(await upload.answer).toEqual({ ok: false, reason: 'aborted' })
  })

  test.each([
    ['uploadFile:fail file not found', 'noFile'],
    ['uploadFile:fail timeout', 'timeout'],
    ['uploadFile:fail ', 'offline'],
  ])('%s is %s', async (errMsg, reason) => {
    const uploadFile = jest.fn(() => task(Promise.reject({ errMsg })))
    expect(await network({ uploadFile }).upload(call).answer).toEqual({ ok: false, reason })
  })

  test('an upload that never settles ends all the same', async () => {
    jest.useFakeTimers()
    const uploadFile = jest.fn(() => task(new Promise(() => undefined)))
    const upload = network({ uploadFile }).upload({ ...call, timeout: 1000 })
    jest.advanceTimersByTime(10_000)
    expect(await upload.answer).toEqual({ ok: false, reason: 'timeout' })
    jest.useRealTimers()
  })
})
