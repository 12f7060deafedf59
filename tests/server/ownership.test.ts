import { randomUUID } from 'node:crypto'
import { routes, type Route } from '@contracts/routes'
import { Family, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let owner: Family
let stranger: Family
const owned = { applicationId: '', attached: '', loose: '' }
beforeAll(async () => {
  api = await startTestApi()
  owner = await Family.signIn(api)
  stranger = await Family.signIn(api)
  owned.applicationId = (await owner.apply()).applicationId
  owned.attached = (await owner.caseOf(owned.applicationId)).files[0]?.id ?? ''
  owned.loose = (await owner.upload('bankCard')).id
})
afterAll(() => api.close())

const rows = async () =>
  JSON.stringify({
    applications: await api.db.selectFrom('application').selectAll().execute(),
    events: await api.db.selectFrom('case_event').selectAll().execute(),
    attachments: await api.db.selectFrom('attachment').selectAll().orderBy('id').execute(),
    keys: await api.db.selectFrom('idempotency').select('key').execute(),
  })

/** A body good enough to get past the contract. */
const bodies: Record<string, object> = {
  provideSupplement: { version: 1, papers: [{ paper: 'bankCard', attachmentIds: [] }] },
  withdraw: { version: 1 },
  requestCorrection: { field: 'applicantName', value: '王秀兰' },
}

const withId = Object.entries<Route>(routes).filter(([, { path }]) => path.includes(':id'))
const foreignIds: [string, () => string][] = [
  ['别人的申请', () => owned.applicationId],
  ['别人交了的照片', () => owned.attached],
  ['别人没交的照片', () => owned.loose],
  ['没有的编号', () => randomUUID()],
  ['大写的编号', () => owned.applicationId.toUpperCase()],
]

describe('路由表里每一个带编号的地址，用别人的编号都是“没有找到”，什么也不变', () => {
  it('表里有这样的地址', () => expect(withId.length).toBeGreaterThanOrEqual(5))

  for (const [name, route] of withId) {
    it.each(foreignIds)(`${route.method} ${route.path}：%s`, async (_, id) => {
      const before = await rows()
      const answer = await stranger.call({
        method: route.method,
        url: route.path.replace(':id', id()),
        payload: bodies[name],
        headers: route.idempotent ? { 'idempotency-key': randomUUID() } : {},
      })
      expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' })
      expect(answer.statusCode).toBe(404)
      expect(await rows()).toBe(before)
    })
  }
})

it('列表里只有自己的', async () => {
  expect((await stranger.get('/api/v1/applications')).json()).toEqual({ cases: [] })
  expect((await owner.get('/api/v1/applications')).json().cases).toHaveLength(1)
})

it.each<[string, () => string]>([
  ['别人的照片', () => owned.loose],
  ['自己交过的照片', () => owned.attached],
  ['没有的照片', () => randomUUID()],
])('申请里放%s：说照片没收到，什么也不存', async (name, id) => {
  const before = await rows()
  const sender = name.startsWith('自己') ? owner : stranger
  const papers = [{ paper: 'bankCard', attachmentIds: [id()] }]
  const answer = await sender.submit(submission({ papers }))
  expect(answer.json()).toMatchObject({ code: 'ATTACHMENT_UNKNOWN', field: 'papers.0' })
  expect(await rows()).toBe(before)
})

it('为银行卡拍的照片，不能当户口本交', async () => {
  const { id } = await stranger.upload('bankCard')
  const papers = [{ paper: 'childHukouBook', attachmentIds: [id] }]
  expect((await stranger.submit(submission({ papers }))).json()).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' })
})

it('同一个孩子，两家先后申请：收到的回执一个样，互相看不见', async () => {
  const { child } = submission()
  const first = await owner.submit(submission({ child }))
  const second = await stranger.submit(submission({ child }))
  const shape = (body: object) => ({ ...body, applicationId: '', caseNumber: '', receivedAt: '' })
  expect(second.statusCode).toBe(first.statusCode)
  expect(shape(second.json())).toEqual(shape(first.json()))
  expect((await owner.get(`/api/v1/applications/${second.json().applicationId}`)).statusCode).toBe(404)
})

it('一小时里最多为 5 个不同的孩子申请；同一个孩子再来不算', async () => {
  const person = await Family.signIn(api)
  const { child } = submission()
  for (let count = 0; count < 4; count += 1) await person.apply()
  expect((await person.submit(submission({ child }))).statusCode).toBe(201)
  expect((await person.submit(submission())).json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect((await person.submit(submission({ child }))).statusCode).toBe(201)
})

it('一天里最多为同一个孩子申请 10 次；只算自己家的', async () => {
  const [person, other] = [await Family.signIn(api), await Family.signIn(api)]
  const { child } = submission()
  for (let count = 0; count < 10; count += 1) await person.apply({ child })
  expect((await person.submit(submission({ child }))).json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect((await person.submit(submission())).statusCode).toBe(201)
  expect((await other.submit(submission({ child }))).statusCode).toBe(201)
})
