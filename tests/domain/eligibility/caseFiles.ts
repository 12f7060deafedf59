import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { Household } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { entitlementCodes, provisionIds, provisionOf, type EntitlementCode } from '@domain/policy/provisions'

/* Cases as files: what they hold, how they are read, and what every assessment must keep to. */

export type Result = keyof typeof resultWords

/** The six answers in the words of the test report. */
export const resultWords = {
  ELIGIBLE: '符合，可以申请',
  AUTOMATIC: '自动享受',
  NOT_YET: '还差一步',
  NEEDS_INFO: '还要问清楚',
  ENDING: '快要结束',
  NOT_ELIGIBLE: '不符合',
} as const

export interface Expectation {
  code: EntitlementCode
  result: Result
  canApply?: boolean
  provisions?: string[]
  /** null: no such date may be named. */
  dates?: Record<string, string | null>
  /** Words that the reasons must contain. */
  says?: string
  /** Words that the reasons must not contain. */
  saysNot?: string
  /** What a refusal must offer instead. */
  offers?: EntitlementCode[]
  /** Each smallest change that would make it hold: facts joined by " + ", sorted. */
  changes?: string[]
}

export interface CaseFile {
  id: string
  /** The chapter it is printed under. */
  group?: string
  title: string
  facts: { child?: { confidentialCategoryA?: boolean } }
  expect: Expectation[]
  /** Where the policy leaves the answer open: what it must not be. The code `*` stands for every item. */
  neverResult?: { code: EntitlementCode | '*'; result: Result }[]
  never: { code?: string; text?: string; why: string }[]
  note: string
}

const fixtures = join(__dirname, '../../fixtures')
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(fixtures, path), 'utf8'))

/** Every case of a folder below tests/fixtures, in the order of the file names. */
export function readCases(folder: string): CaseFile[] {
  return readdirSync(join(fixtures, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readJson(`${folder}/${file}`) as CaseFile)
}

const ajv = new Ajv2020({ strict: false, allowUnionTypes: true })
addFormats(ajv)

/** What a value breaks of a schema among the fixtures. */
function broken(schema: 'household' | 'assessment', value: unknown): unknown[] {
  const keeps = ajv.getSchema(schema) ?? added(schema)
  return keeps(value) ? [] : (keeps.errors ?? ['broken'])
}

function added(schema: string): ValidateFunction {
  ajv.addSchema(readJson(`${schema}.schema.json`) as object, schema)
  return ajv.getSchema(schema) as ValidateFunction
}

const assessments = new Map<CaseFile, ReturnType<typeof assess>>()
function assessmentOf(each: CaseFile): ReturnType<typeof assess> {
  const known = assessments.get(each) ?? assess(Household.parse(each.facts))
  assessments.set(each, known)
  return known
}

const answerTo = (each: CaseFile, code: string) =>
  assessmentOf(each).results.find((result) => result.code === code)

function expectAnswer(each: CaseFile, expected: Expectation): void {
  const found = answerTo(each, expected.code)
  expect(found?.result).toBe(expected.result)
  if (expected.canApply !== undefined) expect(found?.canApply).toBe(expected.canApply)
  expect(found?.provisions).toEqual(expect.arrayContaining(expected.provisions ?? []))
  expect(found?.alternatives ?? []).toEqual(expect.arrayContaining(expected.offers ?? []))
  const said = found?.reasons.map(({ text }) => text).join('')
  if (expected.says) expect(said).toContain(expected.says)
  if (expected.saysNot) expect(said).not.toContain(expected.saysNot)
  const changes = found?.flips?.map((facts) => facts.join(' + ')).sort()
  if (expected.changes) expect(changes).toEqual(expected.changes)
  for (const [name, date] of Object.entries(expected.dates ?? {})) {
    expect([name, found?.dates?.[name as keyof typeof found.dates] ?? null]).toEqual([name, date])
  }
}

function expectNothingForbidden(each: CaseFile): void {
  const { results } = assessmentOf(each)
  const printed = JSON.stringify(results)
  for (const { code, text } of each.never) {
    if (code) expect(results.map((result) => result.code)).not.toContain(code)
    if (text) expect(printed).not.toContain(text)
  }
  expect(printed).not.toMatch(/元/) // no sum, ever
  expect(printed).not.toMatch(/还有0项/)
  if (each.facts.child?.confidentialCategoryA === undefined) expect(printed).not.toMatch(/艾滋|HIV/)
}

/** What only a settled answer may say. */
const promised = /就能享受|继续享受/

function expectWellFormed(each: CaseFile): void {
  const assessment = assessmentOf(each)
  expect(broken('assessment', assessment)).toEqual([])
  const refused = assessment.results.filter(({ result }) => result === 'NOT_ELIGIBLE').map(({ code }) => code)
  for (const { code, result, provisions, reasons, alternatives, missing, flips } of assessment.results) {
    const wrong: string[] = provisions.filter(
      (id, index) => !provisionIds.includes(id) || provisions.indexOf(id) !== index,
    )
    if (!reasons.length) wrong.push('no reason')
    for (const { text } of reasons) if (!/^[^A-Za-z]{5,40}$/.test(text)) wrong.push(text)
    if (result === 'NOT_ELIGIBLE' && !alternatives?.length) wrong.push('no alternative')
    if (result === 'NOT_ELIGIBLE' && !flips) wrong.push('no change that would help')
    if (result === 'NEEDS_INFO' && !missing?.length) wrong.push('nothing to ask')
    if (result === 'NEEDS_INFO')
      wrong.push(...reasons.map(({ text }) => text).filter((text) => promised.test(text)))
    for (const way of alternatives ?? [])
      if (!entitlementCodes.includes(way) || way === code || refused.includes(way)) wrong.push(way)
    expect([code, wrong]).toEqual([code, []])
  }
}

/** Registers the tests of one case: a line for every answer expected, then what holds for every assessment. */
export function testCase(each: CaseFile): void {
  describe(`${each.id} ${each.title}`, () => {
    test('家庭情况合乎格式', () => {
      expect(broken('household', each.facts)).toEqual([])
    })
    for (const row of each.expect) {
      test(`${provisionOf(row.code).name}：${resultWords[row.result]}`, () => expectAnswer(each, row))
    }
    for (const { code, result } of each.neverResult ?? []) {
      const name = code === '*' ? '每一项' : provisionOf(code).name
      test(`${name}：不能答“${resultWords[result]}”`, () => {
        const answers = code === '*' ? assessmentOf(each).results : [answerTo(each, code)]
        for (const answer of answers) {
          expect(resultWords).toHaveProperty([answer?.result ?? 'no answer'])
          expect(answer?.result).not.toBe(result)
        }
      })
    }
    test('不该出现的都没有出现', () => expectNothingForbidden(each))
    test('理由短，不符合的有别的路，不清楚的有要问的', () => expectWellFormed(each))
    test('每一项都有答案，保密项目除外', () => {
      const publicCodes = checkerCodes.filter((code) => code !== 'HIV_ALLOWANCE')
      const answered = assessmentOf(each).results.map(({ code }) => code)
      expect(answered).toEqual(expect.arrayContaining([...publicCodes]))
    })
  })
}
