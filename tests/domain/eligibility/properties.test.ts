import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { Household } from '@contracts/household'
import { addDays, addMonths } from '@domain/calendar/date'
import { assess } from '@domain/eligibility/assess'
import type { EntitlementResult } from '@domain/eligibility/assessment'
import type { Household as HouseholdFacts } from '@domain/eligibility/facts'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { entitlementCodes, provisionIds } from '@domain/policy/provisions'
import { anyConfidentialHousehold, anyHousehold } from './anyHousehold'
import { consistent, forgetting, pathsOf } from './anyHouseholdConsistent'
import { today } from './families'

const schema = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures', name), 'utf8')) as object
const ajv = new Ajv2020({ strict: false })
addFormats(ajv)
const isHousehold = ajv.compile(schema('household.schema.json'))
const isAssessment = ajv.compile(schema('assessment.schema.json'))

const seed = 20261124
const numRuns = 150
const publicCodes = checkerCodes.filter((code) => code !== 'HIV_ALLOWANCE')
const isMet = ({ result }: EntitlementResult) => result === 'ELIGIBLE' || result === 'AUTOMATIC'

const forAny = (households: fc.Arbitrary<HouseholdFacts>, check: (household: HouseholdFacts) => void) =>
  fc.assert(fc.property(households, check), { seed, numRuns })

describe('任何家庭', () => {
  test('生成的家庭合乎两份格式说明', () => {
    forAny(fc.oneof(anyHousehold, anyConfidentialHousehold, anyHousehold.map(consistent)), (household) => {
      expect(isHousehold(household) || isHousehold.errors).toBe(true)
      expect(Household.safeParse(household).success).toBe(true)
    })
  })

  test('输出合乎格式；每个理由是短句，有依据；没有金额、英文和病名', () => {
    forAny(anyHousehold, (household) => {
      const assessment = assess(household)
      expect(isAssessment(assessment) || isAssessment.errors).toBe(true)
      for (const { reasons, provisions } of assessment.results) {
        expect(reasons.length).toBeGreaterThan(0)
        for (const { text, provision } of reasons) {
          expect(text).toMatch(/^[^A-Za-z]{5,40}$/)
          expect(text).not.toMatch(/undefined|NaN|元/)
          expect(provisionIds).toContain(provision)
          expect(provisions).toContain(provision)
        }
        expect(new Set(provisions).size).toBe(provisions.length)
      }
    })
  })

  test('没有走保密通道的，不出现那一项，也没有一处提到那种病', () => {
    forAny(anyHousehold, (household) => {
      const { results } = assess(household)
      expect(results.map(({ code }) => code)).toEqual(publicCodes)
      expect(JSON.stringify(results)).not.toMatch(/艾滋|HIV/i)
    })
  })

  test('走保密通道的，每一项都有答案', () => {
    forAny(anyConfidentialHousehold, (household) => {
      expect(assess(household).results.map(({ code }) => code)).toEqual(checkerCodes)
    })
  })

  test('不符合的总有别的路和能改变结果的事；要补的都说得出；能申请的才说能申请', () => {
    forAny(anyHousehold, (household) => {
      for (const { code, result, canApply, alternatives = [], flips, missing } of assess(household).results) {
        expect(alternatives).not.toContain(code)
        for (const other of alternatives) expect(entitlementCodes).toContain(other)
        if (result === 'NOT_ELIGIBLE') expect(alternatives.length).toBeGreaterThan(0)
        if (result === 'NOT_ELIGIBLE') expect([code, flips?.length ?? 0]).not.toEqual([code, 0])
        for (const paths of flips ?? []) expect(paths.length).toBeGreaterThan(0)
        expect(missing !== undefined).toBe(result === 'NEEDS_INFO')
        if (missing) expect(missing.length).toBeGreaterThan(0)
        if (canApply) expect(['ELIGIBLE', 'NEEDS_INFO']).toContain(result)
      }
    })
  })

  test('满足的日子只给还差一步的；最后一个月只给退出的，并引退出的条文', () => {
    forAny(anyHousehold, (household) => {
      for (const { result, dates, provisions } of assess(household).results) {
        if (dates?.eligibleFrom) expect(result).toBe('NOT_YET')
        if (dates?.receiptExpectedFrom) expect(dates.eligibleFrom).toBeDefined()
        if (dates?.lastPaidMonth) expect(provisions).toContain('1.1-j')
        if (dates?.lastPaidMonth) expect(result).not.toBe('NOT_ELIGIBLE')
      }
    })
  })

  test('先说爸爸还是先说妈妈，答案一样', () => {
    forAny(anyHousehold, (household) => {
      const { parents = [] } = household
      expect(assess({ ...household, parents: parents.slice().reverse() })).toEqual(
        assess({ ...household, parents }),
      )
    })
  })

  test('问两次，答案一样，家庭的事实不被改动', () => {
    forAny(anyHousehold, (household) => {
      const before = JSON.stringify(household)
      expect(assess(household)).toEqual(assess(household))
      expect(JSON.stringify(household)).toBe(before)
    })
  })
})

describe('不清楚从来不等于不符合', () => {
  test.each<[string, HouseholdFacts]>([
    ['只知道今天', { today }],
    ['连今天都不知道', {}],
    ['各部分都是空的', { today, child: {}, parents: [], household: {} }],
  ])('%s：都要再问，没有一项被拒绝', (_title, household) => {
    expect(new Set(assess(household).results.map(({ result }) => result))).toEqual(new Set(['NEEDS_INFO']))
  })

  test('多知道几件事，已经定下的答案不变；“到时候就符合”的，可能现在就符合', () => {
    const chances = fc.array(fc.nat({ max: 99 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(anyHousehold.map(consistent), chances, (household, draws) => {
        const forgotten = pathsOf(household).filter((_, at) => (draws[at % draws.length] ?? 0) < 25)
        const known = assess(household).results
        assess(forgetting(household, forgotten)).results.forEach((before, at) => {
          const after = known[at] as EntitlementResult
          if (before.result === 'NEEDS_INFO') return
          const isSame = after.result === before.result || (before.result === 'NOT_YET' && isMet(after))
          expect(isSame || `${before.code}: ${before.result} → ${after.result}`).toBe(true)
        })
      }),
      { seed, numRuns: numRuns * 2 },
    )
  })
})

describe('过了一天', () => {
  // In the middle of a month, because the end of one ends payments.
  const [before, after] = ['2026-03-10', '2026-03-11'] as const
  /** Periods after a stated day at the end of which some rule may change, in months. */
  const terms = [0, 1, 3, 5, 6, 7, 12, 36]
  const ages = [3, 6, 7, 8, 16, 18].map((years) => years * 12)
  const exits = [6, 12].map((months) => 18 * 12 + months)
  const periods = [...terms, ...ages, ...exits]
  const isDue = (day: string) => addDays(before, -1) <= day && day <= addDays(after, 1)
  const daysOf = (household: HouseholdFacts): string[] =>
    JSON.stringify({ ...household, today: undefined }).match(/\d{4}-\d{2}-\d{2}/g) ?? []
  const isExplained = (household: HouseholdFacts) =>
    daysOf(household).some((day) => periods.some((months) => isDue(addMonths(day, months))))

  test('没有一个日子到期，结果就不变', () => {
    let compared = 0
    forAny(anyHousehold, (household) => {
      if (isExplained(household)) return
      compared += 1
      const resultsOn = (day: string) =>
        assess({ ...household, today: day }).results.map(({ result }) => result)
      expect(resultsOn(after)).toEqual(resultsOn(before))
    })
    expect(compared).toBeGreaterThan(numRuns / 5)
  })
})
