/** What is wrong with a mainland mobile number, in Chinese, or nothing. */
export function mobileNumberProblem(value: string): string | undefined {
  if (!/^\d*$/.test(value)) return '手机号只有数字，请再看看。'
  if (value.length !== 11) return `手机号是 11 位，现在是 ${value.length} 位。`
  return value.startsWith('1') ? undefined : '手机号以 1 开头，请再看看。'
}
