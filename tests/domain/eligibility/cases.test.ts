import { readCases, testCase } from './caseFiles'

/* The cases a policy expert checked: every code they name is judged. */

const cases = readCases('eligibility-cases')

test('专家的例子都在', () => {
  expect(cases).toHaveLength(23)
  expect(cases.flatMap((each) => each.expect).length).toBeGreaterThanOrEqual(80)
})

for (const each of cases) testCase(each)
