import type { Correction } from '@contracts/rights'
import { openApplication } from '@server/store/applications'
import { decide } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { decideCorrection } from '@server/usecases/rights/corrections'
import { crew, hand, staffMember, value, verifiedCase, type Crew } from './support/desk'
import { Family, idNumber } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

let api: TestApi
let staff: Crew
let family: Family
beforeAll(async () => {
  api = await startTestApi()
  staff = await crew(api)
})
beforeEach(async () => {
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const ask = async (id: string, field: string, wanted: string) =>
  (await family.post(`/api/v1/applications/${id}/corrections`, { field, value: wanted })).json<Correction>()
    .id
const accept = (person: Crew['street'], applicationId: string, correctionId: string) =>
  decideCorrection(api.parts, person, { applicationId, correctionId, accept: true, answer: '' }, 'test')
/** What happened first to a case that was corrected and decided at once. */
async function order(id: string): Promise<string> {
  const [accepted, confirmed] = await Promise.all([
    api.db
      .selectFrom('correction')
      .select('decided_at as at')
      .where('application_id', '=', id)
      .where('status', '=', 'accepted')
      .executeTakeFirst(),
    api.db
      .selectFrom('case_event')
      .select('at')
      .where('application_id', '=', id)
      .where('kind', '=', 'confirmed')
      .executeTakeFirst(),
  ])
  if (!accepted?.at || !confirmed) return accepted?.at ? '只改了' : confirmed ? '只批准了' : '都没有'
  return accepted.at < confirmed.at ? '改了以后照旧批准' : '批准以后才改'
}

const childOf = async (id: string) =>
  openApplication(
    api.parts,
    await api.db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  ).child

describe('改正不绕过审核', () => {
  it('街道查验过了：街道不能再改，区里能改', async () => {
    const id = await verifiedCase(api, staff, family)
    const correction = await ask(id, 'childIdNumber', idNumber('20140101'))
    const before = await childOf(id)
    expect(await accept(staff.street, id, correction)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await childOf(id)).toEqual(before)
    value(await accept(staff.district, id, correction))
    expect((await childOf(id)).idNumber).not.toBe(before.idNumber)
  })

  it('批准以后：批准的人也不能改，换一个人才能', async () => {
    const id = await verifiedCase(api, staff, family)
    value(
      await decide(api.parts, staff.district, { applicationId: id, kind: 'confirmed', version: 3 }, 'test'),
    )
    const correction = await ask(id, 'childIdNumber', idNumber('20140102'))
    for (const person of [staff.street, staff.district])
      expect(await accept(person, id, correction)).toMatchObject({ code: 'FORBIDDEN' })
    const second = await staffMember(api, 'district', '150302')
    expect(await accept(second, id, correction)).toMatchObject({ code: 'NOT_FOUND' })
    await hand(api, staff.district, id, second)
    value(await accept(second, id, correction))
  })

  it('打开以后又改过：照旧页面做的决定不算，看过新的才算', async () => {
    const id = await verifiedCase(api, staff, family)
    const correction = await ask(id, 'childName', '王小名')
    const second = await staffMember(api, 'district', '150302')
    const seen = value(await openCase(api.parts, staff.district, id, 'test'))
    value(await accept(second, id, correction))
    await hand(api, second, id, staff.district)
    const confirm = (corrections: number) =>
      decide(
        api.parts,
        staff.district,
        { applicationId: id, kind: 'confirmed', version: seen.version, corrections },
        'test',
      )
    expect(await confirm(0)).toMatchObject({ code: 'STALE_VERSION' })
    expect((await family.caseOf(id)).status).toBe('verified')
    expect(await confirm(1)).toMatchObject({ ok: true })
  })

  it('同时改和决定：改了的没人没看过', async () => {
    const second = await staffMember(api, 'district', '150302')
    for (let turn = 0; turn < 8; turn += 1) {
      family = await Family.signIn(api)
      const id = await verifiedCase(api, staff, family)
      const correction = await ask(id, 'childName', '王小名')
      const decision = { applicationId: id, kind: 'confirmed', version: 3, corrections: 0 } as const
      const both = [
        () => accept(second, id, correction),
        () => decide(api.parts, staff.district, decision, 'test'),
      ]
      await Promise.all((turn % 2 === 0 ? both : both.reverse()).map((act) => act()))
      expect(await order(id)).not.toBe('改了以后照旧批准')
    }
  })
})

describe('停用的办件，从旧的回答里也看不到', () => {
  it('同一个请求再来一次：没有这一件', async () => {
    const { applicationId } = await family.apply()
    const [body, key] = [{ version: 1 }, 'one-and-the-same-key']
    const withdraw = () => family.post(`/api/v1/applications/${applicationId}/withdrawal`, body, key)
    expect((await withdraw()).statusCode).toBe(201)
    expect((await withdraw()).statusCode).toBe(201)
    await api.db
      .updateTable('application')
      .set({ frozen_at: new Date() })
      .where('id', '=', applicationId)
      .execute()
    expect((await withdraw()).json()).toMatchObject({ code: 'NOT_FOUND' })
  })
})
