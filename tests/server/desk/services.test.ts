import type { CaseDetail, Receipt } from '@contracts/applications'
import { consentNotices } from '@domain/application/consentNotices'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { childDataConsent, Family } from '../support/family'
import { submissionFor, type About } from '../support/submissionFor'
import { startTestApi, type TestApi } from '../support/testApi'
import { DeskClient, wordsOf } from './deskClient'

jest.setTimeout(120_000)

let api: TestApi
let family: Family
let street: DeskClient
beforeAll(async () => {
  api = await startTestApi()
  family = await Family.signIn(api)
  street = await DeskClient.of(api, 'street', '150302001', '王芳')
})
afterAll(() => api.close())

const crossProvince = {
  kind: 'crossProvince',
  noticeVersion: consentNotices.crossProvince.version,
  actor: 'guardian',
} as const

async function file(code: ServiceCode, about?: About): Promise<string> {
  const body = { ...submissionFor(code, about), consents: [childDataConsent, crossProvince] }
  const answer = await family.submit(body)
  expect(answer.statusCode).toBe(201)
  return answer.json<Receipt>().applicationId
}

const open = async (desk: DeskClient, id: string) => {
  expect((await desk.get(`/desk/cases/${id}`)).statusCode).toBe(200)
  return wordsOf(desk.page)
}

/** Sends the form of one step, as it stands on the page seen last. */
async function take(desk: DeskClient, id: string, kind: string, reason?: string) {
  const version = /name="version" value="(\d+)"/.exec(desk.page)?.[1] ?? ''
  const form = { kind, version, corrections: '0', ...(reason === undefined ? {} : { reason }) }
  const answer = await desk.send(`/desk/cases/${id}/decisions`, form)
  if (answer.statusCode === 303) await desk.get(String(answer.headers.location))
  else desk.page = answer.body
  return answer.statusCode
}

const buttons = (page: string) =>
  [...page.matchAll(/<button[^>]*type="submit"[^>]*>([^<]+)<\/button>/g)].map(([, text]) => text)

describe('请人帮忙的事', () => {
  it('接手、办好，说的是帮忙的话；问了什么、答了什么都看得到', async () => {
    const id = await file('COUNSEL_REQUEST')
    await street.get('/desk')
    expect(wordsOf(street.page)).toContain(services.COUNSEL_REQUEST.neutralTitle)
    expect(wordsOf(street.page)).toContain('新来的，等接手')
    const page = await open(street, id)
    expect(page).toContain('想在哪里和人聊聊？ 学校')
    expect(page).not.toMatch(/查看完整号码|确认符合条件/)
    expect(street.page).not.toMatch(/<dt>身份证号|<h3>孩子爸爸/)
    expect(buttons(street.page)).toEqual(expect.arrayContaining(['接手', '要求补正']))
    expect(await take(street, id, 'accepted')).toBe(303)
    expect(wordsOf(street.page)).toContain('接手了。家里现在就能看到。')
    expect(buttons(street.page)).toEqual(expect.arrayContaining(['办好了', '没办成，告诉家里']))
    expect(await take(street, id, 'confirmed')).toBe(303)
    expect(wordsOf(street.page)).toMatch(/办好了。家里现在就能看到。.*现在不用您办：办好了/)
  })

  it('没办成，要写明', async () => {
    const id = await file('CHARITY_LINK')
    await open(street, id)
    await take(street, id, 'accepted')
    expect(await take(street, id, 'refused', '')).toBe(400)
    expect(wordsOf(street.page)).toContain('请写明理由。')
    await open(street, id)
    expect(await take(street, id, 'refused', '附近的慈善组织都问过了，暂时没有。')).toBe(303)
  })

  it('告知：收下、记下', async () => {
    const id = await file('ENTRUSTED_CARE')
    expect(await open(street, id)).toMatch(/赵玉梅.*13900001234/)
    await take(street, id, 'accepted')
    expect(buttons(street.page)).toEqual(expect.arrayContaining(['记下了', '要再商量，告诉家里']))
    expect(await take(street, id, 'confirmed')).toBe(303)
    expect(wordsOf(street.page)).toContain('记下了。家里现在就能看到。')
  })
})

describe('转给户口所在地', () => {
  it('转出以后写答复；没写清楚的，写过的还在', async () => {
    const id = await file('DFUC_ALLOWANCE', { hukou: '110101', residence: '150302001' })
    await open(street, id)
    await take(street, id, 'accepted')
    expect(buttons(street.page)).toEqual(expect.arrayContaining(['已经转过去了', '要求补正']))
    expect(buttons(street.page).join()).not.toMatch(/查验通过|通过了|确认/)
    await take(street, id, 'forwarded')
    expect(buttons(street.page)).toEqual(
      expect.arrayContaining(['通过了，告诉家里', '没有通过，告诉家里', '要求补正']),
    )
    expect(await take(street, id, 'confirmed', '太短')).toBe(400)
    expect(wordsOf(street.page)).toContain('答复太短，至少 10 个字，现在是 2 个。')
    expect(street.page).toMatch(/<textarea id="reason-confirmed"[^>]*>太短</)
    expect(street.page).toMatch(/href="#reason-confirmed"/)
    const answer = '东城区民政局答复：同意，从下个月起发。'
    expect(await take(street, id, 'confirmed', answer)).toBe(303)
    expect(wordsOf(street.page)).toMatch(new RegExp(`户口所在地通过了.*${answer}`))
    expect((await family.caseOf(id)) satisfies CaseDetail).toMatchObject({ status: 'confirmed' })
  })
})

describe('别的部门', () => {
  it('医保局的人只看见医保的事，由另一个人决定', async () => {
    const first = await DeskClient.of(api, 'district', '150302', '甲', 'medicalInsurance')
    const second = await DeskClient.of(api, 'district', '150302', '乙', 'medicalInsurance')
    const [id, other] = [await file('CHRONIC_OUTPATIENT'), await file('REHAB')]
    await first.get('/desk')
    expect(wordsOf(first.page)).toContain('海勃湾区医保局')
    expect(first.page).toContain(id)
    expect(first.page).not.toContain(other)
    expect((await first.get(`/desk/cases/${other}`)).statusCode).toBe(404)
    await open(first, id)
    await take(first, id, 'accepted')
    expect(wordsOf(first.page)).toContain('您办过这件事前面的步骤，要由另一个人来决定。')
    expect(buttons(first.page)).toContain('要求补正')
    expect(buttons(first.page)).not.toContain('确认符合条件')
    expect(await take(first, id, 'confirmed')).toBe(403)
    await open(second, id)
    expect(buttons(second.page)).toContain('确认符合条件')
    expect(await take(second, id, 'confirmed')).toBe(303)
  })

  it('收养预约只说申请人', async () => {
    const officer = await DeskClient.of(api, 'district', '150302', '丙')
    const page = await open(officer, await file('ADOPTION'))
    expect(page).toContain('您想办哪一样？ 想收养孩子')
    expect(officer.page).not.toMatch(/孩子和申请人|<dt>(是孩子的|身份证号)/)
  })
})
