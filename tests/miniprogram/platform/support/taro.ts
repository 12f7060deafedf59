/** Stands in for @tarojs/taro: every function is named, so that a call nobody planned fails the test. */
export type TaroStandIn = Record<string, jest.Mock>

type Target = 'weapp' | 'h5'

/**
 * Loads a file of platform/ as the build for this target would, with these Taro functions and no others.
 * The target is a constant of the build, hence the fresh load.
 */
export function load<Module extends object>(file: string, target: Target, taro: TaroStandIn = {}): Module {
  const before = process.env.TARO_ENV
  let module: Module | undefined
  process.env.TARO_ENV = target
  Object.assign(globalThis, { API_BASE: target === 'h5' ? '' : 'https://api.example' })
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }))
    module = jest.requireActual<Module>(`@/platform/${file}`)
  })
  if (before) process.env.TARO_ENV = before
  else delete process.env.TARO_ENV
  if (!module) throw new Error(file)
  return module
}

/** What Taro answers in a browser for a thing it cannot do: success, without the thing. */
export const resolvesUnsupported = () => jest.fn(() => Promise.resolve({ errMsg: '暂时不支持 API' }))

/** A WeChat function with callbacks that ends well. */
export const succeeds = (result: object) =>
  jest.fn((options: { success: (value: object) => void }) => options.success(result))

/** A WeChat function with callbacks that ends badly. */
export const fails = (errMsg: string) =>
  jest.fn((options: { fail: (error: { errMsg: string }) => void }) => options.fail({ errMsg }))
