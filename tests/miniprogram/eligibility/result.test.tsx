import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { type Answers } from '@domain/eligibility/questions'
import { policyText } from '@domain/policy/policyText'
import ResultPage from '@/packages/eligibility/result'
import { useChecker } from '@/stores/checker'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(true),
}))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: jest.fn() }))
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
jest.mock('@/platform/clock', () => ({ today: () => '2026-11-24', now: () => '2026-11-24T02:00:00.000Z' }))

const choice = (...values: string[]) => ({ kind: 'choice' as const, values })
const wuhai: Answers = {
  'child.birthDate': { kind: 'date', value: '2016-03-05' },
  'child.recognised': choice('none'),
  'child.birthParents': choice('known'),
  'child.adoption': choice('notAdopted'),
  'child.hukou': { kind: 'division', value: '150302' },
  'child.residence': { kind: 'division', value: '150302' },
}
const bothInPrison: Answers = {
  ...wuhai,
  'father.situation': choice('imprisoned'),
  'father.imprisonedTerm': choice('atLeast'),
  'mother.situation': choice('imprisoned'),
  'mother.imprisonedTerm': choice('atLeast'),
}

/** Answers the questions that are asked from the table, 不清楚 where it has none, and opens the result. */
async function openResult(answers: Answers, pages = 30): Promise<void> {
  act(() => {
    useChecker.getState().restart()
    for (let page = 0; page < pages; page += 1) {
      const { interview, position, answer } = useChecker.getState()
      const id = interview.trail[position]
      if (id === undefined) break
      answer(answers[id] ?? { kind: 'unknown' })
    }
  })
  await act(async () => void render(<ResultPage />))
}

const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}
const headings = (level: number) =>
  screen.getAllByRole('heading', { level }).map(({ textContent }) => textContent)

beforeEach(() => phone.reset())

test('可以申请：标题先说有几项，再说这是初步判断', async () => {
  await openResult(bothInPrison)
  expect(headings(1)).toEqual(['有 1 项现在可以申请'])
  expect(screen.getByText('这是初步判断，以部门认定为准。依据是征求意见稿。')).toBeTruthy()
  expect(headings(2)[0]).toBe('现在可以申请 · 1 项')
})

test('去申请：带着答案去', async () => {
  await openResult(bothInPrison)
  await press('去申请')
  expect(phone.moves).toEqual(['open start'])
})

test('每一项都引用政策原话，一字不差，并写明是征求意见稿', async () => {
  await openResult(bothInPrison)
  const quotes = screen.getAllByText(/^“.+”$/)
  expect(quotes.length).toBeGreaterThan(0)
  for (const { textContent } of quotes)
    expect(policyText.replace(/\s/g, '')).toContain(textContent?.slice(1, -1))
  expect(screen.getAllByText(/· 征求意见稿$/).length).toBe(quotes.length)
})

const families: readonly [string, Answers][] = [
  ['都在服刑', bothInPrison],
  [
    '爸爸去世，妈妈联系不上没报警',
    {
      ...wuhai,
      'father.situation': choice('dead'),
      'mother.situation': choice('lostContact'),
      'mother.lostReport': choice('never'),
    },
  ],
  ['都去世', { ...wuhai, 'father.situation': choice('dead'), 'mother.situation': choice('dead') }],
  ['妈妈在身边', { ...wuhai, 'father.situation': choice('dead'), 'mother.situation': choice('caring') }],
  ['什么都不清楚', {}],
  ['户口在外省', { ...bothInPrison, 'child.hukou': { kind: 'division', value: '640000' } }],
]

test.each(families)('%s：没有光秃秃的“不符合”，没有钱数，没有不该当标题的字', async (_, answers) => {
  await openResult(answers)
  const page = document.body.textContent ?? ''
  if (page.includes('这次不符合')) expect(page).toContain('还可以试试')
  expect(page).not.toMatch(/\d+\s*元/)
  expect(page).not.toMatch(/HIV|艾滋/)
  expect([...headings(1), ...headings(2), ...headings(3)].join()).not.toMatch(/困境|孤儿|艾滋|服刑|戒毒/)
  expect(screen.getByText('涉及特殊疾病的儿童，可由区民政局专人保密办理。')).toBeTruthy()
})

test('还要再确认：说清楚哪一题能确定，点了就回到那一题', async () => {
  await openResult({ ...bothInPrison, 'mother.imprisonedTerm': { kind: 'unknown' } })
  await press('孩子妈妈判了多久？')
  expect(phone.moves).toEqual(['replace check'])
  const { interview, position } = useChecker.getState()
  expect(interview.trail[position]).toBe('mother.imprisonedTerm')
})

test('没答完也能看：说还有问题没答，能接着答', async () => {
  await openResult(bothInPrison, 2)
  await press('接着答')
  expect(phone.moves).toEqual(['replace check'])
})

test('没有答案：不出结果，请去答题', async () => {
  act(() => useChecker.getState().forget())
  await act(async () => void render(<ResultPage />))
  expect(headings(1)).toEqual(['还没有答题'])
  await press('看看能领什么')
  expect(phone.moves).toEqual(['replace check'])
})

test('存答案：按了才存，存好了说一声', async () => {
  await openResult(bothInPrison)
  expect(phone.kept.has('checker')).toBe(false)
  await press('把答案存在这台手机上')
  expect(phone.kept.has('checker')).toBe(true)
  expect(screen.getByRole('alert').textContent).toContain('已存在这台手机上')
})

test('换一个孩子：从第一题重新开始', async () => {
  await openResult(bothInPrison)
  await press('换一个孩子，从头再来')
  expect(useChecker.getState().position).toBe(0)
  expect(useChecker.getState().interview.given).toEqual({})
})

test('手机上还不能交的那一项，说去哪里办，不给空按钮', async () => {
  await openResult({ ...wuhai, 'father.situation': choice('dead'), 'mother.situation': choice('dead') })
  expect(screen.queryByRole('button', { name: '去申请' })).toBeNull()
  expect(within(document.body).getByText('带材料到街道（镇）办，手机上还不能交。')).toBeTruthy()
})

test('什么都不清楚：每张卡片最多三个要弄清楚的问题，其余说有几题', async () => {
  await openResult({})
  const links = screen.getAllByRole('button').filter(({ textContent }) => textContent?.endsWith('？'))
  expect(links.length).toBe(6)
  expect(screen.getAllByText(/^还有 \d+ 题，在“我的回答”里改。$/).length).toBeGreaterThan(0)
  expect(screen.getAllByText('不清楚也可以先申请，由部门核实。').length).toBe(2)
})

test('等部门定的事：没有问题可答，照样说明白为什么', async () => {
  await openResult({
    ...wuhai,
    'father.situation': choice('dead'),
    'mother.situation': choice('illness'),
    'mother.illness': choice('diagnosed'),
  })
  expect(headings(1)).toEqual(['有 1 项还要再确认'])
  expect(document.body.textContent).toContain('孩子妈妈')
})
