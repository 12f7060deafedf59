import { act, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { useState } from 'react'
import { newDraft, type Draft } from '@domain/application/draft'
import { stepById } from '@domain/application/steps'
import { type ServiceCode } from '@domain/services/catalogue'
import { goTo, openPosition, type Position } from '@/packages/application/form/position'
import { StepPage } from '@/packages/application/form/steps/StepPage'
import { useDraft } from '@/stores/draft'
import { putOnShelf } from '@/stores/draftShelf'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn(), photoPath: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: jest.fn() }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/pageTools', () => ({ scrollToTop: jest.fn() }))
jest.mock('@/platform/clock', () => ({ today: () => '2026-11-24', now: () => '2026-11-24T02:00:00.000Z' }))
// What the pages only carry along loads, and is never called.
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))

const rules = { 'color-contrast': { enabled: false } }
beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
beforeEach(() => phone.reset())

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

function Page({ position }: { position: Position }) {
  const { draft } = useDraft()
  return draft ? <StepPage draft={draft} position={position} /> : null
}

function Opened() {
  const { draft } = useDraft()
  const [position] = useState(() => draft && openPosition(draft))
  return position ? <Page position={position} /> : null
}

/** Opens one page of the form of a matter. */
async function open(service: ServiceCode, stepId: string, changes: Partial<Draft> = {}): Promise<void> {
  const draft: Draft = { ...newDraft(service, 'draft', '2026-11-24T00:00:00.000Z'), ...changes }
  document.body.innerHTML = ''
  await act(async () => {
    putOnShelf(draft)
    const step = stepById(draft, stepId)
    if (!step) throw new Error(`${service} has no page ${stepId}`)
    await goTo(step)
    render(<Opened />)
  })
}

const text = () => document.body.textContent ?? ''
const kept = () => useDraft.getState().draft
const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const title = () => screen.getByRole('heading', { level: 1 }).textContent

describe('只有这件事才问的', () => {
  test('选一项：选了就存；不清楚也行；读屏没有问题', async () => {
    await open('COUNSEL_REQUEST', 'detail.counsellingPlace')
    fireEvent.click(screen.getByRole('radio', { name: /^学校/ }))
    expect(kept()?.details.counsellingPlace).toEqual({ kind: 'choice', values: ['school'] })
    fireEvent.click(screen.getByRole('radio', { name: '不清楚' }))
    expect(kept()?.details.counsellingPlace).toEqual({ kind: 'unknown' })
    expect(await faults()).toEqual([])
  })

  test('选几项：都存；全去掉，就没有回答', async () => {
    await open('TEMP_AID', 'detail.hardshipEvent')
    for (const row of ['火灾', /^意外事故/]) fireEvent.click(screen.getByRole('checkbox', { name: row }))
    expect(kept()?.details.hardshipEvent).toEqual({ kind: 'choice', values: ['fire', 'accident'] })
    for (const row of ['火灾', /^意外事故/]) fireEvent.click(screen.getByRole('checkbox', { name: row }))
    expect(kept()?.details.hardshipEvent).toBeUndefined()
  })

  test('名字、手机号：打的字存着；没打就不让往下，说缺什么', async () => {
    await open('ENTRUSTED_CARE', 'detail.caregiverName')
    await press('下一步')
    expect(text()).toContain('请填姓名。')
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '赵玉梅' } })
    expect(kept()?.details.caregiverName).toEqual({ kind: 'text', value: '赵玉梅' })
    expect(await faults()).toEqual([])
  })

  test('日子：以后的日子也能填', async () => {
    await open('ENTRUSTED_CARE', 'detail.careFrom')
    for (const [unit, value] of [
      ['年', '2027'],
      ['月', '2'],
      ['日', '20'],
    ] as const)
      fireEvent.input(screen.getByRole('textbox', { name: new RegExp(`，${unit}$`) }), { target: { value } })
    expect(kept()?.details.careFrom).toEqual({ kind: 'date', value: '2027-02-20' })
  })

  test('替人填：问的是申请人', async () => {
    await open('ADOPTION', 'detail.adoptionRole', { applicant: { helper: 'family' } })
    expect(title()).toBe('申请人想办哪一样？')
    await open('ADOPTION', 'hukou', { applicant: { helper: 'childDirector' } })
    expect(title()).toBe('申请人的户口在哪里？')
  })
})

describe('名字和号码', () => {
  test.each([
    ['DIBAO', true],
    ['DIRECTOR_VISIT', false],
    ['ENTRUSTED_CARE', false],
    ['LEGAL_AID', true],
  ] as const)('%s：问身份证号：%s', async (service, asked) => {
    await open(service, 'child')
    expect(screen.queryByRole('textbox', { name: '身份证号' }) !== null).toBe(asked)
    expect(text().includes('这件事不用身份证号。')).toBe(!asked)
  })

  test('和孩子是什么关系：只列这件事可以申请的人', async () => {
    await open('ORPHAN_ALLOWANCE', 'relation')
    const rows = screen.getAllByRole('radio').map((row) => row.textContent)
    expect(rows.some((row) => row?.startsWith('爸爸'))).toBe(false)
    expect(rows.some((row) => row?.startsWith('儿童福利机构'))).toBe(true)
  })
})

describe('跨省通办', () => {
  const at = (hukou: string, residence: string) => ({ child: { hukou, residence } })

  test('户口在外地、住在乌海：谁收、谁审、六步、最长多久；我们说的标准不适用', async () => {
    await open('DFUC_ALLOWANCE', 'route', at('410105', '150302001'))
    expect(text()).toContain('海勃湾区凤凰岭街道')
    expect(text()).toMatch(/谁来审、做决定.*民政部门/)
    expect(text()).toContain('3. 海勃湾区凤凰岭街道：材料齐了，转给户口所在地。最长 3 个工作日。')
    expect(text()).toContain('从材料交齐算起，最长 36 个工作日。')
    expect(text()).toContain('标准、材料、渐退期，按户口所在地。')
    expect(text()).toContain('孩子的户口本、')
    expect(text()).not.toContain('全程网办')
    expect(await faults()).toEqual([])
  })

  test('户口在乌海、住在外地：两条路，都不用跑；不说标准不适用', async () => {
    await open('ORPHAN_ALLOWANCE', 'route', at('150302001', '410105'))
    expect(text()).toContain('海勃湾区民政局')
    expect(text()).toContain('在您住的地方交，这样办')
    expect(text()).toContain('2. 当地街道（镇）：收下，一次说清还缺什么。')
    expect(text()).not.toContain('对您不适用')
  })

  test('看过了，记住；搬了家，再看一遍', async () => {
    await open('DFUC_ALLOWANCE', 'route', at('410105', '150302001'))
    expect(kept()?.routeRead).toBeUndefined()
    await press('下一步')
    expect(kept()?.routeRead).toBe('410105 150302001')
  })
})

test('同意书：写的是这件事、办这件事的单位', async () => {
  await open('REHAB', 'consents.childData', { applicant: { helper: 'none', relation: 'father' } })
  expect(text()).toContain('办这件事：儿童康复申请。')
  expect(text()).toContain('区残联办事的人。')
})
