import type * as SignIn from '@/platform/signIn'
import type * as Privacy from '@/platform/privacy'
import type * as Phone from '@/platform/phone'
import { load, resolvesUnsupported, succeeds, fails } from './support/taro'

describe('微信登录', () => {
  test('a code is handed on', async () => {
    const login = jest.fn(() => Promise.resolve({ code: 'c1', errMsg: 'login:ok' }))
    expect(await load<typeof SignIn>('signIn', 'weapp', { login }).loginCode()).toEqual({
      ok: true,
      code: 'c1',
    })
  })

  test.each([
    ['an answer without a code', resolvesUnsupported()],
    ['an empty code', jest.fn(() => Promise.resolve({ code: '' }))],
    ['a refusal', jest.fn(() => Promise.reject(new Error('login:fail')))],
  ])('%s is no sign-in', async (_case, login) => {
    const answer = await load<typeof SignIn>('signIn', 'weapp', { login }).loginCode()
    expect(answer).toEqual({ ok: false, reason: 'failed' })
  })

  test('a browser has no WeChat login, and Taro is not even asked', async () => {
    const login = resolvesUnsupported()
    const answer = await load<typeof SignIn>('signIn', 'h5', { login }).loginCode()
    expect(answer).toEqual({ ok: false, reason: 'unsupported' })
    expect(login).not.toHaveBeenCalled()
  })
})

describe('隐私授权', () => {
  test.each([
    ['still to be asked', true, 'needed'],
    ['given before', false, 'given'],
  ])('the state is read: %s', async (_case, needAuthorization, state) => {
    const getPrivacySetting = succeeds({ needAuthorization })
    expect(await load<typeof Privacy>('privacy', 'weapp', { getPrivacySetting }).privacyState()).toBe(state)
  })

  test.each([
    ['agreed', succeeds({})],
    ['refused', fails('requirePrivacyAuthorize:fail privacy permission is not authorized')],
  ])('the answer is told: %s', async (answer, requirePrivacyAuthorize) => {
    expect(await load<typeof Privacy>('privacy', 'weapp', { requirePrivacyAuthorize }).askPrivacy()).toBe(
      answer,
    )
  })

  test('old WeChat without the gate, and a browser, are passed without a question', async () => {
    for (const target of ['weapp', 'h5'] as const) {
      const privacy = load<typeof Privacy>('privacy', target)
      expect(await privacy.privacyState()).toBe('unsupported')
      expect(await privacy.askPrivacy()).toBe('unsupported')
      expect(await privacy.openPrivacyGuide()).toBe(false)
    }
  })
})

describe('打电话', () => {
  test.each([
    ['12345', '12345'],
    ['0473-3998766', '04733998766'],
    ['+86 473 399 8766', '+864733998766'],
  ])('%s is dialled as %s', async (printed, dialled) => {
    const makePhoneCall = jest.fn(() => Promise.resolve({}))
    expect(await load<typeof Phone>('phone', 'weapp', { makePhoneCall }).call(printed)).toBe('calling')
    expect(makePhoneCall).toHaveBeenCalledWith({ phoneNumber: dialled })
  })

  test.each([
    ['makePhoneCall:fail cancel', 'cancelled'],
    ['makePhoneCall:fail', 'failed'],
  ])('%s is told as %s', async (errMsg, outcome) => {
    const makePhoneCall = jest.fn(() => Promise.reject({ errMsg }))
    expect(await load<typeof Phone>('phone', 'weapp', { makePhoneCall }).call('12345')).toBe(outcome)
  })
})
