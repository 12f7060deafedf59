const pattern = /^\d{4}-\d{2}-\d{2}$/
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const monthsInYear = 12
const adultYears = 18

interface DateParts {
  year: number
  /** 1–12 */
  month: number
  day: number
}

function split(value: string): DateParts | undefined {
  if (!pattern.test(value)) return undefined
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), day: Number(value.slice(8)) }
}

function parts(date: string): DateParts {
  const found = split(date)
  if (!found) throw new RangeError('not a date')
  return found
}

const digits = (value: number, length: number) => `000${value}`.slice(-length)

function join({ year, month, day }: DateParts): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/** Whether `value` is a real calendar date written as YYYY-MM-DD (proleptic Gregorian). */
export function isIsoDate(value: string): boolean {
  const found = split(value)
  if (!found) return false
  const { year, month, day } = found
  return month >= 1 && month <= monthsInYear && day >= 1 && day <= daysInMonth(year, month)
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Negative when `a` is the earlier of two ISO dates, positive when it is the later, 0 when they are the same. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The day on which a period of `months` (whole, may be negative) that starts on `date` is complete: the same day
 * of the final month, or its last day where there is none (民法典 201、202 条). Throws RangeError on a malformed date.
 */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parts(date)
  const count = year * monthsInYear + (month - 1) + months
  const target = { year: Math.floor(count / monthsInYear), month: (count % monthsInYear) + 1 }
  return join({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** The date `days` (whole, may be negative) after `date`. Throws RangeError on a malformed date. */
export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days)
}

/** Full years (周岁) reached on `day` by somebody born on `birthDate`; negative before birth. */
export function fullYears(birthDate: string, day: string): number {
  const years = parts(day).year - parts(birthDate).year
  return compareDates(day, addMonths(birthDate, years * monthsInYear)) < 0 ? years - 1 : years
}

/**
 * The day somebody turns 18 and is an adult (民法典 17 条: 十八周岁以上). Born on 29 February: 28 February of a
 * common year, by the month-end rule.
 */
export function eighteenthBirthday(birthDate: string): string {
  return addMonths(birthDate, adultYears * monthsInYear)
}

/** `2026-03` of `2026-03-18`. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/** 2026年3月18日 */
export function formatDate(date: string): string {
  const { year, month, day } = parts(date)
  return `${year}年${month}月${day}日`
}

/** 2026年3月18日 星期三 */
export function formatDateWithWeekday(date: string): string {
  return `${formatDate(date)} 星期${weekdays[(dayNumber(date) + 1) % 7]}`
}

/** Days since 0000-03-01 counted from 1 March, so that the leap day is the last of its year. */
function dayNumber(date: string): number {
  const { year, month, day } = parts(date)
  const shifted = month > 2 ? { year, month: month - 3 } : { year: year - 1, month: month + 9 }
  const leapDays =
    Math.floor(shifted.year / 4) - Math.floor(shifted.year / 100) + Math.floor(shifted.year / 400)
  return shifted.year * 365 + leapDays + daysBeforeMonth(shifted.month) + day + 1
}

/** Days before a month counted from March = 0: 31, 30, 31, 30, 31 repeats every five months. */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}

function fromDayNumber(wanted: number): string {
  let year = Math.floor(wanted / 365.2425)
  while (dayNumber(join({ year: year + 1, month: 3, day: 1 })) <= wanted) year += 1
  while (dayNumber(join({ year, month: 3, day: 1 })) > wanted) year -= 1
  const day = wanted - dayNumber(join({ year, month: 3, day: 1 }))
  let month = 11
  while (daysBeforeMonth(month) > day) month -= 1
  const civil = month < 10 ? { year, month: month + 3 } : { year: year + 1, month: month - 9 }
  return join({ ...civil, day: day - daysBeforeMonth(month) + 1 })
}
