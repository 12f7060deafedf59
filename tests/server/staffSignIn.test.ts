import { minutes } from '@server/clock'
import { addStaff, disableStaff, resetPassword } from '@server/store/staff'
import { decide } from '@server/usecases/decisions'
import { changePassword, signInStaff, staffOf } from '@server/usecases/staffSignIn'
import { password, value } from './support/desk'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

const time = movableClock()
let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ clock: time.clock })
  family = await Family.signIn(api)
})
afterAll(() => api.close())

describe('工作台登录', () => {
  const newcomer = async () =>
    value(await addStaff(api.parts, { name: '新人', role: 'street', division: '150302001' }))
  const sign = (number: string, secret: string) =>
    signInStaff(api.parts, { number, password: secret }, 'test')

  it('第一个密码改了才能办事；改了以后，旧密码和旧登录都不能用', async () => {
    const first = await newcomer()
    const { token, mustChangePassword } = value(await sign(first.number, first.password))
    expect(mustChangePassword).toBe(true)
    const person = value(await staffOf(api.parts, token))
    const { applicationId } = await family.apply()
    expect(
      await decide(api.parts, person, { applicationId, kind: 'accepted', version: 1 }, 'test'),
    ).toMatchObject({ code: 'FORBIDDEN' })
    for (const next of ['短', first.password])
      expect(
        await changePassword(api.parts, person, { current: first.password, next }, 'test'),
      ).toMatchObject({ code: 'INVALID_FIELD' })
    value(await changePassword(api.parts, person, { current: first.password, next: password }, 'test'))
    expect(await staffOf(api.parts, token)).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await sign(first.number, first.password)).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(value(await sign(first.number, password)).mustChangePassword).toBe(false)
  })

  it('错五次锁十分钟，这时对的密码也不行；到时候就行', async () => {
    const { number, password: right } = await newcomer()
    for (let count = 0; count < 5; count += 1)
      expect(await sign(number, 'wrong')).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(await sign(number, right)).toMatchObject({ code: 'SIGN_IN_LOCKED' })
    time.advance(minutes(9))
    expect(await sign(number, right)).toMatchObject({ code: 'SIGN_IN_LOCKED' })
    time.advance(minutes(2))
    expect(await sign(number, right)).toMatchObject({ ok: true })
  })

  it('同时猜 12 次，也只算到五次就锁', async () => {
    const { number, password: right } = await newcomer()
    await Promise.all(Array.from({ length: 12 }, () => sign(number, 'wrong')))
    expect(await sign(number, right)).toMatchObject({ code: 'SIGN_IN_LOCKED' })
  })

  it('没有的编号、停用的账号，和密码错是一样的话', async () => {
    const { number, password: right } = await newcomer()
    value(await disableStaff(api.parts, number))
    expect(await sign(number, right)).toEqual(await sign('000000', right))
  })

  it('停用、重设密码：正在用的登录马上失效', async () => {
    for (const end of [disableStaff, resetPassword]) {
      const first = await newcomer()
      const { token } = value(await sign(first.number, first.password))
      expect((await staffOf(api.parts, token)).ok).toBe(true)
      value<unknown>(await end(api.parts, first.number))
      expect(await staffOf(api.parts, token)).toMatchObject({ code: 'NOT_SIGNED_IN' })
    }
  })

  it('15 分钟不动就要重新登录', async () => {
    const first = await newcomer()
    const { token } = value(await sign(first.number, first.password))
    time.advance(minutes(14))
    expect((await staffOf(api.parts, token)).ok).toBe(true)
    time.advance(minutes(16))
    expect(await staffOf(api.parts, token)).toMatchObject({ code: 'SESSION_EXPIRED' })
  })

  it.each([
    ['street', '150302001', true],
    ['street', '150302', true],
    ['district', '150302', true],
    ['district', '150302001', false],
    ['street', '150302999', false],
    ['street', '150301', false],
    ['district', '150300', false],
    ['district', '330113', false],
  ] as const)('%s 在 %s 建账号：%s', async (role, division, fits) => {
    expect((await addStaff(api.parts, { name: '新人', role, division })).ok).toBe(fits)
  })
})
