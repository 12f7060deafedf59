import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { Household } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import { entitlementCodes, type EntitlementCode } from '@domain/policy/provisions'

/* The cases a policy expert checked. Codes this engine does not answer yet are not judged. */

const fixtures = join(__dirname, '../../fixtures')
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(fixtures, path), 'utf8'))

interface Expectation {
  code: string
  result: string
  canApply?: boolean
  provisions?: string[]
  dates?: Record<string, string | null>
}
interface Case {
  id: string
  title: string
  facts: unknown
  expect: Expectation[]
  never: { code?: string; text?: string; why: string }[]
}

const answered: readonly EntitlementCode[] = ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE', 'XPROV_ACCEPT']
const cases = readdirSync(join(fixtures, 'eligibility-cases'))
  .sort()
  .map((file) => readJson(`eligibility-cases/${file}`) as Case)

const ajv = new Ajv2020({ strict: false })
addFormats(ajv)
const isAssessment = ajv.compile(readJson('assessment.schema.json') as object)

const withoutConfidential = (facts: unknown): unknown => {
  const copy = structuredClone(facts) as { child?: { confidentialCategoryA?: boolean } }
  delete copy.child?.confidentialCategoryA
  return copy
}
const assessCase = ({ facts }: Case) => assess(Household.parse(withoutConfidential(facts)))

const rows = cases.flatMap((each) =>
  each.expect
    .filter(({ code }) => (answered as readonly string[]).includes(code))
    .map((expectation) => [`${each.id} ${each.title}`, expectation.code, expectation, each] as const),
)

test('每个已实现的项目都有专家的例子', () => {
  expect(rows.length).toBeGreaterThanOrEqual(20)
  for (const code of answered) expect(rows.some((row) => row[1] === code)).toBe(true)
})

test.each(rows)('%s：%s', (_title, code, expected, each) => {
  const found = assessCase(each).results.find((result) => result.code === code)
  expect(found?.result).toBe(expected.result)
  if (expected.canApply !== undefined) expect(found?.canApply).toBe(expected.canApply)
  expect(found?.provisions).toEqual(expect.arrayContaining(expected.provisions ?? []))
  for (const [name, date] of Object.entries(expected.dates ?? {})) {
    expect(found?.dates?.[name as keyof typeof found.dates] ?? null).toBe(date)
  }
})

describe.each(cases.map((each) => [`${each.id} ${each.title}`, each] as const))('%s', (_title, each) => {
  const assessment = assessCase(each)
  const printed = JSON.stringify(assessment)

  test('不该出现的都没有出现', () => {
    for (const { code, text } of each.never) {
      if (code) expect(assessment.results.map((result) => result.code)).not.toContain(code)
      if (text) expect(printed).not.toContain(text)
    }
    expect(printed).not.toMatch(/艾滋|HIV|元/)
  })

  test('输出合乎格式，理由短，不符合的有别的路', () => {
    expect(isAssessment(assessment) || isAssessment.errors).toBe(true)
    for (const { result, reasons, alternatives, missing, flips } of assessment.results) {
      expect(reasons.length).toBeGreaterThan(0)
      for (const { text } of reasons) expect(text).toMatch(/^[^A-Za-z]{5,40}$/)
      if (result === 'NOT_ELIGIBLE') {
        expect(alternatives?.length).toBeGreaterThan(0)
        expect(flips?.length).toBeGreaterThan(0)
      }
      for (const code of alternatives ?? []) expect(entitlementCodes).toContain(code)
      if (result === 'NEEDS_INFO') expect(missing?.length).toBeGreaterThan(0)
    }
  })
})
