const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Placeholder until the people room is filled in. */
export function idNumberProblem(value: string): string | undefined {
  if (!/^\d{17}[\dX]$/.test(value)) return '身份证号是 18 位，请再看看。'
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return checkDigits[sum % 11] === value[17] ? undefined : '身份证号不对，请再看看。'
}
