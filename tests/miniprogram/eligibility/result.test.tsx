import { act, fireEvent, screen } from '@testing-library/react'
import { questionById } from '@domain/eligibility/questions'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { findingsOf } from '@/packages/eligibility/findings'
import GroupPage from '@/packages/eligibility/group'
import ResultPage from '@/packages/eligibility/result'
import { keyQuestion } from '@/packages/eligibility/result/KeyQuestion'
import { useHypothesis } from '@/packages/eligibility/whatIf/hypothesis'
import { useChecker } from '@/stores/checker'
import { phone } from '../support/phone'
import { families, familyNames, type FamilyName } from './families'
import { answerFrom, headings, openPage, pageText, press } from './support'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
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

const openResult = async (name: FamilyName, pages?: number) => {
  answerFrom(families[name], pages)
  await openPage(ResultPage)
}
/** Name and note of every row and card of one group. */
const sectionText = (title: string) => {
  const heading = screen.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) })
  return heading.parentElement?.textContent ?? ''
}

beforeEach(() => phone.reset())

test('可以申请：标题先说有几项，数目和下面的一样；再说这是初步判断', async () => {
  await openResult('爸爸妈妈都在服刑')
  const [, count] = /^有 (\d+) 项现在可以申请$/.exec(headings(1)[0] ?? '') ?? []
  expect(headings(2)[0]).toBe(`可以申请 · ${count} 项`)
  expect(screen.getByText('这是初步判断，以部门认定为准。依据是征求意见稿。')).toBeTruthy()
})

test('最有用的一项写全：为什么、政策原话、谁负责、要带什么、去申请', async () => {
  await openResult('爸爸妈妈都在服刑')
  expect(sectionText('可以申请')).toContain('事实无人抚养儿童基本生活补贴')
  expect(sectionText('可以申请')).toContain('市民政局负责')
  await press('去申请')
  await press('看要带什么')
  expect(phone.moves).toEqual(['open start', 'open service'])
})

test.each<[FamilyName, string, string]>([
  ['爸爸妈妈都在服刑', '自动享受', '意外伤害保险'],
  ['爸爸妈妈都在服刑', '还差一步', '可以先申请'],
  ['爸爸去世，妈妈的刑期不清楚', '还差一步', '差一个回答：孩子妈妈判了多久？'],
  ['爸爸去世，妈妈失联报警3个月', '还差一步', '2027年2月20日起'],
  ['爸爸妈妈都去世', '可以申请', '儿童基本生活费'],
  ['满了18岁不上学的孤儿', '要结束了', '儿童基本生活费'],
  ['爸爸妈妈都在身边', '这次不符合，可以用别的', '可以改用：'],
])('%s：“%s”里有“%s”', async (family, group, words) => {
  await openResult(family)
  expect(sectionText(group)).toContain(words)
})

test.each(familyNames)('%s：没有光秃秃的“不符合”，没有钱数，标题和列表里没有不该有的字', async (name) => {
  await openResult(name)
  expect(pageText()).not.toMatch(/\d+\s*元/)
  expect(pageText()).not.toMatch(/HIV|艾滋/)
  const rows = screen.getAllByRole('button').map(({ textContent }) => textContent)
  expect([...headings(1), ...headings(2), ...headings(3), ...rows].join()).not.toMatch(/困境|孤儿|服刑|戒毒/)
  for (const { result, alternatives = [] } of findingsOf(families[name]).all)
    if (result === 'NOT_ELIGIBLE') expect(alternatives.length).toBeGreaterThan(0)
  expect(screen.getByText('涉及特殊疾病的儿童，可由区民政局专人保密办理。')).toBeTruthy()
})

test.each(familyNames)('%s：每一组的数目对得上，一项不多，一项不少', async (name) => {
  await openResult(name)
  const told = headings(2).map((title) => Number(/· (\d+) 项$/.exec(title ?? '')?.[1] ?? 0))
  const total = told.reduce((sum, count) => sum + count, 0)
  // 跨省 is told where papers are handed in; the confidential one is never on the phone.
  expect(total).toBe(checkerCodes.length - 2)
})

