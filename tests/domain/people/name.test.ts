import fc from 'fast-check'
import { maskName, nameProblem, normaliseName } from '@domain/people/name'

test.each([
  ['王小明', undefined],
  ['欧阳 修', undefined],
  ['买买提·吐尔逊', undefined],
  ['买买提•吐尔逊', undefined],
  ['𠮷田', undefined],
  ['㛃', undefined],
  ['〇', undefined],
  ['John Smith', undefined],
  ['José María', undefined],
  ['Martin Luther King Jr.', undefined],
  ['', '请填姓名。'],
  ['   ', '请填姓名。'],
  ['王小2', '姓名里不能有数字。'],
  ['王小２', '姓名里不能有数字。'],
  ['王小明!', '姓名里有不能用的符号，请照证件填。'],
  ['王小\u0000明', '姓名里有不能用的符号，请照证件填。'],
  ['王小\uD800', '姓名里有不能用的符号，请照证件填。'],
  ['<b>王', '姓名里有不能用的符号，请照证件填。'],
  ['王😀', '姓名里有不能用的符号，请照证件填。'],
  ['·', '姓名开头或结尾多了符号，请再看看。'],
  ['王小明·', '姓名开头或结尾多了符号，请再看看。'],
  ['𠮷'.repeat(50), undefined],
  ['王'.repeat(51), '姓名最多 50 个字，请再看看。'],
])('%s', (name, problem) => {
  expect(nameProblem(name)).toBe(problem)
})

test.each([
  ['买买提•吐尔逊', '买买提·吐尔逊'],
  ['买买提・吐尔逊', '买买提·吐尔逊'],
  ['买买提．吐尔逊', '买买提·吐尔逊'],
  ['买买提 · 吐尔逊', '买买提·吐尔逊'],
  ['  王　小  明 ', '王小明'],
  ['John   Smith', 'John Smith'],
])('%s 记成 %s', (typed, kept) => {
  expect(normaliseName(typed)).toBe(kept)
})

test('规整以后再规整，不变', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('王', '明', ' ', '·', '•', 'a', '　') }), (name) => {
      const once = normaliseName(name)
      expect(normaliseName(once)).toBe(once)
    }),
  )
})

test.each([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳小明', '欧**明'],
  ['𠮷小明', '𠮷*明'],
  ['王', '*'],
  ['买买提·吐尔逊', '买**·吐**'],
  ['买买提•吐尔逊', '买**·吐**'],
  ['John Smith', 'J*** S****'],
])('%s 显示为 %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('遮住以后看不到全名', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('王', '李', '小', '明', '𠮷'), { minLength: 1, maxLength: 6 }),
      (characters) => maskName(characters.join('')).includes('*'),
    ),
  )
})
