import type { CaseDetail, Receipt } from '@contracts/applications'
import { consentNotices } from '@domain/application/consentNotices'
import { serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { decide, type StaffEventKind } from '@server/usecases/decisions'
import { openCase } from '@server/usecases/desk'
import { readQueue } from '@server/usecases/queue'
import type { Staff } from '@server/usecases/staffSignIn'
import { value } from '../support/desk'
import { childDataConsent, Family } from '../support/family'
import { submissionFor } from '../support/submissionFor'
import { startTestApi, type TestApi } from '../support/testApi'
import { unhurried } from '../support/withoutQuotas'
import { officersOf, type Officers } from './officers'
import { ways } from './ways'

jest.setTimeout(300_000)

let api: TestApi
let officers: Officers
let family: Family
beforeAll(async () => {
  api = await startTestApi({ limits: unhurried })
  officers = await officersOf(api)
  family = await Family.signIn(api)
})
afterAll(() => api.close())

const reason = '孩子的情况不在这一项的范围里。'

/** What somebody does to a case as it stands now. @returns `done`, or the code of the refusal */
async function act(staff: Staff, id: string, kind: StaffEventKind, text = reason): Promise<string> {
  const { version } = await family.caseOf(id)
  const supplement = { papers: [{ paper: 'childHukouBook', reason: '看不清' }] }
  const decision = { applicationId: id, kind, version, supplement, reason: text }
  const result = await decide(api.parts, staff, decision, 'test')
  return result.ok ? 'done' : result.code
}

async function file(code: ServiceCode): Promise<string> {
  return (await family.submit(submissionFor(code))).json<Receipt>().applicationId
}

/** The pair that this matter comes to in the district. */
function pairFor(code: ServiceCode): readonly [Staff, Staff] {
  return code === 'CATEGORY_A' ? officers.named : officers.of[ways[code][1]]
}

/** Brings a case to its decision. @returns who may make it, and who may not any more */
async function prepare(code: ServiceCode, id: string): Promise<{ decider: Staff; maker?: Staff }> {
  const [{ clerk }, [first, second], [order]] = [officers, pairFor(code), ways[code]]
  const intake = order === 'districtAlone' ? first : clerk
  expect(await act(intake, id, 'accepted')).toBe('done')
  if (order === 'streetThenDistrict') {
    expect(await act(clerk, id, 'confirmed')).toBe('FORBIDDEN')
    expect(await act(first, id, 'confirmed')).toBe('NOT_ALLOWED_IN_STATE')
    expect(await act(clerk, id, 'verified')).toBe('done')
    return { decider: first }
  }
  if (order === 'streetAlone') return { decider: clerk }
  return services[code].kind === 'application' ? { decider: second, maker: first } : { decider: first }
}

describe.each(serviceCodes)('%s', (code) => {
  it.each(['confirmed', 'refused'] as const)('从提交到 %s', async (end) => {
    const id = await file(code)
    const { decider, maker } = await prepare(code, id)
    // Who took it in may still ask for papers, and does not decide.
    if (maker) expect(await act(maker, id, end)).toBe('FORBIDDEN')
    if (end === 'refused') expect(await act(decider, id, 'refused', '不行')).toBe('INVALID_FIELD')
    expect(await act(decider, id, end)).toBe('done')
    expect(await act(decider, id, end)).toMatch(/^(FORBIDDEN|NOT_ALLOWED_IN_STATE)$/)
    const seen = await family.caseOf(id)
    expect(seen).toMatchObject({
      status: end,
      service: code,
      way: { procedure: ways[code][0], kind: services[code].kind },
    })
    expect(seen.events.at(-1)?.reason).toBe(reason)
    const { done } = value(await readQueue(api.parts, decider, 'test'))
    expect(done.map((row) => row.id)).toContain(id)
  })
})

describe('两个人：谁受理，谁不决定', () => {
  it('区里受理的，放回去大家都能办；受理的人要补材料以后，也还放着', async () => {
    const [first, second] = officers.of.education
    const id = await file('SPECIAL_EDU')
    expect(await act(first, id, 'accepted')).toBe('done')
    expect(value(await openCase(api.parts, first, id, 'test'))).toMatchObject({ mayNotDecide: true })
    expect(value(await openCase(api.parts, second, id, 'test'))).toMatchObject({ mayNotDecide: false })
    expect(await act(first, id, 'supplementRequested')).toBe('done')
    await bring(id)
    expect(await act(second, id, 'confirmed')).toBe('done')
    expect(await openCase(api.parts, first, id, 'test')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('来决定的人要过材料，事情归他，他还能决定', async () => {
    const [first, second] = officers.of.education
    const id = await file('STUDENT_AID')
    await act(first, id, 'accepted')
    expect(await act(second, id, 'supplementRequested')).toBe('done')
    expect(await openCase(api.parts, first, id, 'test')).toMatchObject({ code: 'NOT_FOUND' })
    await bring(id)
    expect(await act(second, id, 'refused')).toBe('done')
  })

  it('还没受理就要补材料的，归要的人，他接着受理', async () => {
    const [first, second] = officers.of.justice
    const id = await file('LEGAL_AID')
    expect(await act(first, id, 'supplementRequested')).toBe('done')
    expect(await openCase(api.parts, second, id, 'test')).toMatchObject({ code: 'NOT_FOUND' })
    await bring(id)
    expect(await act(first, id, 'accepted')).toBe('done')
    expect(await act(first, id, 'confirmed')).toBe('FORBIDDEN')
    expect(await act(second, id, 'confirmed')).toBe('done')
  })

  async function bring(id: string): Promise<void> {
    const { version } = await family.caseOf(id)
    const papers = [{ paper: 'childHukouBook', attachmentIds: [] }]
    const answer = await family.post(`/api/v1/applications/${id}/supplements`, { version, papers })
    expect(answer.statusCode).toBe(201)
  }
})

describe.each(['DFUC_ALLOWANCE', 'ORPHAN_ALLOWANCE'] as const)('户口在外地：%s', (code) => {
  const away = { hukou: '110101', residence: '150302001' }
  const crossProvince = {
    kind: 'crossProvince',
    noticeVersion: consentNotices.crossProvince.version,
    actor: 'guardian',
  } as const

  async function fileAway(): Promise<CaseDetail> {
    const body = { ...submissionFor(code, away), consents: [childDataConsent, crossProvince] }
    const answer = await family.submit(body)
    expect(answer.statusCode).toBe(201)
    expect(answer.json<Receipt>()).toMatchObject({
      office: '海勃湾区凤凰岭街道',
      way: { procedure: 'passedOn', kind: 'application' },
    })
    return family.caseOf(answer.json<Receipt>().applicationId)
  }

  it('没有同意转给户口所在地，不收', async () => {
    expect((await family.submit(submissionFor(code, away))).json()).toMatchObject({
      code: 'CONSENT_MISSING',
    })
  })

  it.each(['confirmed', 'refused'] as const)('街道受理、转出，再写明那边的答复：%s', async (end) => {
    const { id, decidingOffice } = await fileAway()
    expect(decidingOffice).toMatch(/民政部门$/)
    const { clerk, of } = officers
    expect(await act(clerk, id, 'accepted')).toBe('done')
    expect(await act(clerk, id, 'verified')).toBe('NOT_ALLOWED_IN_STATE')
    expect(await act(clerk, id, end)).toBe('NOT_ALLOWED_IN_STATE')
    expect(await act(clerk, id, 'forwarded')).toBe('done')
    expect(value(await readQueue(api.parts, clerk, 'test')).toDo.map((row) => row.id)).toContain(id)
    for (const officer of of.civilAffairs)
      expect(await openCase(api.parts, officer, id, 'test')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await act(clerk, id, end, '')).toBe('INVALID_FIELD')
    expect(await act(clerk, id, end)).toBe('done')
    const seen = await family.caseOf(id)
    expect(seen).toMatchObject({ status: end, events: expect.arrayContaining([]) as unknown[] })
    expect(seen.events.map(({ kind }) => kind)).toEqual(['submitted', 'accepted', 'forwarded', end])
    expect(seen.events.at(-1)).toMatchObject({ reason, office: '海勃湾区凤凰岭街道' })
  })

  it('家里可以撤回，转出去以后也可以', async () => {
    const { id } = await fileAway()
    await act(officers.clerk, id, 'accepted')
    await act(officers.clerk, id, 'forwarded')
    const { version } = await family.caseOf(id)
    const answer = await family.post(`/api/v1/applications/${id}/withdrawal`, { version })
    expect(answer.json<CaseDetail>().status).toBe('withdrawn')
  })
})
