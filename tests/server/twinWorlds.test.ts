import { randomUUID } from 'node:crypto'
import { routes, type Route } from '@contracts/routes'
import type { LightMyRequestResponse } from 'fastify'
import { addStaff, permit } from '@server/store/staff'
import { decide } from '@server/usecases/decisions'
import { openCase, readCasePhoto, readNumbers } from '@server/usecases/desk'
import { changeProtection } from '@server/usecases/protection'
import type { Staff } from '@server/usecases/staffSignIn'
import { staffMember, value, type Crew } from './support/desk'
import { Family, photo, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let staff: Pick<Crew, 'street' | 'district'>
let officer: Staff
/** The same in every world. */
let picture: Buffer
beforeAll(async () => {
  picture = await photo()
  api = await startTestApi()
  staff = {
    street: await staffMember(api, 'street', '150302001', '街道甲'),
    district: await staffMember(api, 'district', '150302', '区甲'),
  }
  officer = { ...(await staffMember(api, 'district', '150302', '保护科')), mayProtect: true }
})
afterAll(() => api.close())

async function applied(family: Family, child: { name: string; idNumber: string }): Promise<string> {
  const { id } = (await family.sendPhoto('childHukouBook', picture)).json<{ id: string }>()
  const papers = [{ paper: 'childHukouBook', attachmentIds: [id] }]
  return (await family.apply({ child, papers })).applicationId
}

const reason = '孩子说在家里挨打，老师已经报告。'
const protect = (id: string, kind: 'set' | 'lift' = 'set') =>
  changeProtection(api.parts, officer, id, kind === 'set' ? { kind, reason } : { kind }, 'test')

/** What differs between any two answers of one server: ids, moments, numbers of cases, the family's own numbers. */
const varying = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID'],
  [/"\d{12}"/g, '"NUMBER"'],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME'],
  [/"[0-9a-f]{64}"/g, '"HASH"'],
  [/"(traceId)":"[0-9a-f]+"/g, '"$1":"TRACE"'],
  [/"bytes":\d+/g, '"bytes":0'],
  [/"idNumber":"\d{17}[\dX]"/g, '"idNumber":"OWN"'],
] as const

