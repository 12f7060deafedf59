import { assess } from '@domain/eligibility/assess'
import { readCases, testCase } from './caseFiles'

/* The cases a policy expert checked: every code they name is judged. */

const cases = readCases('eligibility-cases')

test('专家的例子都在', () => {
  expect(cases).toHaveLength(23)
  expect(cases.flatMap((each) => each.expect).length).toBeGreaterThanOrEqual(80)
})

for (const each of cases) testCase(each)

test('不知道今天几号：每一项都只说这一句，引自己的一条', () => {
  const { results } = assess({ child: { birthDate: '2016-01-01' } })
  expect(results[0]).toEqual({
    code: 'ORPHAN_ALLOWANCE',
    result: 'NEEDS_INFO',
    canApply: false,
    provisions: ['1.1-a'],
    reasons: [{ text: '还不知道今天的日期。', provision: '1.1-a' }],
    missing: ['today'],
  })
  expect(new Set(results.map(({ missing }) => missing?.join()))).toEqual(new Set(['today']))
})
