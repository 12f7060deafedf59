import { act, screen } from '@testing-library/react'
import SummaryPage from '@/packages/eligibility/summary'
import { useChecker } from '@/stores/checker'
import { phone } from '../support/phone'
import { families, familyNames } from './families'
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
jest.mock('@/platform/printing', () => ({ canPrint: true, printPage: jest.fn() }))

const { printPage } = jest.requireMock<{ printPage: jest.Mock }>('@/platform/printing')

beforeEach(() => phone.reset())

test('回答、结果带条目、材料，都在一页上；写明日子和依据', async () => {
  answerFrom(families['爸爸妈妈都在服刑'])
  await openPage(SummaryPage)
  expect(headings(1)).toEqual(['拿给窗口看'])
  expect(screen.getByText('2026年11月24日在手机上答的')).toBeTruthy()
  expect(pageText()).toContain('依据是征求意见稿')
  expect(pageText()).toContain('事实无人抚养儿童基本生活补贴')
  expect(pageText()).toContain('一（一）加大基本生活保障力度')
  expect(screen.getByText('孩子爸爸的判决书')).toBeTruthy()
  expect(screen.getByText('孩子爸爸判了多久？')).toBeTruthy()
})

test.each(familyNames)('%s：家里没说过的病和残疾，这一页上没有', async (name) => {
  answerFrom(families[name])
  await openPage(SummaryPage)
  const answered = JSON.stringify(families[name])
  if (!/illness|disab/i.test(answered))
    expect(pageText().replace(/残疾证|重病或慢性病|残疾人证/g, '')).not.toMatch(
      /艾滋|HIV|病残|重病、重残|残疾孤儿/,
    )
})

test('打印：按一下就打印这一页', async () => {
  answerFrom(families['爸爸妈妈都在服刑'])
  await openPage(SummaryPage)
  await press('打印这一页')
  expect(printPage).toHaveBeenCalledTimes(1)
})

test('答“不清楚”的有几题，写明白', async () => {
  answerFrom(families['爸爸去世，妈妈的刑期不清楚'])
  await openPage(SummaryPage)
  expect(screen.getByText('还有 1 题答的是“不清楚”。')).toBeTruthy()
})

test('还等着家里回答的：不拿到窗口去问', async () => {
  answerFrom(families['什么都不清楚'])
  await openPage(SummaryPage)
  expect(pageText()).toContain('事实无人抚养儿童基本生活补贴')
  expect(pageText()).not.toContain('高中助学金')
})

test('没答过题：先去答题', async () => {
  act(() => useChecker.getState().forget())
  await openPage(SummaryPage)
  expect(headings(1)).toEqual(['还没有答题'])
})
