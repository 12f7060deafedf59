import type * as Navigation from '@/platform/navigation'
import { load, type TaroStandIn } from './support/taro'

function program(depth = 1): { taro: TaroStandIn; navigation: typeof Navigation } {
  const taro: TaroStandIn = {
    getCurrentPages: jest.fn(() => Array.from({ length: depth })),
    navigateTo: jest.fn(() => Promise.resolve({})),
    redirectTo: jest.fn(() => Promise.resolve({})),
    switchTab: jest.fn(() => Promise.resolve({})),
    navigateBack: jest.fn(() => Promise.resolve({})),
  }
  return { taro, navigation: load<typeof Navigation>('navigation', 'weapp', taro) }
}

test('a value travels encoded and arrives as it was', async () => {
  const { taro, navigation } = program()
  await navigation.open('case', { id: '中 文%&=' })
  const { url } = taro.navigateTo?.mock.calls[0]?.[0] as { url: string }
  expect(url).toBe('/packages/tracking/case/index?id=%E4%B8%AD%20%E6%96%87%25%26%3D')
  const raw = Object.fromEntries([url.split('?')[1]?.split('=') ?? []]) as Record<string, string>
  expect(navigation.readQuery({ ...raw, $taroTimestamp: '1', stamp: 'A' })).toEqual({ id: '中 文%&=' })
})

test('a value that is not encoded rightly is left as it is', () => {
  expect(program().navigation.readQuery({ a: '100%', b: undefined })).toEqual({ a: '100%' })
})

test('a tab page is switched to', async () => {
  const { taro, navigation } = program()
  await navigation.open('progress')
  expect(taro.switchTab).toHaveBeenCalledWith({ url: '/pages/progress/index' })
})

test('at the depth WeChat allows, the page is replaced instead', async () => {
  const { taro, navigation } = program(10)
  expect(await navigation.open('form')).toBe('moved')
  expect(taro.navigateTo).not.toHaveBeenCalled()
  expect(taro.redirectTo).toHaveBeenCalledTimes(1)
})

test('back from a page that was opened by a message leads home', async () => {
  const { taro, navigation } = program(1)
  await navigation.back()
  expect(taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('two quick taps open one page', async () => {
  const { taro, navigation } = program()
  await Promise.all([navigation.open('form'), navigation.open('form')])
  expect(taro.navigateTo).toHaveBeenCalledTimes(1)
  await navigation.open('form')
  expect(taro.navigateTo).toHaveBeenCalledTimes(2)
})

test('a page that cannot be opened is told', async () => {
  const { taro, navigation } = program()
  taro.navigateTo?.mockReturnValueOnce(Promise.reject({ errMsg: 'navigateTo:fail' }))
  expect(await navigation.open('form')).toBe('failed')
})
