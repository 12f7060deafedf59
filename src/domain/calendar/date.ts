const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether `value` is a real calendar date written as YYYY-MM-DD (proleptic Gregorian). */
export function isIsoDate(value: string): boolean {
  const match = pattern.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
