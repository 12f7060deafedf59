import type * as TheSession from '@/stores/session'
import { phone, sealedStorage as mockSealedStorage, storage as mockStorage } from '../support/phone'
import {
  connection as mockConnection,
  lost,
  network as mockNetwork,
  ok,
  refusal,
  server,
  session,
} from '../support/server'

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/network', () => mockNetwork)
jest.mock('@/platform/connection', () => mockConnection)
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/randomId', () => ({
  randomId: () => Promise.resolve('3b241101-e2bb-4255-8caf-4136c566a962'),
}))

type SessionStore = typeof TheSession

function launch(): SessionStore {
  let store: SessionStore | undefined
  jest.isolateModules(() => (store = jest.requireActual<SessionStore>('@/stores/session')))
  if (!store) throw new Error('not loaded')
  return store
}

beforeEach(() => {
  phone.reset()
  server.reset()
})

const signIns = () => server.callsTo('/api/v1/sessions/demo')

test('读会话不发任何请求', async () => {
  expect(await launch().readSession()).toBe(false)
  expect(server.calls).toEqual([])
})

test('两件事同时要登录：只登录一次', async () => {
  const { ensureSession } = launch()
  const tokens = await Promise.all([ensureSession(), ensureSession()])
  expect(tokens).toEqual([
    { ok: true, value: 't1' },
    { ok: true, value: 't1' },
  ])
  expect(signIns()).toHaveLength(1)
})

test('关掉再打开：还是同一个会话，不再登录', async () => {
  await launch().ensureSession()
  expect(await launch().ensureSession()).toEqual({ ok: true, value: 't1' })
  expect(signIns()).toHaveLength(1)
})

test('过了期的会话不用', async () => {
  phone.kept.set('session', { token: 'old', expiresAt: '2020-01-01T00:00:00.000Z' })
  expect(await launch().ensureSession()).toEqual({ ok: true, value: 't1' })
})

test.each(['SESSION_EXPIRED', 'NOT_SIGNED_IN'] as const)('%s：再登录一次，再办一次', async (code) => {
  server.replies['/api/v1/sessions/demo'] = [ok(201, session('t1')), ok(201, session('t2'))]
  const tried: string[] = []
  const { withSession } = launch()
  const outcome = await withSession((token) => {
    tried.push(token)
    return Promise.resolve(tried.length === 1 ? { ok: false, code } : { ok: true })
  })
  expect(outcome).toEqual({ ok: true })
  expect(tried).toEqual(['t1', 't2'])
})

test('一直说过期：只重来一次，不转圈', async () => {
  let tries = 0
  const outcome = await launch().withSession(() => {
    tries += 1
    return Promise.resolve({ ok: false, code: 'SESSION_EXPIRED' })
  })
  expect(outcome).toMatchObject({ ok: false })
  expect(tries).toBe(2)
})

test('正式环境的浏览器里不能登录：请在微信里打开', async () => {
  server.replies['/api/v1/service'] = [
    ok(200, { mode: 'production', policyVersion: 'v', today: '2026-11-24' }),
  ]
  expect(await launch().ensureSession()).toMatchObject({
    ok: false,
    is: 'refused',
    message: expect.stringContaining('请在微信里打开') as unknown,
  })
  expect(signIns()).toHaveLength(0)
})

test.each([
  ['没有回音', lost, 'unknown'],
  ['登录繁忙', refusal('TOO_MANY_REQUESTS'), 'refused'],
  ['回来的是酒店的登录页', ok(200, '<html>'), 'unknown'],
] as const)('%s：说清楚，下次再登录', async (_, answer, is) => {
  server.replies['/api/v1/sessions/demo'] = [answer, ok(201, session('t2'))]
  const { ensureSession } = launch()
  expect(await ensureSession()).toMatchObject({ ok: false, is, isRetryable: true })
  expect(await ensureSession()).toEqual({ ok: true, value: 't2' })
})

test('退出：手机里没有会话了，服务器也知道', async () => {
  const { ensureSession, signOut, useSession } = launch()
  await ensureSession()
  await signOut()
  expect(useSession.getState().session).toBeUndefined()
  expect(phone.kept.has('session')).toBe(false)
  expect(server.callsTo('/api/v1/sessions/current')[0]).toMatchObject({
    method: 'DELETE',
    headers: { authorization: 'Bearer t1' },
  })
})
