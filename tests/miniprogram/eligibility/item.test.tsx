import { act, screen } from '@testing-library/react'
import { policyText } from '@domain/policy/policyText'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { provisionOf } from '@domain/policy/provisions'
import { findingsOf } from '@/packages/eligibility/findings'
import { changeWords, factWords } from '@/packages/eligibility/factWords'
import ItemPage from '@/packages/eligibility/item'
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

const shown = checkerCodes.filter((code) => code !== 'HIV_ALLOWANCE')

const openItem = async (name: FamilyName, code: string) => {
  answerFrom(families[name])
  await openPage(ItemPage, { code })
}

beforeEach(() => phone.reset())

test.each(familyNames)('%s：每一项的页面都有答案、政策原话、带什么、找谁，引用一字不差', async (name) => {
  answerFrom(families[name])
  for (const { code, result } of findingsOf(families[name]).all) {
    await openPage(ItemPage, { code })
    expect(screen.getByText('这是初步判断，以部门认定为准。依据是征求意见稿。')).toBeTruthy()
    const quotes = screen.getAllByText(/^“.+”$/)
    for (const { textContent } of quotes)
      expect(policyText.replace(/\s/g, '')).toContain(textContent?.slice(1, -1).replace(/\s/g, ''))
    expect(screen.getAllByText(/· 征求意见稿$/)).toHaveLength(quotes.length)
    expect(headings(2)).toContain('找谁办')
    expect(pageText()).toContain(`${provisionOf(code).office}负责。`)
    if (result === 'NOT_ELIGIBLE') expect(headings(2)).toContain('可以改用')
    else expect(headings(2)).toContain('要带什么')
    expect(headings(1).join()).not.toMatch(/困境|孤儿|艾滋|服刑|戒毒/)
    expect(pageText()).not.toMatch(/HIV|艾滋|\d+\s*元/)
  }
})

test('手机上能办的一项：材料写出名字，能看怎么拍，能去申请', async () => {
  await openItem('爸爸妈妈都在服刑', 'DFUC_ALLOWANCE')
  expect(screen.getByText('孩子爸爸的判决书')).toBeTruthy()
  await press('看要带什么')
  await press('去申请')
  expect(phone.moves).toEqual(['open service', 'open start'])
})

test('手机上不办的：不编材料，请先打电话问；手机上不能交就说不能', async () => {
  await openItem('爸爸妈妈都在服刑', 'AIXIN_MAMA')
  expect(screen.getByText('先打电话问，请对方一次说清楚。')).toBeTruthy()
  expect(screen.getByText('手机上还不能交，要到办的地方交。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '去申请' })).toBeNull()
})

test('一件事办几样：带着那件事的名字去，材料是那件事的', async () => {
  await openItem('爸爸妈妈都在服刑', 'DIBAO')
  expect(screen.getByText('收入和财产的声明')).toBeTruthy()
  await press('去申请')
  expect(phone.asked).toEqual({ service: 'DIBAO', from: 'check' })
})

test('看原文：带着条目去政策说明', async () => {
  await openItem('爸爸妈妈都在服刑', 'ACCIDENT_INS')
  await act(async () => screen.getAllByRole('link', { name: /^看原文/ })[0]?.click())
  expect(phone.moves).toEqual(['open policy'])
  expect(phone.asked).toEqual({ provision: '2.1-f' })
})

test('还要再确认：说清楚哪一题能确定，点了就回到那一题', async () => {
  await openItem('爸爸去世，妈妈的刑期不清楚', 'DFUC_ALLOWANCE')
  await press('孩子妈妈判了多久？')
  expect(phone.moves).toEqual(['replace check'])
  const { interview, position } = useChecker.getState()
  expect(interview.trail[position]).toBe('mother.imprisonedTerm')
})

test('还没问到的：请接着答', async () => {
  answerFrom(families['爸爸妈妈都在服刑'], 2)
  await openPage(ItemPage, { code: 'DFUC_ALLOWANCE' })
  await press('接着答')
  expect(phone.moves).toEqual(['replace check'])
})

test('只有部门能定的：不拿问题烦人，说明白', async () => {
  await openItem('爸爸妈妈都在服刑', 'STAGE_AID')
  expect(screen.getByText('这一项由部门来定，手机上定不了。')).toBeTruthy()
})

test('这次不符合：说什么变了会符合，点了去试那一题；说可以改用什么', async () => {
  await openItem('爸爸妈妈都在服刑', 'TEMP_AID')
  expect(headings(2)).toEqual(['政策怎么说', '什么变了，结果会变', '可以改用', '找谁办'])
  await press(/^家里突然有困难/)
  expect(phone.moves).toEqual(['open whatIf'])
  expect(phone.asked).toEqual({ question: 'family.circumstances' })
  await press(/^最低生活保障/)
  expect(phone.asked).toEqual({ code: 'DIBAO' })
})

test('到时候可以：写明最早的日子，和派出所出回执单的日子', async () => {
  await openItem('爸爸去世，妈妈失联报警3个月', 'DFUC_ALLOWANCE')
  expect(screen.getByText('最早的日子：2027年2月20日。')).toBeTruthy()
  expect(screen.getByText('派出所最早2027年2月21日出回执单。')).toBeTruthy()
})

test('名字会说出家里的事：标题用别的叫法，正式的名字在里面', async () => {
  await openItem('爸爸妈妈都去世', 'ORPHAN_ALLOWANCE')
  expect(headings(1)).toEqual(['儿童基本生活费'])
  expect(screen.getByText('政策里叫“孤儿基本生活费”。')).toBeTruthy()
})

test('不由手机判断的帮助：说是什么、政策原话、找谁', async () => {
  await openItem('爸爸妈妈都在服刑', 'DIRECTOR_VISIT')
  expect(headings(1)).toEqual(['儿童主任上门看望'])
  expect(headings(2)).toEqual(['政策怎么说', '找谁办'])
})

test.each([[''], ['没有的'], ['HIV_ALLOWANCE']])('链接指的是“%s”：说没有找到', async (code) => {
  await openItem('爸爸妈妈都在服刑', code)
  expect(headings(1)).toEqual(['没有找到这一项'])
  await press('去看结果')
  expect(phone.moves).toEqual(['replace result'])
})

test('没答过题：每一项也能看，只是不下判断', async () => {
  act(() => useChecker.getState().forget())
  for (const code of shown) {
    await openPage(ItemPage, { code })
    expect(pageText()).toContain(provisionOf(code).plain)
    expect(headings(2)).toEqual(['政策怎么说', '找谁办'])
  }
})

test.each(familyNames)('%s：会变的每一件事都有说法', (name) => {
  for (const { flips = [], missing = [] } of findingsOf(families[name]).all)
    for (const path of [...flips.flat(), ...missing])
      expect([path, factWords(path)]).toEqual([path, expect.any(String)])
})

test('几件事要一起变：连着说，同一件不说两遍', () => {
  expect(changeWords(['child.hukou.division', 'child.schooling.stage'])).toBe(
    '孩子的户口所在地，并且孩子上的学',
  )
  expect(changeWords(['parents.father.imprisoned', 'parents.father.disabilities'])).toBe('爸爸的情况')
})
