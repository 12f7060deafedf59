import type { ErrorCode } from '@contracts/errors'
import { setHelper } from '@server/store/helpers'
import { days } from '@server/clock'
import { Family, photo } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

const time = movableClock()
let api: TestApi
let family: Family
beforeAll(async () => {
  const limits = {
    uploads: { perDay: 3, bytesPerDay: 100_000 },
    helperUploads: { perDay: 5, bytesPerDay: 200_000 },
    uploadsInFlight: { bytes: 20_000, perAccount: 2 },
  }
  api = await startTestApi({ clock: time.clock, limits })
})
afterAll(() => api.close())
beforeEach(async () => {
  family = await Family.signIn(api)
})

const send = async (bytes: Buffer, of = family) => {
  const answer = await of.sendPhoto('childPhoto', bytes)
  return answer.statusCode === 201 ? 'ok' : answer.json<{ code: ErrorCode }>().code
}
const text = Buffer.from('这不是照片')

describe('一天能传多少', () => {
  it('不能收的也算：谁也不能白白让我们看一整天', async () => {
    expect([await send(text), await send(text), await send(await photo())]).toEqual([
      'NOT_A_PHOTO',
      'NOT_A_PHOTO',
      'ok',
    ])
    expect(await send(await photo())).toBe('UPLOAD_QUOTA')
  })

  it('删掉了也算', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { id } = await family.upload('childPhoto')
      await family.call({ method: 'DELETE', url: `/api/v1/attachments/${id}` })
    }
    expect(await send(await photo())).toBe('UPLOAD_QUOTA')
  })

  it('同一张重传不算', async () => {
    const [bytes, id] = [await photo(), '00000000-0000-4000-8000-000000000001']
    for (let times = 0; times < 6; times += 1)
      expect((await family.sendPhoto('childPhoto', bytes, id)).statusCode).toBe(201)
    expect(await send(await photo())).toBe('ok')
  })

  it('同时传很多张，也一张不多', async () => {
    const wide = await startTestApi({
      limits: { uploads: { perDay: 3, bytesPerDay: 1e9 }, uploadsInFlight: { bytes: 1e9, perAccount: 50 } },
    })
    try {
      const one = await Family.signIn(wide)
      const codes = await Promise.all(Array.from({ length: 12 }, async () => send(await photo(), one)))
      expect(codes.filter((code) => code === 'ok')).toHaveLength(3)
      expect(codes.filter((code) => code === 'UPLOAD_QUOTA')).toHaveLength(9)
    } finally {
      await wide.close()
    }
  })

  it('第二天又可以传，前一天的数不留', async () => {
    for (let times = 0; times < 4; times += 1) await send(await photo())
    time.advance(days(1))
    expect(await send(await photo())).toBe('ok')
    const accounts = await api.db.selectFrom('upload_day').select('account_id').execute()
    expect(new Set(accounts.map((row) => row.account_id)).size).toBe(accounts.length)
  })

  it('儿童主任多一些，记在审计里；取消以后和别人一样', async () => {
    const { caseNumber } = await family.apply()
    const parts = { db: api.db, clock: time.clock, auditKey: api.parts.auditKey }
    expect(await setHelper(parts, '000000000000', true)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await setHelper(parts, caseNumber, true)).ok).toBe(true)
    const codes: string[] = []
    for (let times = 0; times < 5; times += 1) codes.push(await send(text))
    expect(codes).toEqual([...Array<string>(4).fill('NOT_A_PHOTO'), 'UPLOAD_QUOTA'])
    expect((await setHelper(parts, caseNumber, false)).ok).toBe(true)
    const actions = await api.db
      .selectFrom('audit')
      .select('action')
      .where('actor_kind', '=', 'command')
      .execute()
    expect(actions.map(({ action }) => action)).toEqual(['helperNamed', 'helperEnded'])
  })
})

it('内存里放不下的，读之前就说忙', async () => {
  const answer = await family.sendPhoto('childPhoto', Buffer.alloc(30_000))
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'UNAVAILABLE'])
  expect(answer.headers['retry-after']).toBeDefined()
  expect(await send(await photo())).toBe('ok')
})
