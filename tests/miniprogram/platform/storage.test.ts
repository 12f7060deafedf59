import type * as Storage from '@/platform/storage'
import type * as Sealed from '@/platform/sealedStorage'
import { load } from './support/taro'

const full = { errMsg: 'setStorage:fail entry size limit reached, exceed max size' }
const broken = { errMsg: 'setStorage:fail' }
const throws = (error: unknown) =>
  jest.fn(() => {
    throw error
  })

test.each([
  ['full', full],
  ['full', Object.assign(new Error('The quota has been exceeded.'), { name: 'QuotaExceededError' })],
  ['failed', broken],
])('a phone that keeps nothing says so: %s', (outcome, error) => {
  expect(
    load<typeof Storage>('storage', 'weapp', { setStorageSync: throws(error) }).writeStored('a', 1),
  ).toBe(outcome)
})

test('what is not there is undefined, on both targets', () => {
  const getStorageSync = jest.fn(() => '')
  expect(load<typeof Storage>('storage', 'weapp', { getStorageSync }).readStored('a')).toBeUndefined()
  expect(
    load<typeof Storage>('storage', 'h5', { getStorageSync: throws(broken) }).readStored('a'),
  ).toBeUndefined()
})

test('in WeChat a draft is written and read encrypted', async () => {
  const kept = new Map<string, string>()
  const setStorage = jest.fn(({ key, data }: { key: string; data: string }) => {
    kept.set(key, data)
    return Promise.resolve({})
  })
  const getStorage = jest.fn(({ key }: { key: string }) => Promise.resolve({ data: kept.get(key) }))
  const sealed = load<typeof Sealed>('sealedStorage', 'weapp', { setStorage, getStorage })
  expect(await sealed.writeSealed('draft', { name: '王小明' })).toBe('stored')
  expect(await sealed.readSealed('draft')).toEqual({ name: '王小明' })
  expect(setStorage).toHaveBeenCalledWith(expect.objectContaining({ encrypt: true }))
  expect(getStorage).toHaveBeenCalledWith(expect.objectContaining({ encrypt: true }))
})

test.each([
  ['full', full],
  ['failed', broken],
])('a draft that could not be kept is told: %s', async (outcome, error) => {
  const setStorage = jest.fn(() => Promise.reject(error))
  expect(await load<typeof Sealed>('sealedStorage', 'weapp', { setStorage }).writeSealed('d', 1)).toBe(
    outcome,
  )
})

test.each([
  ['there is none', jest.fn(() => Promise.reject({ errMsg: 'getStorage:fail data not found' }))],
  ['it is damaged', jest.fn(() => Promise.resolve({ data: '{"a":' }))],
  ['the answer is empty', jest.fn(() => Promise.resolve({ errMsg: '暂时不支持 API' }))],
])('no draft when %s', async (_case, getStorage) => {
  expect(await load<typeof Sealed>('sealedStorage', 'weapp', { getStorage }).readSealed('d')).toBeUndefined()
})
