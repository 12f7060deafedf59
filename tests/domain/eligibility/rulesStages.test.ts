import type { Result } from '@domain/eligibility/assessment'
import { schoolStages, type Child, type SchoolStage } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { family, resultOf } from './families'

/*
 * 同一个19岁的孩子，换一个学校，每一项怎么答。C1, C2 and C4 have three different lists of schools (reference §3.3), the
 * waivers of compulsory and senior school two more.
 */

const dead = { dead: true }
const inPrison = { imprisoned: { termMonths: 120 } }
const at = (stage: SchoolStage, as: NonNullable<Child['recognised']>[number]['as']): Child => ({
  birthDate: '2006-08-20',
  schooling: { stage, fullTime: true },
  recognised: [{ as, since: '2015-01-01' }],
  insured: 'wuhai',
})

const columns: readonly (readonly [name: string, of: (stage: SchoolStage) => Result])[] = [
  ['孤儿', (stage) => resultOf('ORPHAN_ALLOWANCE', family(dead, dead, at(stage, 'orphan')))],
  [
    '事实无人抚养',
    (stage) => resultOf('DFUC_ALLOWANCE', family(dead, inPrison, at(stage, 'deFactoUnattended'))),
  ],
  ['特困', (stage) => resultOf('TEKUN', family(dead, { ableToCare: false }, at(stage, 'extremePoverty')))],
  ['福彩圆梦', (stage) => resultOf('FUCAI_DREAM', family(dead, dead, at(stage, 'orphan')))],
  ['义务教育免费', (stage) => resultOf('COMPULSORY_WAIVER', family(dead, dead, at(stage, 'orphan')))],
  ['高中免费', (stage) => resultOf('HS_WAIVER', family(dead, dead, at(stage, 'orphan')))],
]

const goes: Result = 'ELIGIBLE'
const free: Result = 'AUTOMATIC'
const no: Result = 'NOT_ELIGIBLE'

const table: Readonly<Record<SchoolStage, readonly Result[]>> = {
  none: [no, no, no, no, no, no],
  preschool: [no, no, no, no, no, no],
  primary: [goes, goes, goes, no, free, no],
  juniorSecondary: [goes, goes, goes, no, free, no],
  seniorSecondary: [goes, goes, goes, goes, no, free],
  secondaryVocational: [goes, goes, goes, goes, no, free],
  higherVocational: [goes, goes, no, goes, no, no],
  juniorCollege: [goes, goes, no, goes, no, no],
  undergraduate: [goes, goes, no, goes, no, no],
  master: [no, no, no, goes, no, no],
  doctorate: [no, no, no, no, no, no],
}

describe.each(schoolStages.map((stage) => [stage] as const))('19岁，%s', (stage) => {
  test.each(columns.map(([name], column) => [name, table[stage][column]] as const))(
    '%s：%s',
    (name, result) => {
      const [, of] = columns.find(([each]) => each === name) ?? []
      expect(of?.(stage)).toBe(result)
    },
  )
})

test('不是全日制：没有福彩圆梦；是不是全日制不清楚：再问', () => {
  const child = at('juniorCollege', 'orphan')
  const partTime = { ...child, schooling: { stage: 'juniorCollege', fullTime: false } } as const
  expect(resultOf('FUCAI_DREAM', family(dead, dead, partTime))).toBe('NOT_ELIGIBLE')
  const unknown = { ...child, schooling: { stage: 'juniorCollege' } } as const
  expect(resultOf('FUCAI_DREAM', family(dead, dead, unknown))).toBe('NEEDS_INFO')
})

