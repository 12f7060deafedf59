import { formatInstant, wuhaiTime } from '@domain/calendar/instant'

test.each([
  ['2026-03-09T12:14:05.120Z', '2026-03-09', '20:14'],
  ['2026-03-09T15:59:59.999Z', '2026-03-09', '23:59'],
  ['2026-03-09T16:00:00.000Z', '2026-03-10', '00:00'],
  ['2026-12-31T20:05:00Z', '2027-01-01', '04:05'],
  ['2028-02-28T16:30:00Z', '2028-02-29', '00:30'],
])('%s 在乌海是 %s %s', (instant, date, time) => {
  expect(wuhaiTime(instant)).toEqual({ date, time })
})

test.each(['', '2026-03-09', '2026-03-09T12:14:05+08:00', '昨天'])('不是世界时的 %j 不猜', (value) => {
  expect(wuhaiTime(value)).toBeUndefined()
  expect(formatInstant(value, '2026-03-09')).toBe('')
})

test('今年的不写年份，往年的写', () => {
  expect(formatInstant('2026-03-09T12:14:05.120Z', '2026-11-24')).toBe('3月9日 20:14')
  expect(formatInstant('2025-12-31T15:05:00Z', '2026-01-01')).toBe('2025年12月31日 23:05')
  expect(formatInstant('2025-12-31T16:05:00Z', '2026-01-01')).toBe('1月1日 00:05')
})