test.each(familyNames)('%s：页面不长，每组只列几项，其余收起来，点开是全部', async (name) => {
  await openResult(name)
  const rows = screen.getAllByRole('button').length
  expect(rows).toBeLessThan(40)
  for (const more of screen.queryAllByRole('button', { name: /^还有 \d+ 项/ })) {
    await act(async () => void fireEvent.click(more))
    expect(phone.moves[phone.moves.length - 1]).toBe('open group')
  }
})

test('很多项在等同一个回答：先说是哪一题，点了就回到那一题', async () => {
  await openResult('什么都不清楚')
  const key = screen.getByRole('button', { name: /^先弄清楚：/ })
  const [, count] = /有 (\d+) 项在等这个回答/.exec(key.textContent ?? '') ?? []
  expect(Number(count)).toBeGreaterThanOrEqual(3)
  await act(async () => void fireEvent.click(key))
  const { interview, position } = useChecker.getState()
  expect(key.textContent).toContain(questionById(interview.trail[position] ?? '')?.title)
  expect(phone.moves).toEqual(['replace check'])
})

test('只有一两项在等的：不另外说', async () => {
  await openResult('爸爸去世，妈妈的刑期不清楚')
  const waiting = keyQuestion(findingsOf(families['爸爸去世，妈妈的刑期不清楚']).all)
  expect(waiting?.question.id).toBe('mother.imprisonedTerm')
  expect(screen.queryAllByRole('button', { name: /^先弄清楚：/ })).toHaveLength(
    (waiting?.count ?? 0) < 3 ? 0 : 1,
  )
})

test('全部的一组：每一项都在', async () => {
  answerFrom(families['爸爸妈妈都在身边'])
  const refused = findingsOf(families['爸爸妈妈都在身边']).all.filter(
    ({ result, code }) => result === 'NOT_ELIGIBLE' && code !== 'XPROV_ACCEPT',
  )
  await openPage(GroupPage, { name: 'instead' })
  expect(headings(1)).toEqual([`这次不符合，可以用别的（${refused.length} 项）`])
  expect(screen.getAllByRole('button', { name: /可以改用/ })).toHaveLength(refused.length)
})

test('点一项：开它自己的一页', async () => {
  await openResult('爸爸妈妈都在服刑')
  await press(/^爱心妈妈/)
  expect(phone.moves).toEqual(['open item'])
  expect(phone.asked).toEqual({ code: 'AIXIN_MAMA' })
})

test('没答完也能看：说还有问题没答，能接着答', async () => {
  await openResult('爸爸妈妈都在服刑', 3)
  await press('接着答')
  expect(phone.moves).toEqual(['replace check'])
})

test('没有答案：不出结果，请去答题', async () => {
  act(() => useChecker.getState().forget())
  await openPage(ResultPage)
  expect(headings(1)).toEqual(['还没有答题'])
  await press('看看能领什么')
  expect(phone.moves).toEqual(['replace check'])
})

test('存答案：按了才存，存好了说一声', async () => {
  await openResult('爸爸妈妈都在服刑')
  expect(phone.kept.has('checker')).toBe(false)
  await press('把答案存在这台手机上')
  expect(phone.kept.has('checker')).toBe(true)
  expect(screen.getByRole('alert').textContent).toContain('已存在这台手机上')
})

test('换一个孩子：从第一题重新开始，假设也不留', async () => {
  await openResult('爸爸妈妈都在服刑')
  act(() => useHypothesis.getState().assume('child.stage', { kind: 'unknown' }))
  await press('换一个孩子，从头再来')
  expect(useChecker.getState().position).toBe(0)
  expect(useChecker.getState().interview.given).toEqual({})
  expect(useHypothesis.getState().changes).toEqual({})
})
