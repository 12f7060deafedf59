import crypto from 'node:crypto'
import { minutes } from '@server/clock'
import { addStaff, disableStaff, resetPassword } from '@server/store/staff'
import type { Result } from '@server/result'
import { decide } from '@server/usecases/decisions'
import { changePassword, signInStaff, staffOf } from '@server/usecases/staffSignIn'
import { codeNow } from './support/authenticator'
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

  describe('动态码', () => {
    const withCode = async () => {
      const added = await addStaff(
        api.parts,
        { name: '新人', role: 'street', division: '150302001' },
        api.parts.envelope,
      )
      const { number, password: right, secondFactor } = value(added)
      const code = () => codeNow(secondFactor?.secret ?? '', time.clock())
      const enter = (typed: string, secret = right) =>
        signInStaff(api.parts, { number, password: secret, code: typed }, 'test')
      return { number, code, enter }
    }
    const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

    it('密码和动态码都对才行；错了哪一样，说的是一样的话', async () => {
      const { code, enter } = await withCode()
      const answers = [await enter(''), await enter(wrongCode(code())), await enter(code(), 'wrong')]
      expect(answers).toEqual(answers.map(() => ({ ok: false, code: 'SIGN_IN_FAILED' })))
      expect(await enter(code())).toMatchObject({ ok: true })
    })

    it('一个码同时用 4 次，只有一次进得去', async () => {
      const { code, enter } = await withCode()
      const answers = await Promise.all(Array.from({ length: 4 }, () => enter(code())))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })

    it('错的动态码和错的密码一起算，五次就锁十分钟', async () => {
      const { code, enter } = await withCode()
      for (let count = 0; count < 3; count += 1) await enter(wrongCode(code()))
      for (let count = 0; count < 2; count += 1) await enter(code(), 'wrong')
      expect(await enter(code())).toMatchObject({ code: 'SIGN_IN_LOCKED' })
      time.advance(minutes(11))
      expect(await enter(code())).toMatchObject({ ok: true })
    })

    it('丢了手机：重设以后，旧的码不能用，新的能用', async () => {
      const { number, code, enter } = await withCode()
      const reset = value(await resetPassword(api.parts, number, api.parts.envelope))
      expect(await enter(code(), reset.password)).toMatchObject({ code: 'SIGN_IN_FAILED' })
      const next = codeNow(reset.secondFactor?.secret ?? '', time.clock())
      expect(await enter(next, reset.password)).toMatchObject({ ok: true })
    })

    it('生产环境里，没有动态码的账号进不去，密码对也不行', async () => {
      const first = await newcomer()
      const production = { ...api.parts, mode: 'production' as const }
      expect(await signInStaff(production, first, 'test')).toMatchObject({ code: 'SIGN_IN_FAILED' })
      expect(await signInStaff(api.parts, first, 'test')).toMatchObject({ ok: true })
    })
  })

  it('停用的账号不能重设：不给打不开的密码', async () => {
    const { number } = await newcomer()
    value(await disableStaff(api.parts, number))
    expect(await resetPassword(api.parts, number)).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' })
    expect(await disableStaff(api.parts, number)).toMatchObject({ ok: true })
  })

  it('没有的编号、停用的账号，和密码错是一样的话', async () => {
    const { number, password: right } = await newcomer()
    value(await disableStaff(api.parts, number))
    expect(await sign(number, right)).toEqual(await sign('000000', right))
  })

  it('没有的编号也是五次就锁、十分钟就开：说的话一次一次都一样', async () => {
    const { number } = await newcomer()
    const known: unknown[] = []
    const unknown: unknown[] = []
    for (const wait of [0, 0, 0, 0, 0, 0, 9, 2, 0, 0, 0, 0, 0, 60]) {
      time.advance(minutes(wait))
      known.push(await sign(number, 'wrong'))
      unknown.push(await sign('000001', 'wrong'))
    }
    expect(unknown).toEqual(known)
    expect(unknown.filter((answer) => (answer as { code: string }).code === 'SIGN_IN_LOCKED')).toHaveLength(3)
    const rows = await api.db
      .selectFrom('limit_use')
      .select('subject')
      .where('kind', 'like', 'signIn%')
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const { subject } of rows) expect(subject).toMatch(/^[0-9a-f]{64}$/)
  })

  it('同时猜一个没有的编号 12 次，也只算到五次就锁', async () => {
    await Promise.all(Array.from({ length: 12 }, () => sign('000002', 'wrong')))
    expect(await sign('000002', 'wrong')).toMatchObject({ code: 'SIGN_IN_LOCKED' })
  })

  it('锁着的和没锁的，算一样多：时间也看不出编号有没有', async () => {
    const { number } = await newcomer()
    for (const one of [number, '000003']) for (let count = 0; count < 5; count += 1) await sign(one, 'wrong')
    const work = jest.spyOn(crypto, 'scrypt')
    for (const one of [number, '000003', '000004']) {
      work.mockClear()
      await sign(one, 'wrong')
      expect(work).toHaveBeenCalledTimes(1)
    }
    work.mockRestore()
  })

  it.each([
    ['重设密码', resetPassword],
    ['停用', disableStaff],
  ] as const)('改密码的路上被%s：改不成，也不给新的登录', async (_, end) => {
    const first = await newcomer()
    const { token } = value(await sign(first.number, first.password))
    const person = value(await staffOf(api.parts, token))
    const changing = changePassword(api.parts, person, { current: first.password, next: password }, 'test')
    const ended: Result<unknown> = await end(api.parts, first.number)
    expect(await changing).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await sign(first.number, password)).toMatchObject({ code: 'SIGN_IN_FAILED' })
    const fresh = value(ended) as { password: string } | undefined
    if (fresh) expect(await sign(first.number, fresh.password)).toMatchObject({ ok: true })
    expect(await staffOf(api.parts, token)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  it('一个登录同时改两次密码：只有一次成', async () => {
    const first = await newcomer()
    const { token } = value(await sign(first.number, first.password))
    const person = value(await staffOf(api.parts, token))
    const answers = await Promise.all(
      [password, `${password}-2`].map((next) =>
        changePassword(api.parts, person, { current: first.password, next }, 'test'),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
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
