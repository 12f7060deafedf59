import { decide, type Decision, type StaffEventKind } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import type { Staff } from '@server/usecases/staffSignIn'
import { crew, value, verifiedCase, type Crew, type CrewName } from './support/desk'
import { Family } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let family: Family
let staff: Crew
beforeAll(async () => {
  api = await startTestApi({ limits: { children: { perHour: 1000, perDay: 1000, ofOnePerDay: 1000 } } })
  staff = await crew(api)
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const reason = '材料不能说明妈妈在服刑，请补判决书。'
const supplement = { papers: [{ paper: 'mother.criminalJudgment', reason: '没有盖章的一页' }] }
const act = (
  name: CrewName,
  applicationId: string,
  kind: StaffEventKind,
  version: number,
  more: Partial<Decision> = {},
) => decide(api.parts, staff[name], { applicationId, kind, version, ...more }, 'test')
const kinds = async (id: string) => (await family.caseOf(id)).events.map(({ kind }) => kind)

describe('一件事从头到尾', () => {
  it('受理 → 补正 → 补交 → 查验 → 确认，家里每一步都看得见', async () => {
    const { applicationId } = await family.apply()
    value(await act('street', applicationId, 'accepted', 1))
    value(await act('street', applicationId, 'supplementRequested', 2, { supplement }))
    expect(await family.caseOf(applicationId)).toMatchObject({
      status: 'supplementRequested',
      needsFamily: true,
      supplement,
    })
    const { id } = await family.upload('mother.criminalJudgment')
    const papers = [{ paper: 'mother.criminalJudgment', attachmentIds: [id] }]
    const answer = await family.post(`/api/v1/applications/${applicationId}/supplements`, {
      version: 3,
      papers,
    })
    expect(answer.json()).toMatchObject({ status: 'accepted', version: 4, needsFamily: false })
    expect(answer.json().papersLater).not.toContain('mother.criminalJudgment')
    expect(answer.json().files).toContainEqual(expect.objectContaining({ id, addedInEvent: 4 }))
    value(await act('street', applicationId, 'verified', 4))
    value(await act('district', applicationId, 'confirmed', 5))
    const { events, status } = await family.caseOf(applicationId)
    expect(status).toBe('confirmed')
    expect(events.map(({ kind, by, office }) => [kind, by, office])).toEqual([
      ['submitted', 'family', undefined],
      ['accepted', 'street', '海勃湾区凤凰岭街道'],
      ['supplementRequested', 'street', '海勃湾区凤凰岭街道'],
      ['supplementProvided', 'family', undefined],
      ['verified', 'street', '海勃湾区凤凰岭街道'],
      ['confirmed', 'district', '海勃湾区民政局'],
    ])
  })

  it('不予确认：书面理由原样给家里看，经办人的名字不给', async () => {
    const id = await verifiedCase(api, staff, family)
    value(await act('district', id, 'refused', 3, { reason: `  ${reason}  ` }))
    const detail = await family.caseOf(id)
    expect(detail.status).toBe('refused')
    expect(detail.events[3]).toMatchObject({ kind: 'refused', reason })
    expect(JSON.stringify(detail)).not.toContain('区甲')
  })

  it('撤回以后，谁也不能再办', async () => {
    const { applicationId } = await family.apply()
    const answer = await family.post(`/api/v1/applications/${applicationId}/withdrawal`, { version: 1 })
    expect(answer.json()).toMatchObject({ status: 'withdrawn' })
    expect(await act('street', applicationId, 'accepted', 2)).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' })
  })

  it('没有请您补，就不能补交', async () => {
    const { applicationId } = await family.apply()
    const papers = [{ paper: 'bankCard', attachmentIds: [(await family.upload('bankCard')).id] }]
    const answer = await family.post(`/api/v1/applications/${applicationId}/supplements`, {
      version: 1,
      papers,
    })
    expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' })
  })

  it.each<[string, (id: string) => object[], string]>([
    ['没要的材料', (id) => [{ paper: 'bankCard', attachmentIds: [id] }], 'papers.0.paper'],
  ])('补交%s：不收，还在等补', async (_, papers, field) => {
    const { applicationId } = await family.apply()
    value(await act('street', applicationId, 'supplementRequested', 1, { supplement }))
    const { id } = await family.upload('bankCard')
    const answer = await family.post(`/api/v1/applications/${applicationId}/supplements`, {
      version: 2,
      papers: papers(id),
    })
    expect(answer.json()).toMatchObject({ code: 'INVALID_FIELD', field })
    expect(await kinds(applicationId)).toEqual(['submitted', 'supplementRequested'])
  })
})

describe('不该办的，不让办', () => {
  const table: [string, CrewName, StaffEventKind, Partial<Decision>, string][] = [
    ['区里不能受理', 'district', 'accepted', {}, 'NOT_ALLOWED_IN_STATE'],
    ['街道不能确认', 'street', 'confirmed', {}, 'FORBIDDEN'],
    ['街道不能不予确认', 'street', 'refused', { reason }, 'FORBIDDEN'],
    ['不写理由，不能不予确认', 'district', 'refused', {}, 'INVALID_FIELD'],
    ['理由太短，不能不予确认', 'district', 'refused', { reason: '不符合。' }, 'INVALID_FIELD'],
    ['全是空格不是理由', 'district', 'refused', { reason: ' '.repeat(30) }, 'INVALID_FIELD'],
    ['没说补什么，不能要求补正', 'street', 'supplementRequested', {}, 'INVALID_FIELD'],
    [
      '一样材料要两遍',
      'street',
      'supplementRequested',
      { supplement: { papers: [...supplement.papers, ...supplement.papers] } },
      'INVALID_FIELD',
    ],
    ['看的是旧的', 'district', 'confirmed', { version: 2 }, 'STALE_VERSION'],
    ['看的是没有的版本', 'district', 'confirmed', { version: 9 }, 'STALE_VERSION'],
  ]
  it.each(table)('%s', async (_, name, kind, more, code) => {
    const id = await verifiedCase(api, staff, family)
    expect(await act(name, id, kind, 3, more)).toMatchObject({ ok: false, code })
    expect(await kinds(id)).toEqual(['submitted', 'accepted', 'verified'])
  })

  it('办过前面的人调到区里，也不能自己定（经办和审核分开）', async () => {
    const id = await verifiedCase(api, staff, family)
    await api.db
      .updateTable('staff')
      .set({ role: 'district', division: '150302' })
      .where('id', '=', staff.street.id)
      .execute()
    const moved: Staff = { ...staff.street, role: 'district', division: '150302' }
    for (const kind of ['confirmed', 'refused'] as const)
      expect(
        await decide(api.parts, moved, { applicationId: id, kind, version: 3, reason }, 'test'),
      ).toMatchObject({ code: 'FORBIDDEN' })
    expect(value(await openCase(api.parts, moved, id, 'test')).mayNotDecide).toBe(true)
    expect(value(await openCase(api.parts, staff.district, id, 'test')).mayNotDecide).toBe(false)
    await api.db
      .updateTable('staff')
      .set({ role: 'street', division: '150302001' })
      .where('id', '=', staff.street.id)
      .execute()
  })
})
