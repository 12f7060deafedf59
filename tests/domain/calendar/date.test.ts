import fc from 'fast-check'
import {
  addDays,
  addMonths,
  compareDates,
  eighteenthBirthday,
  formatDate,
  formatDateWithWeekday,
  fullYears,
  isIsoDate,
  monthOf,
} from '@domain/calendar/date'

const utc = (iso: string) => new Date(`${iso}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)
const anyDate = fc
  .date({ min: utc('1900-01-01'), max: utc('2199-12-31'), noInvalidDate: true })
  .map((date) => iso(date))

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00', false],
  ['', false],
])('%s 是日期：%s', (value, expected) => {
  expect(isIsoDate(value)).toBe(expected)
})

describe('按月计算：对应日，没有对应日的是月末（民法典202条）', () => {
  test.each([
    ['2025-10-31', 6, '2026-04-30'],
    ['2026-01-20', 6, '2026-07-20'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2026-05-15', 0, '2026-05-15'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2026-01-31', -13, '2024-12-31'],
  ])('%s 加 %i 个月是 %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })

  test('任何日期加月，年月都对，日只会变小到月末', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const moved = addMonths(from, months)
        expect(isIsoDate(moved)).toBe(true)
        const [year = 0, month = 0] = moved.split('-').map(Number)
        const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
        expect(year * 12 + month).toBe(fromYear * 12 + fromMonth + months)
        const isLastDay = monthOf(addDays(moved, 1)) !== monthOf(moved)
        expect(moved.slice(8) === from.slice(8) || (isLastDay && moved.slice(8) < from.slice(8))).toBe(true)
      }),
    )
  })
})

test('加天数与日历一致', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (from, days) => {
      const expected = new Date(utc(from).getTime() + days * 86_400_000)
      fc.pre(expected.getUTCFullYear() > 1000)
      expect(addDays(from, days)).toBe(iso(expected))
    }),
    { numRuns: 500 },
  )
})

describe('周岁', () => {
  test.each([
    ['2008-04-01', '2026-03-31', 17],
    ['2008-04-01', '2026-04-01', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2026-03-31', '2026-03-31', 0],
    ['2026-04-01', '2026-03-31', -1],
  ])('%s 出生，到 %s 是 %i 周岁', (birth, day, years) => {
    expect(fullYears(birth, day)).toBe(years)
  })

  test.each([
    ['2008-04-01', '2026-04-01'],
    ['2008-02-29', '2026-02-28'],
    ['2006-08-31', '2024-08-31'],
  ])('%s 出生，%s 满18周岁', (birth, birthday) => {
    expect(eighteenthBirthday(birth)).toBe(birthday)
    expect(fullYears(birth, birthday)).toBe(18)
    expect(fullYears(birth, addDays(birthday, -1))).toBe(17)
  })
})

test('写成家里人看的日期', () => {
  expect(formatDate('2026-03-08')).toBe('2026年3月8日')
  expect(formatDateWithWeekday('2026-03-18')).toBe('2026年3月18日 星期三')
})

test('星期与日历一致', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      const name = '日一二三四五六'.charAt(utc(day).getUTCDay())
      expect(formatDateWithWeekday(day).slice(-1)).toBe(name)
    }),
  )
})

test('比较日期', () => {
  expect(compareDates('2026-03-31', '2026-04-01')).toBeLessThan(0)
  expect(compareDates('2026-04-01', '2026-03-31')).toBeGreaterThan(0)
  expect(compareDates('2026-03-31', '2026-03-31')).toBe(0)
})

test('不是日期就停下，不猜', () => {
  expect(() => addMonths('2026-3-1', 1)).toThrow('not a date')
})
