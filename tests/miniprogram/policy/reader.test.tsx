import { act, fireEvent, render, screen } from '@testing-library/react'
import { clauseNames } from '@domain/policy/clauseNames'
import { policyText } from '@domain/policy/policyText'
import { provisionById, provisionIds } from '@domain/policy/provisions'
import PolicyPage from '@/packages/policy/text'
import { viewOf } from '@/packages/policy/text/view'
import { phone, query } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/pageTools', () => jest.requireActual('../support/phone').pageTools)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn() }))
const refreshSettings = jest.fn()
jest.mock('@/stores/settingsCopy', () => ({
  refreshSettings: () => refreshSettings(),
  settingsCopy: () => undefined,
}))

const squeezed = (text: string) => text.replace(/\s/g, '')
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const marked = () => [...document.querySelectorAll('.mark')].map(({ textContent }) => textContent)
const press = async (name: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })))
}

async function openPolicy(asked: Record<string, string> = {}): Promise<void> {
  query.current = asked
  document.body.innerHTML = ''
  await act(async () => void render(<PolicyPage />))
}

beforeEach(() => {
  phone.reset()
  refreshSettings.mockClear()
})

test('目录取新公布的数值；从一句引文打开的那一条不联网', async () => {
  await openPolicy({ provision: '1.1-a' })
  expect(refreshSettings).not.toHaveBeenCalled()
  await openPolicy()
  expect(refreshSettings).toHaveBeenCalledTimes(1)
})

test('目录：七个部分，每一条都能点开，先说这是征求意见稿', async () => {
  await openPolicy()
  expect(screen.getByText('这份文件是征求意见稿。')).toBeTruthy()
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(7)
  for (const { name } of clauseNames) expect(screen.getByRole('button', { name: name.slice(1) })).toBeTruthy()
})

test.each(clauseNames.map(({ id, name }) => [id, name]))(
  '%s %s：一字不差，写明会变',
  async (clause, name) => {
    await openPolicy({ clause })
    expect(title()).toBe(name)
    expect(screen.getByText('依据的是征求意见稿，正式文件可能有变化。')).toBeTruthy()
    const paragraphs = [...document.querySelectorAll('.passage')].map(({ textContent }) => textContent ?? '')
    expect(paragraphs.length).toBeGreaterThan(0)
    for (const paragraph of paragraphs) expect(squeezed(policyText)).toContain(squeezed(paragraph))
  },
)

test.each(provisionIds)('从引用 %s 点进来：标出的就是那句话，页面停在那里', async (provision) => {
  await openPolicy({ provision })
  expect(marked()).toEqual([provisionById(provision).quote])
  expect(screen.getByText('标出来的，是结果里引用的话。')).toBeTruthy()
  expect(phone.scrolledTo).toBe(document.querySelector('.mark')?.id)
})

test('找“住院”：列出有这个词的句子，点开停在那一句', async () => {
  await openPolicy({ search: '住院' })
  expect(title()).toMatch(/^找到 \d+ 处$/)
  expect(marked()).toContain('住院')
  await press('看这一条，二（二）细化医疗救助措施')
  expect(phone.moves).toEqual(['open policy'])
  expect(phone.asked).toMatchObject({ clause: '2.2', words: '住院' })
  await openPolicy(phone.asked)
  expect(marked()).toContain('住院')
  expect(screen.getByText('标出来的，是您找的词。')).toBeTruthy()
})

test('没找到：说换个词', async () => {
  await openPolicy({ search: '月球' })
  expect(title()).toBe('没有找到')
  expect(screen.getByText('换个短一点的词再找。')).toBeTruthy()
})

test('没写词就找：说先写词，停在这一页', async () => {
  await openPolicy()
  await press('找一找')
  expect(screen.getByRole('alert').textContent).toContain('先写要找的词。')
  expect(phone.moves).toEqual([])
})

test('写了词就去找', async () => {
  await openPolicy()
  fireEvent.change(screen.getByRole('textbox', { name: '在文件里找' }), { target: { value: ' 上学 ' } })
  await press('找一找')
  expect(phone.asked).toEqual({ search: '上学' })
})

test('印错的地方：原文不动，读法写在旁边，并说不是政策', async () => {
  await openPolicy({ notes: '1.1' })
  expect(screen.getByText('原文印的：“最低生活障范围”')).toBeTruthy()
  expect(screen.getByText('最低生活保障范围')).toBeTruthy()
  expect(screen.getByText('这是我们的读法，不是政策。以部门说的为准。')).toBeTruthy()
})

test('上一条、下一条：第一条没有上一条，最后一条没有下一条', async () => {
  await openPolicy({ clause: '1.1' })
  expect(screen.queryByRole('button', { name: /^上一条/ })).toBeNull()
  await press('下一条，一（二）丰富基本生活保障内容')
  expect(phone.moves).toEqual(['replace policy'])
  await openPolicy({ clause: '7.3' })
  expect(screen.queryByRole('button', { name: /^下一条/ })).toBeNull()
})

test.each([[{ clause: '9.9' }], [{ provision: 'x' }], [{ search: '' }], [{ notes: '0' }], [{}]])(
  '链接什么也没指（%j）：打开目录',
  (asked) => {
    expect(viewOf(asked)).toEqual({ kind: 'contents' })
  },
)

test('指了不存在的句子：打开那一条，什么也不标', () => {
  expect(viewOf({ clause: '1.1', sentence: '999', words: '低保' })).toEqual({ kind: 'clause', clause: '1.1' })
})
