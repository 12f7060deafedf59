import fc from 'fast-check'
import {
  birthDateOf,
  idNumberIsBornBy,
  idNumberKind,
  idNumberProblem,
  maskIdNumber,
  normaliseIdNumber,
} from '@domain/people/idNumber'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2 by its other form: the weighted sum with the check character is 1 modulo 11. */
function complete(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  const check = Array.from('0123456789X').find((_, value) => (sum + value) % 11 === 1)
  return first17 + (check ?? '')
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
const anyNumber = fc
  .tuple(
    fc.integer({ min: 110000, max: 999999 }),
    fc.integer({ min: 1900, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, year, month, day, order]) =>
    complete(`${place}${year}${twoDigits(month)}${twoDigits(day)}${String(order).padStart(3, '0')}`),
  )

test.each([
  ['国家标准的例子', '11010519491231002X', undefined],
  ['1880 年出生，没有这样的申请人', '440524188001010014', '身份证号里的出生日期不对，请再看看。'],
  ['小写 x', '11010519491231002x', undefined],
  ['全角数字和空格', '１１０１０５ 19491231 002Ｘ', undefined],
  ['没填', '', '请填身份证号。'],
  ['只有空格', '  ', '请填身份证号。'],
  ['少一位', '11010519491231002', '身份证号少了一位，请再看看。'],
  ['旧的 15 位', '110105491231002', '身份证号少了 3 位，请再看看。'],
  ['多一位', '11010519491231002X1', '身份证号只有数字，最后一位可以是字母。'],
  ['多两位', '11010519491231002101', '身份证号多了 2 位，请再看看。'],
  ['中间有字母', '1101051949123X0021', '身份证号只有数字，最后一位可以是字母。'],
  ['末位是别的字母', '11010519491231002A', '身份证号只有数字，最后一位可以是字母。'],
  ['校验码不对', '110105194912310021', '身份证号有一位不对，请再看看。'],
  ['2 月 30 日', complete('11010520000230002'), '身份证号里的出生日期不对，请再看看。'],
  ['闰年 2 月 29 日', complete('15030220160229123'), undefined],
  ['平年 2 月 29 日', complete('15030220150229123'), '身份证号里的出生日期不对，请再看看。'],
  ['1900 年不是闰年', complete('15030219000229123'), '身份证号里的出生日期不对，请再看看。'],
  ['2000 年是闰年', complete('15030220000229123'), undefined],
  ['13 月', complete('15030220161301123'), '身份证号里的出生日期不对，请再看看。'],
  ['没见过的地区代码', complete('15039920160101123'), undefined],
  ['0 开头', complete('05030220160101123'), '身份证号开头不对，请再看看。'],
  ['有控制字符', '11010519491231002\u0000', '身份证号只有数字，最后一位可以是字母。'],
])('%s：%s', (_, value, expected) => {
  expect(idNumberProblem(value)).toBe(expected)
})

test.each([
  ['身份证', '11010519491231002X', 'residentIdCard'],
  ['香港居民居住证', complete('81000020100101001'), 'residencePermit'],
  ['澳门居民居住证', complete('82000020100101001'), 'residencePermit'],
  ['台湾居民居住证', complete('83000020100101001'), 'residencePermit'],
  ['外国人永久居留身份证', complete('91115619900101001'), 'permanentResidenceCard'],
  ['不是证件号', '110105194912310021', undefined],
])('证件种类：%s', (_, value, kind) => {
  expect(idNumberKind(value)).toBe(kind)
})

test('每一个正确的号码都能填', () => {
  fc.assert(fc.property(anyNumber, (number) => idNumberProblem(number) === undefined))
})

test('改错任何一位都会被发现', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      for (let index = 0; index < 18; index += 1) {
        for (const other of index === 17 ? '0123456789X' : '0123456789') {
          if (other === number[index]) continue
          const wrong = number.slice(0, index) + other + number.slice(index + 1)
          if (idNumberProblem(wrong) === undefined) return false
        }
      }
      return true
    }),
    { numRuns: 50 },
  )
})

test('相邻两位写反都会被发现', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      for (let index = 0; index < 17; index += 1) {
        const swapped = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2)
        if (swapped !== number && idNumberProblem(swapped) === undefined) return false
      }
      return true
    }),
  )
})

test('出生日期取自号码', () => {
  expect(birthDateOf('11010519491231002X')).toBe('1949-12-31')
  expect(birthDateOf('11010519491231002x')).toBe('1949-12-31')
  expect(birthDateOf('1101051949')).toBeUndefined()
})

test.each([
  ['前一天出生', '2026-03-17', true],
  ['今天出生', '2026-03-18', true],
  ['明天出生', '2026-03-19', false],
])('%s', (_, born, expected) => {
  expect(idNumberIsBornBy(complete(`150302${born.replace(/-/g, '')}123`), '2026-03-18')).toBe(expected)
})

test('没有出生日期的不算已经出生', () => {
  expect(idNumberIsBornBy('', '2026-03-18')).toBe(false)
})

test('遮住中间十位', () => {
  expect(maskIdNumber('150302201603051239')).toBe('1503**********1239')
  expect(maskIdNumber('11010519491231002x')).toBe('1101**********002X')
  expect(maskIdNumber('150302')).toBe('******')
})

test('规整以后再规整，不变', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const once = normaliseIdNumber(value)
      return normaliseIdNumber(once) === once
    }),
  )
})
