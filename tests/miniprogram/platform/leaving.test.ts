import type * as Leaving from '@/platform/leaving'
import { load } from './support/taro'

const home = '#/pages/home/index'
const pages = ['#/pages/progress/index', '#/packages/tracking/case/index', '#/packages/privacy/mine/index']

/** A browser in which these pages were opened one after the other, and a router that replaces the last with 首页. */
function program(target: 'weapp' | 'h5', opened: readonly string[]) {
  opened.forEach((url, idx) =>
    idx === 0 ? window.history.replaceState({ idx }, '', url) : window.history.pushState({ idx }, '', url),
  )
  const switchTab = jest.fn(() => {
    window.history.replaceState(window.history.state, '', home)
    return Promise.resolve({})
  })
  return { switchTab, ...load<typeof Leaving>('leaving', target, { switchTab }) }
}

const moved = () => new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }))
const soon = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Where each press of a button of the browser leads, until it leads nowhere. */
async function walk(steps: number, presses: number): Promise<string[]> {
  const seen: string[] = []
  for (let press = 0; press < presses; press++) {
    const arrival = moved()
    window.history.go(steps)
    await arrival
    seen.push(window.location.hash)
  }
  return seen
}

test('浏览器：离开以后，按返回、按前进，都还是首页', async () => {
  const { leave, switchTab } = program('h5', pages)
  const arrival = moved()
  leave()
  expect(switchTab).toHaveBeenCalledTimes(1)
  expect(window.location.hash).toBe(home)
  await arrival
  expect([await walk(-1, 1), await walk(1, 1)]).toEqual([[home], [home]])
  expect(window.history.state).toEqual({ idx: 1 })
})

test('浏览器：连按几下，不会退到别的网站去', async () => {
  const before = window.history.length
  window.history.pushState(null, '', '#another-site')
  window.history.pushState(null, '', '#ours')
  const { leave } = program('h5', pages)
  const arrival = moved()
  leave()
  leave()
  await arrival
  await soon()
  expect(window.location.hash).toBe(home)
  expect(window.history.length).toBe(before + 3)
  expect(await walk(-1, 2)).toEqual([home, '#another-site'])
})

test('浏览器：第一页上离开，看过的也前进不回去', async () => {
  const { leave } = program('h5', pages.slice(0, 2))
  await walk(-1, 1)
  leave()
  window.history.forward()
  await soon()
  expect([window.location.hash, await walk(-1, 1)]).toEqual([home, [home]])
})

test('微信：换到首页就够了', () => {
  const { leave, switchTab } = program('weapp', pages)
  const before = window.history.length
  leave()
  expect(switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  expect(window.history.length).toBe(before)
})