describe('福彩圆梦和收养', () => {
  const adopted = (wasDisabled: boolean) => ({
    registeredOn: '2018-01-01',
    wasOrphanOrAbandoned: true,
    wasDisabled,
    wasIll: false,
  })
  const student = (more: Child): Child => ({ ...at('juniorCollege', 'orphan'), ...more })
  const able = { ableToCare: true }

  test.each<[string, ReturnType<typeof family>, Result]>([
    ['没有被收养：符合', family(dead, dead, student({})), 'ELIGIBLE'],
    ['收养没有不清楚：再问', family(dead, dead, student({ adoption: undefined })), 'NEEDS_INFO'],
    ['健康时被收养：没有', family(able, able, student({ adoption: adopted(false) })), 'NOT_ELIGIBLE'],
    ['残疾孤儿被收养：符合', family(able, able, student({ adoption: adopted(true) })), 'ELIGIBLE'],
    ['被收养，养父母又都去世：再问', family(dead, dead, student({ adoption: adopted(false) })), 'NEEDS_INFO'],
    [
      '17岁，健康时被收养：没有',
      family(able, able, student({ birthDate: '2008-10-05', adoption: adopted(false) })),
      'NOT_ELIGIBLE',
    ],
    [
      '17岁，残疾孤儿被收养：满18周岁时',
      family(able, able, student({ birthDate: '2008-10-05', adoption: adopted(true) })),
      'NOT_YET',
    ],
    ['17岁，孤儿：满18周岁时', family(dead, dead, student({ birthDate: '2008-10-05' })), 'NOT_YET'],
    [
      '17岁，收养没有不清楚：再问',
      family(dead, dead, student({ birthDate: '2008-10-05', adoption: undefined })),
      'NEEDS_INFO',
    ],
  ])('%s', (_who, household, result) => {
    expect(resultOf('FUCAI_DREAM', household)).toBe(result)
  })
})

describe('孤独症，没有残疾证：特殊教育由教育局定，不拒绝，也不许诺', () => {
  test.each<[string, Result]>([
    ['2022-03-31', 'NEEDS_INFO'],
    ['2016-03-31', 'NEEDS_INFO'],
    ['2008-04-01', 'NEEDS_INFO'],
    ['2008-03-31', 'NOT_ELIGIBLE'],
  ])('%s 出生：%s', (birthDate, result) => {
    const child: Child = { birthDate, schooling: { stage: 'none' }, disabilities: [], illnesses: ['孤独症'] }
    expect(resultOf('SPECIAL_EDU', family({ ableToCare: true }, { ableToCare: true }, child))).toBe(result)
  })
})

describe('孩子几岁、上什么学，学校的几项', () => {
  const young = (birthDate: string, stage: SchoolStage): Child => ({
    birthDate,
    schooling: { stage },
    disabilities: [{ type: 'hearing', grade: 4, certified: true }],
  })
  test.each<[string, string, SchoolStage, EntitlementCode, Result]>([
    ['差一天满6周岁', '2020-04-01', 'preschool', 'SPECIAL_EDU', 'NOT_YET'],
    ['今天满6周岁，还在幼儿园', '2020-03-31', 'preschool', 'SPECIAL_EDU', 'ELIGIBLE'],
    ['4级残疾，上小学', '2016-03-31', 'primary', 'SPECIAL_EDU', 'ELIGIBLE'],
    ['上高中', '2009-03-31', 'seniorSecondary', 'SPECIAL_EDU', 'NEEDS_INFO'],
    ['还在幼儿园', '2020-04-01', 'preschool', 'COMPULSORY_WAIVER', 'NOT_YET'],
    ['上小学', '2016-03-31', 'primary', 'COMPULSORY_WAIVER', 'AUTOMATIC'],
    ['上小学', '2016-03-31', 'primary', 'HS_WAIVER', 'NOT_ELIGIBLE'],
    ['上本科', '2006-03-31', 'undergraduate', 'HS_WAIVER', 'NOT_ELIGIBLE'],
    ['上中职', '2009-03-31', 'secondaryVocational', 'HS_GRANT', 'NEEDS_INFO'],
    ['不上学', '2009-03-31', 'none', 'STAGE_AID', 'NOT_ELIGIBLE'],
  ])('%s，%s 出生，%s，%s：%s', (_who, birthDate, stage, code, result) => {
    expect(resultOf(code, family({ ableToCare: true }, { ableToCare: true }, young(birthDate, stage)))).toBe(
      result,
    )
  })
})
