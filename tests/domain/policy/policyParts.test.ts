import { partWith, policyParts } from '@domain/policy/policyParts'
import { policyText } from '@domain/policy/policyText'
import { provisions } from '@domain/policy/provisions'

const words = (text: string) => text.replace(/\s+/g, '')

test('七个部分，加上开头', () => {
  expect(policyParts().map(({ heading }) => heading.slice(0, 2))).toEqual([
    '',
    '一、',
    '二、',
    '三、',
    '四、',
    '五、',
    '六、',
    '七、',
  ])
})

test('合起来就是原文，一个字不多，一个字不少', () => {
  const joined = policyParts()
    .map(({ heading, paragraphs }) => heading + paragraphs.join(''))
    .join('')
  expect(words(joined)).toBe(words(policyText))
})

test.each(provisions.map(({ id, quote, clause }) => [id, clause, quote]))(
  '%s 引用的句子，在它说的那一部分里（%s）',
  (_, clause, quote) => {
    expect(partWith(quote)?.heading.slice(0, 1)).toBe(clause.slice(0, 1))
  },
)

test('不是原文的句子，哪一部分也不在', () => {
  expect(partWith('每月发一千元')).toBeUndefined()
})
