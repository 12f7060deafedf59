import { act, screen } from '@testing-library/react'
import { type Answers } from '@domain/eligibility/questions'
import AheadPage from '@/packages/eligibility/ahead'
import { comingOf } from '@/packages/eligibility/ahead/comingOf'
import { useChecker } from '@/stores/checker'
import { phone } from '../support/phone'
import { families } from './families'
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

const openAhead = async (answers: Answers, pages?: number) => {
  answerFrom(answers, pages)
  await openPage(AheadPage)
}

beforeEach(() => phone.reset())

test('失联报警满6个月的日子：提前写明哪天起能申请，要交什么', async () => {
  await openAhead(families['爸爸去世，妈妈失联报警3个月'])
  expect(headings(1)).toEqual(['以后会怎样'])
  expect(headings(2)).toEqual(['要做的事', '以后会有的'])
  expect(pageText()).toContain('2027年2月20日')
  expect(pageText()).toContain('回执单')
  expect(pageText()).toContain('依据是征求意见稿')
})

test('渐退期没有公布：说日子还定不了，不编日子', async () => {
  await openAhead(families['满了18岁不上学的孤儿'])
  const ends = screen.getByRole('heading', { name: '会结束的' }).parentElement?.textContent
  expect(ends).toContain('儿童基本生活费')
  expect(ends).toContain('以民政部门公布为准')
  expect(ends).toContain('日子还定不了')
  expect(ends).not.toMatch(/\d{4}年/)
})

test('每一件事都能点开政策原话', async () => {
  await openAhead(families['爸爸妈妈都去世'])
  await press(/^福彩圆梦助学/)
  expect(phone.moves).toEqual(['open policy'])
  expect(phone.asked).toEqual({ provision: '3.3-f' })
})

test('看不出变化：照实说，不留空白', async () => {
  await openAhead(families['爸爸妈妈都在身边'])
  expect(headings(1)).toEqual(['现在看不出以后的变化'])
  expect(screen.getByText('家里有变化，请告诉街道（镇）。')).toBeTruthy()
})

test('题没答完：请接着答', async () => {
  await openAhead(families['爸爸妈妈都去世'], 3)
  await press('接着答')
  expect(phone.moves).toEqual(['replace check'])
})

test('没答过题：先去答题', async () => {
  act(() => useChecker.getState().forget())
  await openPage(AheadPage)
  expect(headings(1)).toEqual(['还没有答题'])
})

test('先说要做的，再说会结束的；没有的不占地方', () => {
  const event = { text: '', provision: '1.1-j' } as const
  const list = (['begins', 'ends', 'handIn', 'ends'] as const).map((kind) => ({ ...event, kind }))
  expect(comingOf(list).map(({ kind, events }) => [kind, events.length])).toEqual([
    ['handIn', 1],
    ['ends', 2],
    ['begins', 1],
  ])
  expect(comingOf([])).toEqual([])
})
