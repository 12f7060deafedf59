import { days } from '@server/clock'
import { openCase } from '@server/usecases/desk'
import { allowMoreReads } from '@server/usecases/readBudget'
import type { Staff } from '@server/usecases/staffSignIn'
import { DeskClient, wordsOf } from './desk/deskClient'
import { staffMember, value } from './support/desk'
import { Family } from './support/family'
import { movableClock, startTestApi, type TestApi } from './support/testApi'

const time = movableClock()
let api: TestApi
let ids: string[]
beforeAll(async () => {
  api = await startTestApi({ clock: time.clock, limits: { caseReadsPerDay: 2 } })
  const family = await Family.signIn(api)
  ids = []
  for (let count = 0; count < 5; count += 1) ids.push((await family.apply()).applicationId)
})
afterAll(() => api.close())

const open = async (who: Staff, index: number) => {
  const opened = await openCase(api.parts, who, ids[index] ?? '', 'test')
  return opened.ok ? 'ok' : opened.code
}

it('一天看几件不同的，到了上限就不给看；看过的还能看，别人不受影响，拒绝的也记一笔', async () => {
  const one = await staffMember(api, 'street', '150302001', '街道甲')
  const other = await staffMember(api, 'street', '150302001', '街道乙')
  const answers = []
  for (const index of [0, 0, 1, 2, 0, 1]) answers.push(await open(one, index))
  expect(answers).toEqual(['ok', 'ok', 'ok', 'READ_BUDGET', 'ok', 'ok'])
  expect(await open(other, 2)).toBe('ok')
  const refused = await api.db
    .selectFrom('audit')
    .select(['object_id'])
    .where('actor_id', '=', one.id)
    .where('action', '=', 'accessRefused')
    .execute()
  expect(refused).toEqual([{ object_id: ids[2] }])
})

it('负责人同意了，放开一次，多看同样多件，记在审计里；第二天从头算', async () => {
  const who = await staffMember(api, 'street', '150302001', '街道丙')
  for (const index of [0, 1]) expect(await open(who, index)).toBe('ok')
  expect(await open(who, 2)).toBe('READ_BUDGET')
  expect(await allowMoreReads(api.parts, '000000')).toMatchObject({ code: 'NOT_FOUND' })
  expect(value(await allowMoreReads(api.parts, who.number))).toBe(2)
  for (const index of [2, 3]) expect(await open(who, index)).toBe('ok')
  expect(await open(who, 4)).toBe('READ_BUDGET')
  const allowed = api.db.selectFrom('audit').select('object_id').where('action', '=', 'readsAllowed')
  expect(await allowed.execute()).toEqual([{ object_id: who.id }])
  time.advance(days(1))
  for (const index of [4, 3]) expect(await open(who, index)).toBe('ok')
  expect(await open(who, 0)).toBe('READ_BUDGET')
})

it('一起点开许多件，也只给这么多', async () => {
  const who = await staffMember(api, 'street', '150302001', '街道丁')
  const answers = await Promise.all(ids.map((_, index) => open(who, index)))
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2)
})

it('工作台上说清楚：怎么了，能做什么', async () => {
  const desk = await DeskClient.of(api, 'street', '150302001')
  for (const id of ids.slice(0, 2)) expect((await desk.get(`/desk/cases/${id}`)).statusCode).toBe(200)
  const answer = await desk.get(`/desk/cases/${ids[2] ?? ''}`)
  expect(answer.statusCode).toBe(429)
  expect(wordsOf(answer.body)).toContain('今天看的申请到了上限')
  expect(wordsOf(answer.body)).toContain('请负责人同意')
})
