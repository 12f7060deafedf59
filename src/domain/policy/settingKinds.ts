/** What a setting of each kind holds. */
export interface SettingKinds {
  months: number
  boolean: boolean
  /** 周岁 */
  age: number
  /** How many times another figure, e.g. 1.5. */
  multiple: number
  list: string[]
  workdays: number
  phone: string
  text: string
  /** Yuan a month. */
  yuan: number
  years: number
  days: number
  /** Days a log of who saw and did what is kept. */
  logDays: number
  /** Days a record of an assessment or of sharing is kept. */
  recordDays: number
}
export type SettingKind = keyof SettingKinds
export type AnySettingValue = SettingKinds[SettingKind]

const listLength = 100
const textLength = 100

const isWhole = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value % 1 === 0 && value >= low && value <= high

const isDecimal = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && /^\d+(\.\d\d?)?$/.test(String(value)) && value >= low && value <= high

/** What begins a tag, moves the text, or cannot be seen. */
const unprintable = /[<>\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

/** One line that can be shown as it is. */
const isLine = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= textLength &&
  value === value.trim() &&
  !unprintable.test(value) &&
  value.split('').every((letter) => letter >= ' ')

const isList = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= listLength &&
  value.every((item, index) => isLine(item) && value.indexOf(item) === index)

/** The bounds catch slips of the hand; they are no policy. */
const accepts: Readonly<Record<SettingKind, (value: unknown) => boolean>> = {
  months: isWhole(1, 120),
  boolean: (value) => typeof value === 'boolean',
  age: isWhole(0, 25),
  multiple: isDecimal(1, 10),
  list: isList,
  workdays: isWhole(1, 250),
  // 12345, 0473-1234567, 13812345678
  phone: (value) => typeof value === 'string' && /^(\d{3,6}|0\d{2,3}-?\d{7,8}|1\d{10})$/.test(value),
  text: isLine,
  yuan: isDecimal(0.01, 100_000),
  years: isWhole(1, 100),
  days: isWhole(1, 3_650),
  // These two floors are law, not slips of the hand. 网络安全法 21 (six months); PIPL 55–56 (three years).
  logDays: isWhole(180, 36_500),
  recordDays: isWhole(1_096, 36_500),
}

/** Whether a value, from wherever it comes, is one of this kind. */
export function isOfKind(kind: SettingKind, value: unknown): value is AnySettingValue {
  return accepts[kind](value)
}
