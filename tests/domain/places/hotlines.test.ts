import { defaultHotline, hotlineOf, hotlines } from '@domain/places/hotlines'

test('有危险的排在最前：先 110，再 120', () => {
  expect(hotlines.slice(0, 2).map(({ number, state }) => [number, state])).toEqual([
    ['110', 'emergency'],
    ['120', 'emergency'],
  ])
})

test.each(hotlines.map((hotline) => [hotline.number, hotline] as const))(
  '%s 有用途、出处和核对月份',
  (_, hotline) => {
    expect(hotline.number).toMatch(/^(110|120|12\d{3})$/)
    expect(hotline.purpose).not.toBe('')
    expect(hotline.source).not.toBe('')
    expect(hotline.verifiedAt).toMatch(/^\d{4}-\d{2}$/)
  },
)

test('没有核实过的号码不列出来', () => {
  for (const number of ['12385', '12320', '12309']) expect(hotlineOf(number)).toBeUndefined()
})

test('每页都有的号码在名单里', () => {
  expect(hotlineOf(defaultHotline)?.number).toBe('12345')
})
