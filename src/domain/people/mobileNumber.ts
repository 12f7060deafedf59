/** Digits only: spaces, hyphens and the country code that a contact list adds go. */
export function normaliseMobileNumber(value: string): string {
  return value.replace(/[\s-]/g, '').replace(/^(\+|00)86(?=1)/, '')
}

/**
 * What is wrong with a mainland mobile number, in Chinese, or nothing. Which ranges are in use changes too
 * often to be checked.
 */
export function mobileNumberProblem(value: string): string | undefined {
  if (value === '') return '请填手机号。'
  if (!/^\d*$/.test(value)) return '手机号只有数字，请再看看。'
  if (value.length !== 11) return `手机号是 11 位，现在是 ${value.length} 位。`
  return value.charAt(0) === '1' ? undefined : '手机号以 1 开头，请再看看。'
}
