import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { Household } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import type { Household as HouseholdFacts, Parent } from '@domain/eligibility/facts'
import { entitlementCodes, provisionIds } from '@domain/policy/provisions'
import { anyHousehold } from './anyHousehold'
import { caring, family, parent } from './families'

const schema = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures', name), 'utf8')) as object
const ajv = new Ajv2020({ strict: false })
addFormats(ajv)
const isHousehold = ajv.compile(schema('household.schema.json'))
const isAssessment = ajv.compile(schema('assessment.schema.json'))

const results = (household: HouseholdFacts) => assess(household).results.map(({ result }) => result)

describe('任何家庭', () => {
  test('生成的家庭合乎两份格式说明', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        expect(isHousehold(household) || isHousehold.errors).toBe(true)
        expect(Household.safeParse(household).success).toBe(true)
      }),
    )
  })

  test('输出合乎格式；每个理由是短句，有依据；没有金额、英文和病名', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const assessment = assess(household)
        expect(isAssessment(assessment) || isAssessment.errors).toBe(true)
        for (const found of assessment.results) {
          expect(found.reasons.length).toBeGreaterThan(0)
          for (const { text, provision } of found.reasons) {
            expect(text).toMatch(/^[^A-Za-z]{5,40}$/)
            expect(text).not.toMatch(/undefined|NaN|元|艾滋/)
            expect(provisionIds).toContain(provision)
            expect(found.provisions).toContain(provision)
          }
          expect(new Set(found.provisions).size).toBe(found.provisions.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('不符合的总有别的路和能改变结果的事；要补的都说得出；能申请的才说能申请', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        for (const { code, result, canApply, alternatives = [], flips, missing, dates } of assess(household)
          .results) {
          expect(alternatives).not.toContain(code)
          for (const other of alternatives) expect(entitlementCodes).toContain(other)
          if (result === 'NOT_ELIGIBLE')
            expect(Math.min(alternatives.length, flips?.length ?? 0)).toBeGreaterThan(0)
          expect(missing !== undefined).toBe(result === 'NEEDS_INFO')
          if (canApply) expect(['ELIGIBLE', 'NEEDS_INFO']).toContain(result)
          if (dates?.eligibleFrom) expect(result).toBe('NOT_YET')
          if (dates?.lastPaidMonth) expect(result).toBe('ENDING')
        }
      }),
      { numRuns: 200 },
    )
  })

  test('先说爸爸还是先说妈妈，答案一样', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const reversed = household.parents && { ...household, parents: household.parents.slice().reverse() }
        expect(reversed ? assess(reversed) : undefined).toEqual(
          household.parents ? assess(household) : undefined,
        )
      }),
    )
  })

  test('问两次，答案一样，家庭的事实不被改动', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const before = JSON.stringify(household)
        expect(assess(household)).toEqual(assess(household))
        expect(JSON.stringify(household)).toBe(before)
      }),
    )
  })
})

describe('不清楚从来不等于不符合', () => {
  test('什么都不知道：都要再问，没有一项被拒绝', () => {
    expect(results({ today: '2026-03-31' })).toEqual(['NEEDS_INFO', 'NEEDS_INFO', 'NEEDS_INFO'])
    expect(results({})).toEqual(['NEEDS_INFO', 'NEEDS_INFO', 'NEEDS_INFO'])
  })

  /** Whole facts of a family, and the same with some of them missing. */
  const grounds: Partial<Parent>[] = [
    {},
    { dead: true },
    { declaredMissing: true },
    { imprisoned: { termMonths: 12 } },
    { compulsoryRehab: { termMonths: 5 } },
    { disabilities: [{ type: 'mental', grade: 4, certified: true }] },
    { seriouslyIll: true },
    { guardianshipRevoked: true },
    { lostContact: { establishedByStreet: true } },
  ]
  const wholeFamily = fc
    .record({
      father: fc.constantFrom(...grounds),
      mother: fc.constantFrom(...grounds),
      birthDate: fc.constantFrom('2016-01-01', '2008-04-01', '2008-03-31', '2004-06-01'),
      abandoned: fc.boolean(),
      recognised: fc.constantFrom<{ as: 'deFactoUnattended' }[]>([], [{ as: 'deFactoUnattended' }]),
      stage: fc.constantFrom('none' as const, 'undergraduate' as const),
      residence: fc.constantFrom('150302001', '610113'),
    })
    .map(({ father, mother, birthDate, abandoned, recognised, stage, residence }) => ({
      ...family(father, mother, {
        birthDate,
        abandoned,
        recognised,
        schooling: { stage },
        residence: { division: residence },
      }),
      parents: [father, mother].map((facts, index) =>
        parent(index === 0 ? 'father' : 'mother', { ...caring, ...facts, resumedCareOn: '2026-02-01' }),
      ),
    }))
  const forgetting = fc.array(
    fc.constantFrom(
      ...(['birthDate', 'abandoned', 'recognised', 'schooling', 'residence', 'hukou', 'adoption'] as const),
      ...[0, 1].flatMap((index) =>
        (Object.keys(caring) as (keyof Parent)[]).map((key) => [index, key] as const),
      ),
    ),
    { maxLength: 8 },
  )

  const without = (
    household: HouseholdFacts,
    forgotten: readonly (string | readonly [number, keyof Parent])[],
  ) => {
    const copy = structuredClone(household)
    for (const each of forgotten) {
      if (typeof each === 'string') delete (copy.child as Record<string, unknown>)[each]
      else delete (copy.parents?.[each[0]] as unknown as Record<string, unknown>)[each[1]]
    }
    return copy
  }

  test('多知道一件事，已经定下的答案不变', () => {
    fc.assert(
      fc.property(wholeFamily, forgetting, (household, forgotten) => {
        const known = results(household)
        results(without(household, forgotten)).forEach((result, position) => {
          if (result !== 'NEEDS_INFO') expect(result).toBe(known[position])
        })
      }),
      { numRuns: 1000 },
    )
  })
})
