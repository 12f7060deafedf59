import { appearanceOf } from '@/stores/preferences'

jest.mock('@/platform/storage', () => jest.requireActual('../support/phone').storage)
jest.mock('@/platform/appearance', () => ({ fontScaleOfPhone: () => 1 }))

test.each([
  ['什么都没选，手机是标准', {}, 1, { fontScale: 1, elder: false }],
  ['什么都没选，手机开了关怀模式', {}, 1.4, { fontScale: 1.4, elder: true }],
  ['选了大字，手机是标准', { fontScale: 1.25 as const }, 1, { fontScale: 1.25, elder: false }],
  ['选了标准，手机开了关怀模式：听人的', { fontScale: 1 as const }, 1.4, { fontScale: 1, elder: false }],
  ['选了最大', { fontScale: 1.7 as const }, 1, { fontScale: 1.7, elder: true }],
  ['选了长辈版：字不会是标准的', { elder: true }, 1, { fontScale: 1.25, elder: true }],
  ['长辈版，字更大', { elder: true, fontScale: 1.5 as const }, 1, { fontScale: 1.5, elder: true }],
  ['关怀模式里选回标准版：字照样大', { elder: false }, 1.4, { fontScale: 1.4, elder: false }],
])('%s', (_, chosen, phoneScale, expected) => {
  expect(appearanceOf(chosen, phoneScale)).toEqual(expected)
})
