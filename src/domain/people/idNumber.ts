import { isIsoDate } from '@domain/calendar/date'
import type { IsoDate } from '@domain/eligibility/facts'

/** Weights of ISO 7064 MOD 11-2, as printed in GB 11643-1999 §5. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** Nobody alive was born earlier: a smaller year is a slip of the finger. */
const earliestBirthYear = '1900'

export type IdNumberKind = 'residentIdCard' | 'residencePermit' | 'permanentResidenceCard'

/** 港澳台居民居住证; everything else that begins with a digit from 1 to 8 is a resident's card. */
const residencePermitPrefixes = ['81', '82', '83']

/**
 * One spelling for one number: full-width characters become plain, spaces go, `x` becomes `X`.
 * Everything that keeps, sends or compares a number does so in this form.
 */
export function normaliseIdNumber(value: string): string {
  return value
    .replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()
}

/**
 * What is wrong with an 18-character number, in Chinese, or nothing.
 *
 * Resident cards, residence permits (81, 82, 83) and permanent residence cards (9…) share length, birth
 * date and check character. An unknown division code is no reason to refuse: old codes live on in cards.
 * Source: GB 11643-1999; ISO 7064 MOD 11-2.
 */
export function idNumberProblem(value: string): string | undefined {
  const number = normaliseIdNumber(value)
  if (number === '') return '请填身份证号。'
  if (!/^\d*X?$/.test(number)) return '身份证号只有数字，最后一位可以是字母。'
  if (number.length !== 18) return lengthProblem(18 - number.length)
  if (number.charAt(0) === '0') return '身份证号开头不对，请再看看。'
  if (!birthDateOf(number)) return '身份证号里的出生日期不对，请再看看。'
  if (checkCharacterOf(number) !== number.charAt(17)) return '身份证号有一位不对，请再看看。'
  return undefined
}

function lengthProblem(missing: number): string {
  const count = Math.abs(missing) === 1 ? '一位' : ` ${Math.abs(missing)} 位`
  return `身份证号${missing > 0 ? '少' : '多'}了${count}，请再看看。`
}

function checkCharacterOf(number: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0)
  return checkCharacters.charAt(sum % 11)
}

/** Which document carries this number, or nothing when the number is not valid. */
export function idNumberKind(value: string): IdNumberKind | undefined {
  const number = normaliseIdNumber(value)
  if (idNumberProblem(number)) return undefined
  if (number.charAt(0) === '9') return 'permanentResidenceCard'
  return residencePermitPrefixes.includes(number.slice(0, 2)) ? 'residencePermit' : 'residentIdCard'
}

/** The birth date written in an 18-character number, or nothing when it holds no real date since 1900. */
export function birthDateOf(value: string): IsoDate | undefined {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(normaliseIdNumber(value))
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month}-${day}`
  return year >= earliestBirthYear && isIsoDate(date) ? date : undefined
}

/** Whether the birth date in the number is `today` or earlier. False when there is no such date. */
export function idNumberIsBornBy(value: string, today: IsoDate): boolean {
  const born = birthDateOf(value)
  return born !== undefined && born <= today
}

/** `1503**********1239`: the form in which a number may be shown. What is not a full number is hidden whole. */
export function maskIdNumber(value: string): string {
  const number = normaliseIdNumber(value)
  if (number.length !== 18) return number.replace(/./g, '*')
  return `${number.slice(0, 4)}**********${number.slice(14)}`
}
