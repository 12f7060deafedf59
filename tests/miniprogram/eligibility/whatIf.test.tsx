import { act, screen } from '@testing-library/react'
import { findingsOf } from '@/packages/eligibility/findings'
import { differencesOf } from '@/packages/eligibility/whatIf/differences'
import { useHypothesis } from '@/packages/eligibility/whatIf/hypothesis'
import WhatIfPage from '@/packages/eligibility/whatIf'
import { useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { clearPhone } from '@/stores/clearing'
import { network, phone } from '../support/phone'
import { families } from './families'
import { answerFrom, choose, headings, openPage, pageText, press } from './support'

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

const real = families['爸爸妈妈都在服刑']

beforeEach(() => {
  phone.reset()
  act(() => useHypothesis.getState().forget())
  answerFrom(real)
})

/** Taps these rows (a chosen one is let go) and opens the page of what would come of it. */
async function assume(question: string, ...answers: string[]): Promise<void> {
  await openPage(WhatIfPage, { question })
  for (const answer of answers) choose(answer)
  await press('看会怎样')
  await openPage(WhatIfPage, phone.asked)
}

test('选一题：每一题现在怎么答的都写着；常会变的也在，没问过也能试', async () => {
  await openPage(WhatIfPage)
  expect(screen.getByRole('button', { name: /^孩子现在上什么学？.*现在：小学/ })).toBeTruthy()
  expect(screen.getByRole('button', { name: /^孩子爸爸现在是什么情况？/ })).toBeTruthy()
  await press(/^孩子现在上什么学/)
  expect(phone.asked).toEqual({ question: 'child.stage' })
})

test('如果上了高中：小学初中的没有了，高中的会有；都标明是假设', async () => {
  await assume('child.stage', '高中')
  expect(screen.getByText('这是假设，不是真的结果。')).toBeTruthy()
  expect(pageText()).toContain('高中（现在：小学）')
  const gained = screen.getByRole('heading', { name: /^会多出来/ }).parentElement?.textContent
  const lost = screen.getByRole('heading', { name: /^会没有了/ }).parentElement?.textContent
  expect(gained).toContain('高中、中职免学费和教科书费')
  expect(lost).toContain('义务教育生活补助')
  expect(pageText()).toMatch(/其他 \d+ 项不变。/)
})

test('真的回答一个也没动，什么都没存，没上网', async () => {
  const before = checkerAnswers()
  await assume('child.stage', '大专')
  expect(checkerAnswers()).toEqual(before)
  expect(phone.kept.size).toBe(0)
  expect(network.request).not.toHaveBeenCalled()
})

test('回真的结果：假设不留', async () => {
  await assume('child.stage', '高中')
  await press('回真的结果')
  expect(phone.moves[phone.moves.length - 1]).toMatch(/^back/)
  expect(useHypothesis.getState().changes).toEqual({})
})

test('再改一题：两个假设一起算', async () => {
  await assume('child.stage', '高中')
  await assume('mother.situation', '在服刑', '在身边，能照顾孩子')
  expect(screen.getAllByRole('button', { name: /^修改/ })).toHaveLength(2)
  expect(screen.getByRole('heading', { name: /^会没有了/ }).parentElement?.textContent).toContain(
    '事实无人抚养儿童基本生活补贴',
  )
})

test('假设带出新的问题：请再答一题', async () => {
  await assume('mother.situation', '在服刑', '有残疾证')
  await press('孩子妈妈的残疾证是哪一类？')
  expect(phone.asked).toEqual({ question: 'mother.disabilityType' })
})

test('改回一样的：说结果都不变', async () => {
  await assume('child.stage', '小学')
  expect(headings(1)).toEqual(['如果这样，结果都不变'])
})

test('没选就看：说还没有选', async () => {
  answerFrom({ ...real, 'child.stage': { kind: 'unknown' } })
  await openPage(WhatIfPage, { question: 'child.adoptedOn' })
  await press('看会怎样')
  expect(screen.getByRole('alert').textContent).toContain('还没有选。')
})

test('外省的户口：先问哪个省', async () => {
  await openPage(WhatIfPage, { question: 'child.hukou' })
  choose('外省')
  await press('看会怎样')
  expect(phone.asked).toEqual({ question: 'child.hukou', list: 'provinces' })
  await openPage(WhatIfPage, phone.asked)
  expect(headings(1)).toEqual(['孩子的户口在哪个省？'])
})

test('没答过题：先去答题', async () => {
  act(() => useChecker.getState().forget())
  await openPage(WhatIfPage)
  expect(headings(1)).toEqual(['还没有答题'])
})

test('清除这台手机上的东西：假设也清掉', async () => {
  act(() => useHypothesis.getState().assume('child.stage', { kind: 'unknown' }))
  await act(async () => void (await clearPhone()))
  expect(useHypothesis.getState().changes).toEqual({})
})

test('多出来的、没有了的、变了的、不变的，加起来是全部', () => {
  const before = findingsOf(real).all
  const after = findingsOf(families['爸爸妈妈都在身边']).all
  const { gained, lost, other, same } = differencesOf(before, after)
  expect(gained.length + lost.length + other.length + same).toBe(after.length)
  expect(lost.map(({ code }) => code)).toContain('DFUC_ALLOWANCE')
  expect(differencesOf(before, before)).toEqual({ gained: [], lost: [], other: [], same: before.length })
})
