import type { Result } from '@domain/eligibility/assessment'
import type { Child, Household, HouseholdStatusKind } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { family, resultOf } from './families'

/*
 * 谁在哪张名单上。The list of the full premium (2.2-a), of the fixed one (2.2-b), of 70 % (2.2-c), of other aid (2.2-d) and
 * of the accident insurance (2.1-f) all differ, and are read as printed (reference §2).
 */

const able = { ableToCare: true, paysMaintenance: true }
const unable = { ableToCare: false }
const dead = { dead: true }
const inPrison = { imprisoned: { termMonths: 120 } }
const healthy: Child = { disabilities: [], illnesses: [], insured: 'wuhai' }
const recognised = (as: NonNullable<Child['recognised']>[number]['as']): Child => ({
  ...healthy,
  recognised: [{ as, since: '2020-01-01' }],
})
const listed = (household: Household, ...lists: HouseholdStatusKind[]): Household => ({
  ...household,
  household: { recognised: lists, incomeAboveNearSubsistenceLimit: lists.length === 0 },
})

const severe: Child = { disabilities: [{ type: 'physical', grade: 1, certified: true }] }

const families: readonly [who: string, household: Household][] = [
  ['孤儿', listed(family(dead, dead, recognised('orphan')))],
  ['事实无人抚养儿童', listed(family(dead, inPrison, recognised('deFactoUnattended')))],
  ['特困儿童', listed(family(unable, unable, recognised('extremePoverty')))],
  ['低保家庭的孩子', listed(family(able, able, healthy), 'subsistenceAllowance')],
  [
    '单人户低保的孩子',
    listed(family(able, able, { ...recognised('subsistenceAllowanceSingle'), ...severe }), 'nearSubsistence'),
  ],
  ['低保边缘家庭的孩子', listed(family(able, able, healthy), 'nearSubsistence')],
  ['防止返贫监测家庭的孩子', listed(family(able, able, healthy), 'povertyRelapseMonitored')],
  ['刚性支出困难家庭的孩子', listed(family(able, able, healthy), 'rigidExpenditure')],
  ['不在名单上的孩子', listed(family(able, able, healthy))],
]

const columns = ['PREMIUM_FULL', 'PREMIUM_FIXED', 'INPATIENT_70', 'MED_AID_OTHER', 'ACCIDENT_INS'] as const

const no: Result = 'NOT_ELIGIBLE'
const auto: Result = 'AUTOMATIC'
const ask: Result = 'NEEDS_INFO'
const has: Result = 'ELIGIBLE'

const table: Readonly<Record<string, readonly Result[]>> = {
  孤儿: [auto, no, has, no, auto],
  事实无人抚养儿童: [auto, no, ask, no, auto],
  特困儿童: [auto, no, has, no, no],
  低保家庭的孩子: [no, auto, has, no, no],
  单人户低保的孩子: [no, auto, has, ask, no],
  低保边缘家庭的孩子: [no, no, no, ask, no],
  防止返贫监测家庭的孩子: [no, auto, no, ask, no],
  刚性支出困难家庭的孩子: [no, no, no, ask, no],
  不在名单上的孩子: [no, no, no, no, no],
}

describe.each(families)('%s', (who, household) => {
  test.each(columns.map((code, column) => [code, table[who]?.[column]] as const))(
    '%s：%s',
    (code, result) => {
      expect(resultOf(code, household)).toBe(result)
    },
  )
})

describe('跟着身份来的，不比身份好', () => {
  const prison = (facts: { releasedOn?: string }) => ({ imprisoned: { termMonths: 60, ...facts } })
  const dfucChild: Child = { ...recognised('deFactoUnattended'), schooling: { stage: 'primary' } }
  const unrecognised: Child = { ...healthy, recognised: [], schooling: { stage: 'primary' } }
  const missing = {
    lostContact: { policeAcceptedOn: '2026-01-03', policeReceipt: false, establishedByStreet: false },
  }

  test.each<[string, Household, EntitlementCode, Result]>([
    ['还没有认定，医保费：认定后自动享受', family(dead, inPrison, unrecognised), 'PREMIUM_FULL', 'AUTOMATIC'],
    [
      '渐退期里，医保费：还是自动享受',
      family(dead, prison({ releasedOn: '2026-02-01' }), dfucChild),
      'PREMIUM_FULL',
      'AUTOMATIC',
    ],
    [
      '渐退期里，生活补助：还能领',
      family(dead, prison({ releasedOn: '2026-02-01' }), dfucChild),
      'LIVING_SUBSIDY',
      'ELIGIBLE',
    ],
    ['到7月才满足，医保费：到那天', family(dead, missing, unrecognised), 'PREMIUM_FULL', 'NOT_YET'],
    [
      '到7月才满足，住院救助：医保局还要核实，没有日子',
      family(dead, missing, unrecognised),
      'INPATIENT_70',
      'NEEDS_INFO',
    ],
    [
      '到7月才满足，明天计划：民政还要核实，没有日子',
      family(dead, missing, unrecognised),
      'TOMORROW_PLAN',
      'NEEDS_INFO',
    ],
    [
      '爸爸的刑期不清楚，意外保险：再问',
      family(dead, { imprisoned: true }, unrecognised),
      'ACCIDENT_INS',
      'NEEDS_INFO',
    ],
    [
      '户口在外省，意外保险：全市的，由户口所在地办',
      family(dead, inPrison, { ...unrecognised, hukou: { division: '620100' } }),
      'ACCIDENT_INS',
      'NEEDS_INFO',
    ],
  ])('%s', (_when, household, code, result) => {
    expect(resultOf(code, listed(household))).toBe(result)
  })
})

describe('三层医疗保障，给困境儿童', () => {
  test.each<[string, Household, Result]>([
    ['爸爸在服刑，妈妈在身边：有', family(inPrison, able, healthy), 'AUTOMATIC'],
    ['孩子有病：有', family(able, able, { ...healthy, illnesses: ['哮喘'] }), 'AUTOMATIC'],
    ['低保边缘：有', listed(family(able, able, healthy), 'nearSubsistence'), 'AUTOMATIC'],
    ['哪一样都没有：没有', family(able, able, healthy), 'NOT_ELIGIBLE'],
    [
      '哪一样都有，但是满18周岁，没有认定：没有',
      listed(family(inPrison, able, { ...healthy, ...severe, birthDate: '2008-03-31' }), 'nearSubsistence'),
      'NOT_ELIGIBLE',
    ],
    [
      '20岁的孤儿，上大专：有',
      family(dead, dead, {
        ...recognised('orphan'),
        birthDate: '2006-01-01',
        schooling: { stage: 'juniorCollege' },
      }),
      'AUTOMATIC',
    ],
  ])('%s', (_who, { household = { recognised: [] }, ...rest }, result) => {
    expect(resultOf('MED_COVER', { ...rest, household })).toBe(result)
  })
})
