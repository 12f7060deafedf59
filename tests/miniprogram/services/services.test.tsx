import { act, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { provisionById } from '@domain/policy/provisions'
import { asksIdNumbers, listedServices, serviceCodes, services } from '@domain/services/catalogue'
import { guideNames, guides } from '@domain/services/guides'
import { paperName } from '@domain/services/paperCatalogue'
import GuidePage from '@/packages/services/guide'
import ListPage from '@/packages/services/list'
import ServicePage from '@/packages/services/service'
import { call } from '@/platform/phone'
import { answerFrom, headings, openPage, pageText, press } from '../eligibility/support'
import { families } from '../eligibility/families'
import { phone } from '../support/phone'

jest.mock('@/platform/navigation', () => jest.requireActual('../support/phone').navigation)
jest.mock('@/platform/lifecycle', () => jest.requireActual('../support/phone').lifecycle)
jest.mock('@/platform/network', () => jest.requireActual('../support/phone').network)
jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/sealedStorage', () => jest.requireActual('../support/phone').sealedStorage)
jest.mock('@/platform/photos', () => ({ removePhoto: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: jest.fn() }))
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))
jest.mock('@/platform/phone', () => ({ call: jest.fn(() => Promise.resolve('calling')) }))
jest.mock('@/platform/clock', () => ({ today: () => '2026-11-24', now: () => '2026-11-24T02:00:00.000Z' }))

// Colours are for the token test: jsdom computes none.
const rules = { 'color-contrast': { enabled: false } }
beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
beforeEach(() => phone.reset())

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const open = (service: string, more: Record<string, string> = {}) =>
  openPage(ServicePage, { service, ...more })

test('名单上每一件都有，保密的那件没有；读屏没有问题', async () => {
  await openPage(ListPage)
  for (const code of listedServices) {
    await press(new RegExp(`^${services[code].neutralTitle}`))
    expect([phone.moves.pop(), phone.asked]).toEqual(['open service', { service: code }])
  }
  expect(pageText()).not.toContain(services.CATEGORY_A.neutralTitle)
  expect(pageText()).not.toMatch(/孤儿|艾滋|服刑|戒毒|困境/)
  expect(await faults()).toEqual([])
})

test('保密的那一件：一句话，两条路', async () => {
  await openPage(ListPage)
  await press('打 12345 问一问')
  expect(call).toHaveBeenCalledWith('12345')
  await press('在手机上直接交给区里')
  expect(phone.asked).toEqual({ service: 'CATEGORY_A' })
})

test.each(serviceCodes)('%s：谁、哪里、带什么、多久、花钱吗、以后、没办成、依据，样样都说', async (code) => {
  await open(code)
  const { neutralTitle, title, whoMayApply, where, cost, next, refused, limits, basis } = services[code]
  expect(headings(1)).toEqual([neutralTitle])
  for (const line of [title, ...whoMayApply, ...where, cost, ...next, ...refused, limits.note])
    expect(pageText()).toContain(line)
  if (code !== 'CATEGORY_A') for (const line of basis) expect(pageText()).toContain(line)
})

test.each(['DFUC_ALLOWANCE', 'DIRECTOR_VISIT', 'ENTRUSTED_CARE', 'CATEGORY_A'])(
  '%s：读屏没有问题',
  async (code) => {
    await open(code)
    expect(await faults()).toEqual([])
  },
)

test.each(serviceCodes)('%s：每一样材料都在，说为什么要；要看情况的，说什么情况', async (code) => {
  await open(code)
  for (const { paper } of services[code].papers) expect(pageText()).toContain(paperName(paper))
  if (services[code].papers.length === 0) expect(pageText()).toContain('不用带材料，说清楚就行。')
})

test.each(listedServices)('%s：政策的原话，一字不差', async (code) => {
  await open(code)
  for (const id of services[code].provisions) expect(pageText()).toContain(provisionById(id).quote)
})

test('保密的那一件：页面上没有病的名字', async () => {
  await open('CATEGORY_A')
  expect(pageText()).not.toMatch(/艾滋|HIV/)
  expect(pageText()).toContain('也可以直接去区民政局，只找专人。')
})

test('从结果来的：材料按回答列，去申请也带着回答', async () => {
  answerFrom(families['爸爸妈妈都在服刑'])
  await open('DFUC_ALLOWANCE', { from: 'check' })
  expect(screen.getByText('孩子爸爸的判决书')).toBeTruthy()
  await press('在手机上申请')
  expect(phone.asked).toEqual({ service: 'DFUC_ALLOWANCE', from: 'check' })
})

test('不是从结果来的：上一家的回答一点也不用', async () => {
  answerFrom(families['爸爸妈妈都在服刑'])
  await open('DFUC_ALLOWANCE')
  expect(pageText()).not.toContain('判决书')
  await press('在手机上申请')
  expect(phone.asked).toEqual({ service: 'DFUC_ALLOWANCE' })
})

test('按的字说做什么：申请、提出来、告知', async () => {
  for (const [code, words] of [
    ['DIBAO', '在手机上申请'],
    ['DIRECTOR_VISIT', '在手机上提出来'],
    ['ENTRUSTED_CARE', '在手机上告知'],
  ] as const) {
    await open(code)
    expect(screen.getByRole('button', { name: words })).toBeTruthy()
  }
})

test('决定权利的，六条权利都在；请人帮忙的，不说复议', async () => {
  for (const code of serviceCodes) {
    await open(code)
    expect(pageText().includes('不服可以申请行政复议，也可以起诉。')).toBe(asksIdNumbers(code))
  }
})

test.each(guideNames)('%s：不填表，一按就打', async (guide) => {
  await openPage(GuidePage, { guide })
  expect(headings(1)).toEqual([guides[guide].title])
  for (const line of guides[guide].lines) expect(pageText()).toContain(line)
  const [first = ''] = guides[guide].call
  // The call bar of every page has the number of the city as well, below.
  await act(async () => screen.getAllByRole('button', { name: new RegExp(`^${first} `) })[0]?.click())
  expect(call).toHaveBeenLastCalledWith(first)
  expect(await faults()).toEqual([])
})

test.each([[''], ['没有的']])('链接指的是“%s”：说没有找到，去名单', async (name) => {
  await openPage(GuidePage, { guide: name })
  await press('看能办的事')
  await openPage(ServicePage, { service: name })
  await press('看能办的事')
  expect(phone.moves).toEqual(['replace services', 'replace services'])
})

test('axe 看得出错：没有名字的按钮', async () => {
  document.body.innerHTML = ''
  render(<div role="button" tabIndex={0} />)
  expect((await faults()).length).toBeGreaterThan(0)
})
