import type { DeletionAnswer, Holdings } from '@contracts/rights'
import { days } from '@server/clock'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'
import { withoutQuotas } from './support/withoutQuotas'

let api: TestApi
const time = movableClock()
beforeAll(async () => {
  api = await startTestApi({ clock: time.clock, limits: withoutQuotas })
})
afterAll(() => api.close())

const me = async (family: Family) => (await family.get('/api/v1/me')).json<Holdings>()

/** Statements that one look at everything takes. */
async function statements(family: Family): Promise<number> {
  await me(family)
  const asked = jest.spyOn(api.db.getExecutor(), 'executeQuery')
  const connections = jest.spyOn(api.db.getExecutor(), 'provideConnection')
  await me(family)
  const count = asked.mock.calls.length + connections.mock.calls.length
  asked.mockRestore()
  connections.mockRestore()
  return count
}

it('申请再多，看自己的信息问数据库的次数也不变；每一件的同意、改正、答复都是自己的', async () => {
  const family = await Family.signIn(api)
  const first = await family.apply()
  const one = await statements(family)
  const others = [await family.apply(), await family.apply(), await family.apply()]
  expect(await statements(family)).toBe(one)

  const [corrected, refused] = others
  if (!corrected || !refused) throw new Error('no cases')
  await family.post(`/api/v1/applications/${corrected.applicationId}/corrections`, {
    field: 'other',
    value: '补一句',
  })
  const answer = await family.post(`/api/v1/applications/${refused.applicationId}/deletion`, {})
  const { cases } = await me(family)
  const by = new Map(cases.map((row) => [row.id, row]))
  expect(cases).toHaveLength(4)
  const consents = await api.db.selectFrom('consent').select(['id', 'application_id']).execute()
  for (const { id, consents: told } of cases) {
    const own = consents.filter(({ application_id }) => application_id === id)
    expect(told.map((row) => row.id).sort()).toEqual(own.map((row) => row.id).sort())
  }
  expect(cases.flatMap(({ id, corrections }) => corrections.map(() => id))).toEqual([corrected.applicationId])
  expect(by.get(refused.applicationId)?.deletionAnswer).toEqual(answer.json<DeletionAnswer>())
  expect(by.get(first.applicationId)?.deletionAnswer).toBeNull()
})

it('要过几份副本，也只打开一遍申请', async () => {
  const family = await Family.signIn(api)
  const { applicationId } = await family.apply()
  for (let turn = 0; turn < 3; turn += 1) {
    await family.post('/api/v1/me/copies', {})
    time.advance(days(2))
  }
  const opened = jest.spyOn(api.parts.envelope, 'openJson')
  expect((await me(family)).copies.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready'])
  const ofTheCase = opened.mock.calls.filter((call) => JSON.stringify(call).includes(applicationId))
  opened.mockRestore()
  expect(ofTheCase).toHaveLength(1)
})
