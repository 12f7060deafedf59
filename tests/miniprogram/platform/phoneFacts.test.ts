import type * as Appearance from '@/platform/appearance'
import type * as RandomId from '@/platform/randomId'
import { fails, load, succeeds, type TaroStandIn } from './support/taro'

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('字号', () => {
  test.each([
    ['关怀模式', { fontSizeScaleFactor: 1.4 }, 'ios', 1.4],
    ['larger than we can draw', { fontSizeScaleFactor: 2.2 }, 'ios', 1.7],
    ['smaller than standard stays at 18 dp', { fontSizeScaleFactor: 0.8 }, 'ios', 1],
    ['old WeChat on iOS tells the size alone', { fontSizeSetting: 25.5 }, 'ios', 1.5],
    ['old WeChat on Android', { fontSizeSetting: 16 }, 'android', 1],
    ['nothing is told', {}, 'android', 1],
    ['a number that is none', { fontSizeSetting: NaN }, 'android', 1],
  ])('%s', (_case, info, platform, scale) => {
    const taro = { getAppBaseInfo: jest.fn(() => info), getDeviceInfo: jest.fn(() => ({ platform })) }
    expect(load<typeof Appearance>('appearance', 'weapp', taro).fontScaleOfPhone()).toBeCloseTo(scale)
  })

  test('WeChat without the function, and a browser, are at standard', () => {
    expect(load<typeof Appearance>('appearance', 'weapp').fontScaleOfPhone()).toBe(1)
    expect(load<typeof Appearance>('appearance', 'h5').fontScaleOfPhone()).toBe(1)
    expect(load<typeof Appearance>('appearance', 'h5').topEdge()).toEqual({ statusBar: 0 })
  })
})

describe('编号', () => {
  const manager = (getRandomValues: jest.Mock): TaroStandIn => ({
    getUserCryptoManager: jest.fn(() => ({ getRandomValues })),
  })

  test('random bytes of WeChat become a UUID of version 4', async () => {
    const randomValues = Uint8Array.from({ length: 16 }, (_, index) => index * 17).buffer
    const taro = manager(succeeds({ randomValues }))
    const id = await load<typeof RandomId>('randomId', 'weapp', taro).randomId()
    expect(id).toBe('00112233-4455-4677-8899-aabbccddeeff')
  })

  test.each([
    ['WeChat fails', manager(fails('getRandomValues:fail'))],
    ['too few bytes come', manager(succeeds({ randomValues: new ArrayBuffer(4) }))],
    ['WeChat is too old', {}],
  ])('an id is made all the same when %s', async (_case, taro) => {
    const { randomId } = load<typeof RandomId>('randomId', 'weapp', taro)
    const ids = await Promise.all(Array.from({ length: 200 }, () => randomId()))
    expect(ids.filter((id) => !uuid4.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(200)
  })
})
