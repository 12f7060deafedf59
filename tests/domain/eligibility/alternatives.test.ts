import type { Household, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, dfuc, family, orphan } from './families'

/* Nobody is left with a bare no: what else there is, and what would have to change. Source: reference §0.2. */

type Facts = Omit<Parent, 'role'>
const mother: Facts = { imprisoned: { termMonths: 24 } }

describe('别的路', () => {
  const alternatives = (household: Household) => dfuc(household).alternatives
  const able: Facts = { ableToCare: true }

  test.each<[string, Household, EntitlementCode[]]>([
    [
      '父母都能照顾，给抚养费',
      family({ ...able, paysMaintenance: true }, { ...able, paysMaintenance: true }),
      ['TEMP_AID', 'DIBAO', 'DIRECTOR_VISIT'],
    ],
    [
      '妈妈改嫁，不给抚养费',
      family({ dead: true }, { ...able, paysMaintenance: false }),
      ['TEMP_AID', 'DIBAO', 'LEGAL_AID', 'DIRECTOR_VISIT'],
    ],
    [
      '爸爸刑期不够，没有人照顾',
      family({ imprisoned: { termMonths: 5 } }, { dead: true }),
      ['TEMP_AID', 'DIBAO', 'LEGAL_AID', 'DIRECTOR_VISIT', 'GUARDIANSHIP_HELP'],
    ],
    [
      '是孤儿',
      family({ dead: true }, { dead: true }),
      ['ORPHAN_ALLOWANCE', 'TEMP_AID', 'DIBAO', 'DIRECTOR_VISIT', 'GUARDIANSHIP_HELP'],
    ],
    [
      '20岁，上大专',
      family({}, {}, { birthDate: '2006-01-01', schooling: { stage: 'juniorCollege' } }),
      ['TEMP_AID', 'DIBAO', 'STAGE_AID', 'LEGAL_AID'],
    ],
    [
      '20岁，不上学',
      family({}, {}, { birthDate: '2006-01-01', schooling: { stage: 'none' } }),
      ['TEMP_AID', 'DIBAO', 'LEGAL_AID'],
    ],
  ])('%s', (_what, household, codes) => {
    expect(alternatives(household)).toEqual(codes)
  })

  test('还差一步的、快要结束的，也指别的路', () => {
    const notYet = family({ dead: true }, { imprisoned: { termMonths: 12, from: '2026-04-10' } })
    const ending = family({ resumedCareOn: '2026-01-20' }, mother, {
      recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }],
    })
    expect(alternatives(notYet)?.slice(0, 2)).toEqual(['TEMP_AID', 'DIBAO'])
    expect(alternatives(ending)?.slice(0, 2)).toEqual(['TEMP_AID', 'DIBAO'])
  })

  test('符合和要再问的，不另外指路', () => {
    expect(dfuc(family({ dead: true }, mother)).alternatives).toBeUndefined()
    expect(dfuc(family({ dead: true }, { imprisoned: true })).alternatives).toBeUndefined()
  })

  test('不是孤儿，但补贴能申请：先指那一项', () => {
    expect(orphan(family({ dead: true }, mother)).alternatives?.[0]).toBe('DFUC_ALLOWANCE')
  })

  test('不用跨省办，能领孤儿费：只指孤儿费，不再指救助', () => {
    const here = family({ dead: true }, { dead: true })
    expect(answerOf('XPROV_ACCEPT', here).alternatives).toEqual(['ORPHAN_ALLOWANCE'])
  })
})

describe('不清楚的，按还用得着的指路', () => {
  const able: Facts = { ableToCare: true, paysMaintenance: true }
  const alternatives = (household: Household, code: EntitlementCode = 'DFUC_ALLOWANCE') =>
    answerOf(code, household).alternatives

  test('年龄不清楚：还是请儿童主任上门', () => {
    expect(alternatives(family(able, able, { birthDate: undefined }))).toContain('DIRECTOR_VISIT')
  })

  test('20岁，在不在上学不清楚：不指给学生的资助', () => {
    expect(alternatives(family(able, able, { birthDate: '2006-01-01' }))).toEqual([
      'TEMP_AID',
      'DIBAO',
      'LEGAL_AID',
    ])
  })

  test('爸爸在不在世不清楚，没有给抚养费：可以问法律援助', () => {
    const father: Facts = { dead: undefined, paysMaintenance: false }
    expect(alternatives(family(father, able))).toContain('LEGAL_AID')
    expect(alternatives(family({ ...father, dead: true }, able))).not.toContain('LEGAL_AID')
  })

  test.each<[string, EntitlementCode, Household, EntitlementCode[]]>([
    [
      '领着单人户低保的重残孩子，家里收入超了，没有全家的低保：先指单人户',
      'DIBAO',
      {
        ...family(able, able, {
          disabilities: [{ type: 'visual', grade: 1, certified: true }],
          recognised: [{ as: 'subsistenceAllowanceSingle' }],
        }),
        household: { recognised: [], incomeAboveNearSubsistenceLimit: true },
      },
      ['DIBAO_SINGLE', 'TEMP_AID', 'DIRECTOR_VISIT'],
    ],
    [
      '没有病的孩子，家里在领低保，不在低保边缘名单上：住院有70%那一项，三层保障也有',
      'MED_AID_OTHER',
      {
        ...family(able, able, {
          insured: 'wuhai',
          disabilities: [],
          illnesses: [],
        }),
        household: { recognised: ['subsistenceAllowance'] },
      },
      ['INPATIENT_70', 'MED_COVER', 'TEMP_AID', 'DIBAO', 'DIRECTOR_VISIT'],
    ],
  ])('%s', (_what, code, household, codes) => {
    expect(answerOf(code, household).result).toBe('NOT_ELIGIBLE')
    expect(alternatives(household, code)).toEqual(codes)
  })
})

describe('最少改什么就符合', () => {
  test.each<[string, Household, string[][]]>([
    ['只差妈妈', family({ dead: true }, {}), [['parents.mother']]],
    ['两个都差', family({}, {}), [['parents.father', 'parents.mother']]],
    ['只差年龄', family({ dead: true }, mother, { birthDate: '2006-01-01' }), [['child.birthDate']]],
    [
      '年龄和认定，改一样就行',
      family({ dead: true }, mother, { birthDate: '2006-01-01', schooling: { stage: 'primary' } }),
      [['child.birthDate'], ['child.recognised']],
    ],
  ])('%s', (_what, household, flips) => {
    expect(
      dfuc(household)
        .flips?.map((paths) => paths.join())
        .sort(),
    ).toEqual(flips.map((paths) => paths.join()))
  })

  test('从来不劝人收养', () => {
    const { flips } = orphan(family({}, {}, { recognised: [{ as: 'orphan' }] }))
    expect(JSON.stringify(flips)).not.toContain('adoption')
  })
})