/** An answer as far as it could tell something: status, headers and their order, body. */
function seen(answer: LightMyRequestResponse): string {
  const headers = Object.entries(answer.headers).filter(([name]) => name !== 'date')
  const text = JSON.stringify([answer.statusCode, headers, answer.body])
  return varying
    .reduce((result, [pattern, word]) => result.replace(pattern, word), text.replace(/\\"/g, '"'))
    .replace(/\["content-length",("?)\d+\1\]/, '["content-length",N]')
}

/** Every address of the table that a signed-in family can ask, with what belongs into it. */
const asks = Object.entries<Route>(routes).filter(
  ([name, { auth, upload }]) => auth === 'citizen' && !upload && name !== 'signOut',
)

async function everything(family: Family, id: string, child: { name: string; idNumber: string }) {
  const photo = (await family.caseOf(id)).files[0]?.id ?? ''
  const answers: Record<string, string> = {}
  for (const [name, route] of asks) {
    const answer = await family.call({
      method: route.method,
      url: route.path.replace(':id', route.path.includes('/attachments/') ? photo : id),
      headers: route.idempotent ? { 'idempotency-key': randomUUID() } : {},
      payload: bodies(name, child),
    })
    answers[`${route.method} ${route.path}`] = seen(answer)
  }
  return answers
}

function bodies(name: string, child: { name: string; idNumber: string }): object | undefined {
  if (name === 'submitApplication') return submission({ child })
  if (name === 'withdraw') return { version: 1 }
  return undefined
}

describe('封着的保护记录，和没有一样', () => {
  /** What people of the desk do with a case, in both worlds the same; a record is made in one of them. */
  async function world(isProtected: boolean, acts: (id: string, photo: string) => Promise<void>) {
    const family = await Family.signIn(api)
    const { child } = submission()
    const id = await applied(family, child)
    value(await openCase(api.parts, staff.street, id, 'test'))
    if (isProtected) value(await protect(id))
    await acts(id, (await family.caseOf(id)).files[0]?.id ?? '')
    return { id, answers: await everything(family, id, child) }
  }

  async function looks(id: string, attachmentId: string): Promise<void> {
    value(await openCase(api.parts, officer, id, 'test'))
    value(await readNumbers(api.parts, officer, id, 'test'))
    value(await readCasePhoto(api.parts, officer, { id, attachmentId }, 'test'))
  }

  async function confirms(id: string): Promise<void> {
    const steps = [
      [staff.street, 'accepted'],
      [staff.street, 'verified'],
      [officer, 'confirmed'],
    ] as const
    for (const [index, [who, kind]] of steps.entries()) {
      value(await openCase(api.parts, who, id, 'test'))
      value(await decide(api.parts, who, { applicationId: id, kind, version: index + 1 }, 'test'))
    }
  }

  it.each<[string, (id: string, photo: string) => Promise<void>, number]>([
    ['有权限的人只看', looks, 4],
    ['有权限的人看了、又办成', confirms, 4],
  ])('%s：家里能问的每一个地址，有没有保护记录，回答一字不差', async (_, acts, told) => {
    const [without, with_] = [await world(false, acts), await world(true, acts)]
    expect(asks.length).toBeGreaterThanOrEqual(15)
    expect(with_.answers).toEqual(without.answers)
    const list = with_.answers['GET /api/v1/applications/:id/accesses'] ?? ''
    expect(list.match(/"role":"/g)).toHaveLength(told)
    expect(list.match(/"role":"district"/g)?.length).toBeGreaterThan(0)
  })

  it('看到了保护记录，另记一笔，只在有记录的那一家', async () => {
    for (const [isProtected, times] of [
      [false, 0],
      [true, 1],
    ] as const) {
      const { id } = await world(isProtected, looks)
      const rows = await api.db
        .selectFrom('audit')
        .select(['actor_id', 'object_kind'])
        .where('application_id', '=', id)
        .where('action', '=', 'protectedRead')
        .execute()
      expect(rows).toEqual(Array(times).fill({ actor_id: officer.id, object_kind: 'protection' }))
    }
  })

  it('这样的比较看得出不一样：少一次查看就不同', async () => {
    const worlds = []
    for (const looks of [0, 1]) {
      const family = await Family.signIn(api)
      const { child } = submission()
      const applicationId = await applied(family, child)
      for (let count = 0; count < looks; count += 1)
        value(await openCase(api.parts, staff.street, applicationId, 'test'))
      worlds.push(await everything(family, applicationId, child))
    }
    expect(worlds[1]).not.toEqual(worlds[0])
  })

  it('有权限的看得到理由；街道和没有权限的区里看不到，页面一样', async () => {
    const { applicationId: id } = await (await Family.signIn(api)).apply()
    const before = [
      value(await openCase(api.parts, staff.street, id, 'test')),
      value(await openCase(api.parts, staff.district, id, 'test')),
    ]
    value(await protect(id))
    expect(value(await openCase(api.parts, officer, id, 'test')).protection?.inForce).toMatchObject({
      reason,
    })
    expect([
      value(await openCase(api.parts, staff.street, id, 'test')),
      value(await openCase(api.parts, staff.district, id, 'test')),
    ]).toEqual(before)
  })

  it('跟着孩子走：同一个孩子的另一家、另一件，也有', async () => {
    const { child } = submission()
    const { applicationId: one } = await (await Family.signIn(api)).apply({ child })
    const { applicationId: two } = await (await Family.signIn(api)).apply({ child })
    value(await protect(one))
    expect(value(await openCase(api.parts, officer, two, 'test')).protection?.inForce).toBeDefined()
    expect(await protect(two)).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' })
    value(await protect(two, 'lift'))
    expect(value(await openCase(api.parts, officer, one, 'test')).protection?.inForce).toBeUndefined()
    value(await protect(one))
  })

  it.each<[string, () => Promise<Staff>, string]>([
    ['街道', async () => staff.street, 'FORBIDDEN'],
    ['没有权限的区里', async () => staff.district, 'FORBIDDEN'],
    [
      '别的区有权限的',
      async () => ({ ...(await staffMember(api, 'district', '150303', '别区')), mayProtect: true }),
      'NOT_FOUND',
    ],
  ])('%s不能建', async (_, who, code) => {
    const { applicationId: id } = await (await Family.signIn(api)).apply()
    expect(await changeProtection(api.parts, await who(), id, { kind: 'set', reason }, 'test')).toMatchObject(
      { code },
    )
    expect(value(await openCase(api.parts, officer, id, 'test')).protection).toEqual({ inForce: undefined })
  })

  it('理由太短不收；建和解除都记在审计里，家里查看的记录里没有', async () => {
    const family = await Family.signIn(api)
    const { applicationId: id } = await family.apply()
    expect(
      await changeProtection(api.parts, officer, id, { kind: 'set', reason: '短' }, 'test'),
    ).toMatchObject({
      code: 'INVALID_FIELD',
    })
    value(await protect(id))
    value(await protect(id, 'lift'))
    const actions = await api.db
      .selectFrom('audit')
      .select('action')
      .where('application_id', '=', id)
      .execute()
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['protectionSet', 'protectionLifted']),
    )
    expect((await family.get(`/api/v1/applications/${id}/accesses`)).json()).toEqual({
      accesses: [],
      hasMore: false,
    })
  })

  it('权限给区里的账号，不给街道的；给了要重新登录', async () => {
    const street = value(await addStaff(api.parts, { name: '街道乙', role: 'street', division: '150302001' }))
    const district = value(await addStaff(api.parts, { name: '区乙', role: 'district', division: '150302' }))
    expect(await permit(api.parts, street.number, 'protection', true)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await permit(api.parts, district.number, 'protection', true)).toMatchObject({ ok: true })
    expect(await permit(api.parts, '000000', 'protection', true)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('问不出一个孩子登记过没有', () => {
  it('两家先后为同一个孩子申请，每一个地址的回答都和为新孩子申请的一样', async () => {
    const { child } = submission()
    await (await Family.signIn(api)).apply({ child })
    const worlds = []
    for (const one of [child, submission().child]) {
      const family = await Family.signIn(api)
      const applicationId = await applied(family, { ...one, name: child.name })
      worlds.push(await everything(family, applicationId, { ...one, name: child.name }))
    }
    expect(worlds[1]).toEqual(worlds[0])
  })

  it('一家办成了，另一家的进度不动', async () => {
    const { child } = submission()
    const first = await Family.signIn(api)
    const second = await Family.signIn(api)
    const { applicationId } = await first.apply({ child })
    const { applicationId: other } = await second.apply({ child })
    const before = (await second.get(`/api/v1/applications/${other}`)).body
    value(await decide(api.parts, staff.street, { applicationId, kind: 'accepted', version: 1 }, 'test'))
    expect((await second.get(`/api/v1/applications/${other}`)).body).toBe(before)
    expect((await second.get(`/api/v1/applications/${other}/accesses`)).json().accesses).toEqual([])
  })
})

describe('谁看过我孩子的材料', () => {
  it('单位、岗位、看了什么、什么时候，新的在前；没有姓名和编号', async () => {
    const family = await Family.signIn(api)
    const { applicationId: id } = await family.apply()
    value(await openCase(api.parts, staff.street, id, 'test'))
    value(await readNumbers(api.parts, staff.district, id, 'test'))
    const { body } = await family.get(`/api/v1/applications/${id}/accesses`)
    const { accesses } = JSON.parse(body) as { accesses: object[] }
    expect(accesses).toEqual([
      { what: 'numbers', role: 'district', office: '海勃湾区民政局', at: expect.any(String) },
      { what: 'file', role: 'street', office: '海勃湾区凤凰岭街道', at: expect.any(String) },
    ])
    for (const word of [staff.street.name, staff.street.number, staff.street.id])
      expect(body).not.toContain(word)
  })

  it('一页 20 条，翻得到最早的一条；翻过了头是空的', async () => {
    const family = await Family.signIn(api)
    const { applicationId: id } = await family.apply()
    for (let count = 0; count < 21; count += 1) value(await openCase(api.parts, staff.street, id, 'test'))
    const page = async (query: string) =>
      (await family.get(`/api/v1/applications/${id}/accesses${query}`)).json()
    expect((await page('')).accesses).toHaveLength(20)
    expect(await page('')).toMatchObject({ hasMore: true })
    expect((await page('?page=2')).accesses).toHaveLength(1)
    expect(await page('?page=3')).toEqual({ accesses: [], hasMore: false })
  })

  it.each(['?page=0', '?page=-1', '?page=1.5', '?page=99999', '?page=1&page=2', '?before=1', '?page='])(
    '%s 不收',
    async (query) => {
      const family = await Family.signIn(api)
      const { applicationId: id } = await family.apply()
      const answer = await family.get(`/api/v1/applications/${id}/accesses${query}`)
      expect(answer.statusCode).toBe(400)
    },
  )
})
