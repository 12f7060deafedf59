import type { Receipt } from '@contracts/applications'
import { Family } from '../support/family'
import { startTestApi, type TestApi } from '../support/testApi'
import { DeskClient, wordsOf } from './deskClient'

let api: TestApi
let street: DeskClient
let district: DeskClient
beforeAll(async () => {
  api = await startTestApi()
  street = await DeskClient.of(api, 'street', '150302001', '李街道')
  district = await DeskClient.of(api, 'district', '150302', '赵区里')
})
afterAll(() => api.close())

const refusal = '孩子的妈妈能照顾孩子，不符合第一部分第一条。'

/** Reads the case, then takes one step with the form on its page. */
async function act(desk: DeskClient, id: string, kind: string, more: Record<string, string | string[]> = {}) {
  await desk.get(`/desk/cases/${id}`)
  const version = new RegExp(`name="kind" value="${kind}"/><input[^>]*name="version" value="(\\d+)"`).exec(
    desk.page,
  )?.[1]
  if (!version) throw new Error(`no form for ${kind}`)
  return desk.send(`/desk/cases/${id}/decisions`, { kind, version, ...more })
}

async function done(desk: DeskClient, id: string, kind: string, more?: Record<string, string | string[]>) {
  const answer = await act(desk, id, kind, more)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe(`/desk/cases/${id}?done=${kind}`)
  await desk.get(String(answer.headers.location))
  return wordsOf(desk.page)
}

describe('一件申请从提交到决定', () => {
  let family: Family
  let receipt: Receipt
  beforeEach(async () => {
    family = await Family.signIn(api)
    receipt = await family.apply()
  })

  it('受理、补正、查验、确认，每一步家里都看得到', async () => {
    const id = receipt.applicationId
    await street.get('/desk')
    expect(street.page).toContain(`/desk/cases/${id}`)
    expect(await done(street, id, 'accepted')).toContain('已受理。')
    await done(street, id, 'supplementRequested', {
      paper: ['bankCard', 'mother.criminalJudgment'],
      'why-bankCard': '卡号看不清',
      'why-mother.criminalJudgment': '少了盖章的一页',
    })
    const asked = await family.caseOf(id)
    expect(asked.supplement?.papers).toEqual([
      { paper: 'bankCard', reason: '卡号看不清' },
      { paper: 'mother.criminalJudgment', reason: '少了盖章的一页' },
    ])
    const photo = await family.upload('bankCard')
    await family.post(`/api/v1/applications/${id}/supplements`, {
      version: asked.version,
      papers: [{ paper: 'bankCard', attachmentIds: [photo.id] }],
    })
    expect(await done(street, id, 'verified')).toContain('报给区里')
    expect(wordsOf(street.page)).toContain('现在不用您办：已报区里，等确认。')
    await district.get('/desk')
    expect(wordsOf(district.page)).toContain('有 1 件要您办')
    expect(await done(district, id, 'confirmed')).toContain('已确认。')
    const { status, events } = await family.caseOf(id)
    expect(status).toBe('confirmed')
    expect(events.map(({ kind }) => kind)).toEqual([
      'submitted',
      'accepted',
      'supplementRequested',
      'supplementProvided',
      'verified',
      'confirmed',
    ])
  })

  it('不予确认要写明理由，家里看到的一字不差', async () => {
    const id = receipt.applicationId
    await done(street, id, 'accepted')
    await done(street, id, 'verified')
    const short = await act(district, id, 'refused', { reason: '不符合' })
    expect(short.statusCode).toBe(400)
    expect(wordsOf(short.body)).toContain('理由太短，至少 10 个字，现在是 3 个。')
    expect(short.body).toContain('>不符合</textarea>')
    await done(district, id, 'refused', { reason: refusal })
    const { status, events } = await family.caseOf(id)
    expect(status).toBe('refused')
    expect(events[events.length - 1]?.reason).toBe(refusal)
  })

  it('补正没选材料、没写原因、写了没选，都说得出是哪一样', async () => {
    const id = receipt.applicationId
    const answers = [
      [{}, '请至少选一样要补的材料。'],
      [{ paper: 'bankCard' }, '孩子的社保卡或银行卡：请写明为什么要补。'],
      [{ 'why-childPhoto': '太暗' }, '孩子的照片写了原因，但没有选上。'],
    ] as const
    for (const [form, sentence] of answers) {
      const answer = await act(street, id, 'supplementRequested', form)
      expect([answer.statusCode, wordsOf(answer.body)]).toEqual([400, expect.stringContaining(sentence)])
    }
    expect((await family.caseOf(id)).version).toBe(1)
  })
})
