import type { CheckerCode } from '@domain/policy/checkerCodes'
import { readHousehold } from '@domain/eligibility/circumstances'
import type { Child, Household, Parent } from '@domain/eligibility/facts'
import { decisionOf, standingOf } from '@domain/eligibility/rules/ruleTable'
import { family, today } from './families'
import { at } from './foresightFamilies'

/*
 * Of an answer "not yet": whether it is met then whatever else turns out (an age, an enrolment, a report that will be six
 * months old), or on a day nobody can vouch for. Source: reference §0.2, §4.2, §5.14.
 */

type Facts = Omit<Parent, 'role'>
const dead: Facts = { dead: true }
const able: Facts = { ableToCare: true }
const fromGansu: Child = {
  hukou: { division: '620100' },
  residence: { division: '150302001', since: '2025-01-01' },
  residencePermit: { held: true, lastSignedOn: '2026-01-01' },
}

const whetherCertain = (code: CheckerCode, household: Household) =>
  decisionOf(code, standingOf(readHousehold(household, today))).values.map(
    ({ result, isCertain }) => `${result} ${isCertain ? '一定' : '不一定'}`,
  )

describe('到时候一定满足', () => {
  test.each<[string, CheckerCode, Child]>([
    ['2岁的流动儿童：满3周岁上幼儿园', 'PRESCHOOL', { ...fromGansu, birthDate: '2024-01-01', ...at('none') }],
    [
      '5岁的随迁子女：满6周岁上小学',
      'SCHOOL_MIGRANT',
      { ...fromGansu, birthDate: '2021-01-01', ...at('none') },
    ],
    ['5岁：上了小学就免学杂费', 'COMPULSORY_WAIVER', { birthDate: '2021-01-01', ...at('none') }],
    [
      '5岁，听力残疾：到上学年龄有特殊教育',
      'SPECIAL_EDU',
      {
        birthDate: '2021-01-01',
        ...at('none'),
        disabilities: [{ type: 'hearing', grade: 2, certified: true }],
      },
    ],
    [
      '脑瘫的孩子还没有参保：参了保就有门诊慢特病',
      'CHRONIC_OUTPATIENT',
      { insured: 'none', illnesses: ['脑瘫'] },
    ],
  ])('%s', (_who, code, child) => {
    expect(whetherCertain(code, family(able, able, child))).toEqual(['NOT_YET 一定'])
  })

  test('爸爸失联、还没有报警：报了警就一定会满', () => {
    const father: Facts = { lostContact: { policeAcceptedOn: null, establishedByStreet: false } }
    expect(whetherCertain('DFUC_ALLOWANCE', family(father, dead))).toEqual(['NOT_YET 一定'])
  })
})

describe('报没报警、哪天报的不清楚：不一定', () => {
  const father: Facts = { lostContact: { since: '2026-02-01' } }

  test('妈妈去世', () => {
    expect(new Set(whetherCertain('DFUC_ALLOWANCE', family(father, dead)))).toEqual(
      new Set(['NOT_YET 不一定']),
    )
  })

  test('妈妈在同一天开始服刑，也不一定', () => {
    const mother: Facts = { imprisoned: { termMonths: 24, from: '2026-09-30' } }
    expect(whetherCertain('DFUC_ALLOWANCE', family(father, mother))).toContain('NOT_YET 不一定')
  })
})
