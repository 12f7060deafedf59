import { compareDates, daysInMonth, formatDate, fullYears, isIsoDate } from '@domain/calendar/date'

/** What stands in the three fields, as typed. */
export interface TypedDate {
  year: string
  month: string
  day: string
}

/** What the three fields say together. */
export type Reading =
  { is: 'unfinished' } | { is: 'date'; date: string; words: string } | { is: 'wrong'; words: string }

const earliestYear = 1900
const whole = /^\d+$/

const padded = (digits: string, length: number) => `000${Number(digits)}`.slice(-length)

function problem(year: number, month: number, day: number): string | undefined {
  if (year < earliestYear) return '年份要写四位数，比如2016。'
  if (month < 1 || month > 12) return '月份是1到12，请再看看。'
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) return `${month}月只有${days}天，请再看看。`
  return undefined
}

/**
 * Reads a typed date back.
 * @param typed the three fields
 * @param today ISO date; with `past`, later dates are wrong
 * @param options past: the date cannot lie ahead; age: say the full years (周岁) as well
 * @returns the ISO date with words such as 2016年3月5日，10岁, or one sentence on what is wrong
 */
export function readDate(typed: TypedDate, today: string, options: { past: boolean; age: boolean }): Reading {
  const fields = [typed.year, typed.month, typed.day].map((field) => field.trim())
  if (fields.includes('')) return { is: 'unfinished' }
  if (!fields.every((field) => whole.test(field))) return { is: 'wrong', words: '日期只写数字。' }
  const [year, month, day] = fields.map(Number) as [number, number, number]
  const words = problem(year, month, day)
  if (words) return { is: 'wrong', words }
  const date = `${padded(typed.year, 4)}-${padded(typed.month, 2)}-${padded(typed.day, 2)}`
  if (options.past && compareDates(date, today) > 0) return { is: 'wrong', words: '这一天还没到，请再看看。' }
  const age = options.age ? `，${fullYears(date, today)}岁` : ''
  return { is: 'date', date, words: `${formatDate(date)}${age}` }
}

/** The three fields of a stored ISO date; empty ones when there is none. */
export function typedDate(date: string | undefined): TypedDate {
  if (!date || !isIsoDate(date)) return { year: '', month: '', day: '' }
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month: String(Number(month)), day: String(Number(day)) }
}
