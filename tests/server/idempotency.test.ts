import { randomUUID } from 'node:crypto'
import { decide } from '@server/usecases/decisions'
import type { Staff } from '@server/usecases/staffSignIn'
import { Family, photo, submission } from './support/family'
import { staffMember } from './support/desk'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: { children: { perHour: 1000, perDay: 1000, ofOnePerDay: 1000 } } })
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const count = async (table: 'application' | 'case_event' | 'consent' | 'outbox' | 'idempotency') =>
  (await api.db.selectFrom(table).selectAll().execute()).length
const counts = async () => ({
  applications: await count('application'),
  events: await count('case_event'),
  consents: await count('consent'),
  outbox: await count('outbox'),
  keys: await count('idempotency'),
})

describe('提交申请', () => {
  it('同一个编号、同样的内容：第一次的回执再来一遍，只有一件', async () => {
    const [key, body, before] = [randomUUID(), submission(), await counts()]
    const first = await family.submit(body, key)
    const second = await family.submit(body, key)
    expect(second.statusCode).toBe(201)
    expect(second.json()).toEqual(first.json())
    expect(await counts()).toEqual({
      applications: before.applications + 1,
      events: before.events + 1,
      consents: before.consents + 1,
      outbox: before.outbox + 1,
      keys: before.keys + 1,
    })
  })

  it('字段次序不同，还是同样的内容', async () => {
    const [key, body] = [randomUUID(), submission()]
    const first = await family.submit(body, key)
    const turned = Object.fromEntries(Object.entries(body).reverse()) as typeof body
    expect((await family.submit(turned, key)).json()).toEqual(first.json())
  })

  it('同时发 12 次：只有一件，12 个回执一个样', async () => {
    const [key, body, before] = [randomUUID(), submission(), await count('application')]
    const answers = await Promise.all(Array.from({ length: 12 }, () => family.submit(body, key)))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true)
    expect(await count('application')).toBe(before + 1)
  })

  it('同一个编号、内容改了：不收', async () => {
    const [key, body] = [randomUUID(), submission()]
    await family.submit(body, key)
    const before = await counts()
    const changed = { ...body, child: { ...body.child, name: '王小红' } }
    expect((await family.submit(changed, key)).json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    expect(await counts()).toEqual(before)
  })

  it('别人用了同一个编号：各是各的', async () => {
    const [key, other] = [randomUUID(), await Family.signIn(api)]
    const first = await family.submit(submission(), key)
    const second = await other.submit(submission(), key)
    expect(second.statusCode).toBe(201)
    expect(second.json().applicationId).not.toBe(first.json().applicationId)
  })

  it('没办成的不占编号：改好以后用同一个编号能交', async () => {
    const key = randomUUID()
    const before = await counts()
    expect((await family.submit(submission({ consents: [] }), key)).json()).toMatchObject({
      code: 'CONSENT_MISSING',
    })
    expect(await counts()).toEqual(before)
    expect((await family.submit(submission(), key)).statusCode).toBe(201)
  })

  it('同一个编号用在别的地方：不收', async () => {
    const key = randomUUID()
    const { applicationId } = (await family.submit(submission(), key)).json()
    const answer = await family.post(`/api/v1/applications/${applicationId}/withdrawal`, { version: 1 }, key)
    expect(answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })
})

describe('上传照片', () => {
  it('同一张再传：同一个回答，只存一张', async () => {
    const [clientId, bytes] = [randomUUID(), await photo()]
    const first = await family.sendPhoto('childPhoto', bytes, clientId)
    const again = await family.sendPhoto('childPhoto', bytes, clientId)
    expect(again.json()).toEqual(first.json())
  })

  it('同时传 4 次：只存一张', async () => {
    const [clientId, bytes] = [randomUUID(), await photo()]
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => family.sendPhoto('childPhoto', bytes, clientId)),
    )
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(4).fill(201))
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1)
    const rows = await api.db.selectFrom('attachment').selectAll().where('client_id', '=', clientId).execute()
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['换了一张', 'childPhoto', true],
    ['换了材料', 'bankCard', false],
  ] as const)('同一个编号%s：不收', async (_, paper, otherPicture) => {
    const [clientId, bytes] = [randomUUID(), await photo()]
    await family.sendPhoto('childPhoto', bytes, clientId)
    const answer = await family.sendPhoto(paper, otherPicture ? await photo(50, 60) : bytes, clientId)
    expect(answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })
})

describe('同时办一件事，只有一个人办成', () => {
  let clerk: Staff
  beforeAll(async () => {
    clerk = await staffMember(api, 'street', '150302')
  })

  it('十个人同时受理：一个办成，九个听到“刚有新变化”', async () => {
    const { applicationId } = await family.apply()
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        decide(api.parts, clerk, { applicationId, kind: 'accepted', version: 1 }, 'test'),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.code === 'STALE_VERSION')).toHaveLength(9)
    const { events } = await family.caseOf(applicationId)
    expect(events.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'submitted'],
      [2, 'accepted'],
    ])
  })

  it('家里撤回和街道受理同时来：一个办成', async () => {
    const { applicationId } = await family.apply()
    const [withdrawn, accepted] = await Promise.all([
      family.post(`/api/v1/applications/${applicationId}/withdrawal`, { version: 1 }),
      decide(api.parts, clerk, { applicationId, kind: 'accepted', version: 1 }, 'test'),
    ])
    expect([withdrawn.statusCode === 201, accepted.ok].filter(Boolean)).toHaveLength(1)
    expect((await family.caseOf(applicationId)).events).toHaveLength(2)
  })
})

it('一张照片不能同时进两件申请', async () => {
  const { id } = await family.upload('childHukouBook')
  const papers = [{ paper: 'childHukouBook', attachmentIds: [id] }]
  const answers = await Promise.all(Array.from({ length: 4 }, () => family.submit(submission({ papers }))))
  const codes = answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').sort()
  expect(codes).toEqual(['ATTACHMENT_UNKNOWN', 'ATTACHMENT_UNKNOWN', 'ATTACHMENT_UNKNOWN', 'ok'])
})
