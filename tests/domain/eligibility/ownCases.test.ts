import { checkerCodes, type CheckerCode } from '@domain/policy/checkerCodes'
import { provisionIds, provisionOf } from '@domain/policy/provisions'
import { readCases, resultWords, testCase, type Result } from './caseFiles'

/*
 * Cases written from the policy, the statutes and the published readings, not from the rules in code: both sides of
 * every age, term, grade, stage and place that decides an answer. Where the sources are silent, the row tells the
 * reading taken here.
 */

const cases = readCases('eligibility-cases/own')
const groups = [...new Set(cases.map((each) => each.group))]

for (const group of groups) {
  describe(`${group}`, () => {
    for (const each of cases.filter((other) => other.group === group)) testCase(each)
  })
}

/** The answers an item can have at all: a discretionary item is never promised, a waiver is never applied for. */
const possible: Record<CheckerCode, readonly Result[]> = {
  ORPHAN_ALLOWANCE: ['ELIGIBLE', 'NEEDS_INFO', 'ENDING', 'NOT_ELIGIBLE'],
  DFUC_ALLOWANCE: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'ENDING', 'NOT_ELIGIBLE'],
  XPROV_ACCEPT: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  TEKUN: ['ELIGIBLE', 'NEEDS_INFO', 'ENDING', 'NOT_ELIGIBLE'],
  DIBAO: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  TEMP_AID: ['NEEDS_INFO'],
  DIBAO_SINGLE: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  ADOPTED_CONTINUATION: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  HIV_ALLOWANCE: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  HOME_ACCESS: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  HOUSING: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  INSURE_LOCAL: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  MED_COVER: ['AUTOMATIC', 'NOT_YET', 'NEEDS_INFO'],
  CHRONIC_OUTPATIENT: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  ACCIDENT_INS: ['AUTOMATIC', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  PREMIUM_FULL: ['AUTOMATIC', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  PREMIUM_FIXED: ['AUTOMATIC', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  INPATIENT_70: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  MED_AID_OTHER: ['NEEDS_INFO'],
  TOMORROW_PLAN: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  REHAB: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  PRESCHOOL: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  SCHOOL_MIGRANT: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  MIGRANT_WAIVER: ['AUTOMATIC', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  MIGRANT_AID: ['NEEDS_INFO', 'NOT_ELIGIBLE'],
  SPECIAL_EDU: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  COMPULSORY_WAIVER: ['AUTOMATIC', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  LIVING_SUBSIDY: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  HS_WAIVER: ['AUTOMATIC', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  HS_GRANT: ['NEEDS_INFO', 'NOT_ELIGIBLE'],
  STAGE_AID: ['NEEDS_INFO'],
  FUCAI_DREAM: ['ELIGIBLE', 'NOT_YET', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  LEGAL_AID: ['ELIGIBLE', 'NEEDS_INFO'],
  ADOPTED_DISABLED_ORPHAN: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
  AIXIN_MAMA: ['ELIGIBLE', 'NEEDS_INFO', 'NOT_ELIGIBLE'],
}

describe('每一项的每种答案都有例子', () => {
  const shown = new Set(cases.flatMap((each) => each.expect.map(({ code, result }) => `${code} ${result}`)))
  const rows = checkerCodes.flatMap((code) =>
    possible[code].map(
      (result) => [provisionOf(code).name, resultWords[result], `${code} ${result}`] as const,
    ),
  )
  test.each(rows)('%s：%s', (_name, _result, row) => expect(shown).toContain(row))

  test('编号不重复，每个例子都写明依据的条款', () => {
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length)
    for (const { id, note } of cases) {
      const cited: string[] = note.match(/\d\.\d-[a-m]/g) ?? []
      expect([
        id,
        cited.length > 0,
        cited.filter((one) => !provisionIds.some((known) => known === one)),
      ]).toEqual([id, true, []])
    }
  })
})
