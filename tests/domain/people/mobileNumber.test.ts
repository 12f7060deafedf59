import { mobileNumberProblem, normaliseMobileNumber } from '@domain/people/mobileNumber'

test.each([
  ['13800000000', undefined],
  ['', '请填手机号。'],
  ['1380000000', '手机号是 11 位，现在是 10 位。'],
  ['138000000001', '手机号是 11 位，现在是 12 位。'],
  ['23800000000', '手机号以 1 开头，请再看看。'],
  ['1380000000a', '手机号只有数字，请再看看。'],
])('%s', (value, problem) => {
  expect(mobileNumberProblem(value)).toBe(problem)
})

test.each([
  ['138 0000 0000', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['+86 13800000000', '13800000000'],
  ['008613800000000', '13800000000'],
  ['13800000000', '13800000000'],
])('%s 记成 %s', (typed, kept) => {
  expect(normaliseMobileNumber(typed)).toBe(kept)
})
