import type { Child, Household, Parent, SchoolStage } from '@domain/eligibility/facts'
import { family } from './families'
import { at, child, dead, told, unable } from './foresightFamilies'

/*
 * All that is told to a family, in its order: what is left out is as much a part of it as what is said. Source: reference
 * §3.1 to §3.3 (C1 to C5, X1 to X7), §5.2, §5.14.
 */

const healthy: Child = { disabilities: [], illnesses: [], insured: 'wuhai' }
const able: Omit<Parent, 'role'> = { ableToCare: true, paysMaintenance: true }
const onNoList = (household: Household): Household => ({ ...household, household: { recognised: [] } })
const tells = '没有日子 handIn 家里情况有变化，请告诉街道或居委会。'

test.each<[string, Household, string[]]>([
  [
    '17岁的孤儿，上高中',
    family(dead, dead, child('2008-10-05', 'orphan', { ...healthy, ...at('seniorSecondary') })),
    [
      '2026-10-05 handIn 满18周岁以后还给不给全额资助，请问医保部门。',
      '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
      '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
      '2026-10-05 continues 还在上学的孤儿，明天计划也继续。',
      '2026-10-05 begins 从这天起，可以申请福彩圆梦·孤儿助学。',
      '2026-10-05 ends X1 不再上学的，这天进入渐退期，保障到2027年4月5日。',
      tells,
      '没有日子 ends 上高职、大专、本科以后，高中、中职免学费和教科书费不再继续。',
    ],
  ],
  [
    '19岁的孤儿，上本科',
    family(dead, dead, child('2007-01-10', 'orphan', { ...healthy, ...at('undergraduate') })),
    [
      '没有日子 handIn 还在上学的，把在校证明交给街道或镇。',
      tells,
      '没有日子 continues 还在上学（小学到本科）的，继续领到毕业。',
      '没有日子 continues 还在上学的孤儿，明天计划也继续。',
      '没有日子 ends X1 毕业或不再上学，这一项就会结束，请告诉街道。',
      '没有日子 ends X1 上硕士以后，孤儿基本生活费不再继续。',
      '没有日子 ends 上硕士以后，三项医疗保障不再继续。',
      '没有日子 ends 上硕士以后，意外伤害保险（福彩护童）不再继续。',
      '没有日子 ends 上硕士以后，住院医疗救助不再继续。',
    ],
  ],
  [
    '不到2岁的孤儿：到18周岁，再到渐退期满',
    family(dead, dead, child('2024-05-10', 'orphan', { ...healthy, ...at('none') })),
    [
      '2042-05-10 handIn 还在上学的，把在校证明交给街道或镇。',
      '2042-05-10 continues 还在上学（小学到本科）的，继续领到毕业。',
      '2042-05-10 continues 还在上学的孤儿，明天计划也继续。',
      '2042-05-10 begins 满18周岁、全日制上学时，可以申请。',
      '2042-05-10 ends X1 不再上学的，这天进入渐退期，保障到2042年11月10日。',
      '2042-11-10 ends X1 孤儿基本生活费最后发放的月份是2042年11月。',
      '2042-11-10 ends 三项医疗保障到这天为止。',
      '2042-11-10 ends 意外伤害保险（福彩护童）到这天为止。',
      '2042-11-10 ends 医保费全额资助到这天为止。',
      '2042-11-10 ends 住院医疗救助到这天为止。',
      tells,
    ],
  ],
  [
    '领补贴的小学生，爸爸明年刑满释放',
    family(
      { imprisoned: { termMonths: 60, from: '2022-03-03', releasedOn: '2027-03-03' } },
      dead,
      child('2014-05-01', 'deFactoUnattended', { ...healthy, ...at('primary') }),
    ),
    [
      '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
      '2027-03-03 ends X5 事实无人抚养儿童基本生活补贴进入渐退期，保障到2027年9月3日。',
      '2027-09-03 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2027年9月。',
      '2027-09-03 ends 意外伤害保险（福彩护童）到这天为止。',
      '2027-09-04 handIn 家庭困难的学生可以向学校申请。',
      tells,
    ],
  ],
  [
    '17岁的特困儿童，上中职',
    family(dead, unable, child('2008-10-05', 'extremePoverty', { ...healthy, ...at('secondaryVocational') })),
    [
      '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
      '2026-10-05 continues 还在上小学、初中、高中、中职的，可以继续。',
      '2026-10-05 ends X2 不再上这些学校的，最后发放的月份是2026年10月。',
      tells,
      '没有日子 ends X6 家里能抚养孩子了，特困由民政部门复核。',
      '没有日子 ends X2 上高职、大专、本科以后，特困人员救助供养不再继续。',
      '没有日子 ends 上高职、大专、本科以后，高中、中职免学费和教科书费不再继续。',
    ],
  ],
  [
    '5岁的流动儿童，听力二级，上幼儿园',
    family(able, able, {
      ...at('preschool'),
      birthDate: '2020-10-05',
      hukou: { division: '620100' },
      disabilities: [{ type: 'hearing', grade: 2, certified: true }],
      illnesses: [],
      insured: 'none',
      residence: { division: '150302001', since: '2026-01-01' },
      residencePermit: { held: true, lastSignedOn: '2025-09-01' },
    }),
    [
      '2026-07-01 begins 从这天起，可以申请普惠性幼儿园。',
      '2026-09-01 handIn 居住证每年签注一次，请在这天以前签注。',
      '2026-10-05 begins 从这天起，可以申请随迁子女入学。',
      '2026-10-05 begins 从这天起，可以申请特殊教育。',
      '没有日子 begins 上小学以后，可以申请随迁子女入学。',
      '没有日子 begins 上小学以后，自动享受随迁子女免学杂费和补助。',
      '没有日子 begins 上小学以后，可以申请特殊教育。',
      '没有日子 begins 上小学以后，自动享受义务教育免学杂费和教科书费。',
    ],
  ],
  [
    '爸爸失联还差三个月，没有认定过',
    family(
      dead,
      { lostContact: { policeAcceptedOn: '2026-01-03', policeReceipt: false, establishedByStreet: false } },
      { ...healthy, ...at('primary') },
    ),
    [
      '2026-07-03 begins 从这天起，可以申请事实无人抚养儿童基本生活补贴。',
      '2026-07-04 handIn 这天起可以向公安要回执单，申请时交给街道。',
      '2034-03-30 handIn 满18周岁以前申请。满了，就不能第一次认定。',
    ],
  ],
  [
    '有低保、单独低保的白血病孩子，已经上硕士',
    family(able, able, {
      ...at('master'),
      birthDate: '2003-05-05',
      recognised: [{ as: 'subsistenceAllowanceSingle' }, { as: 'subsistenceAllowance' }],
      disabilities: [],
      illnesses: ['白血病'],
      insured: 'wuhai',
    }),
    [
      tells,
      '没有日子 ends X6 家里情况好转了，低保由民政部门复核。',
      '没有日子 ends X6 家里情况好转了，单独低保由民政部门复核。',
      '没有日子 ends X7 孩子的病治好了，单独低保由民政部门复核。',
    ],
  ],
  ['父母都能照顾、上小学的孩子', family(able, able, { ...healthy, ...at('primary') }), []],
])('%s', (_who, household, expected) => {
  expect(told(onNoList(household))).toEqual(expected)
})

describe('孤儿换到下一所学校', () => {
  const afterSenior = ['没有日子 ends 上高职、大专、本科以后，高中、中职免学费和教科书费不再继续。']
  /** 硕士 is not among the schools with which protection goes on (C1). */
  const afterCollege = [
    '没有日子 ends X1 上硕士以后，孤儿基本生活费不再继续。',
    '没有日子 ends 上硕士以后，三项医疗保障不再继续。',
    '没有日子 ends 上硕士以后，意外伤害保险（福彩护童）不再继续。',
    '没有日子 ends 上硕士以后，住院医疗救助不再继续。',
  ]

  test.each<[SchoolStage, string, string[]]>([
    [
      'preschool',
      '2020-05-01',
      [
        '没有日子 begins 上小学以后，自动享受义务教育免学杂费和教科书费。',
        '没有日子 begins 上小学以后，可以申请义务教育生活补助。',
      ],
    ],
    ['primary', '2015-05-01', []],
    [
      'juniorSecondary',
      '2012-05-01',
      [
        '没有日子 begins 上高中、中职以后，自动享受高中、中职免学费和教科书费。',
        '没有日子 ends 上高中、中职以后，义务教育免学杂费和教科书费不再继续。',
        '没有日子 ends 上高中、中职以后，义务教育生活补助不再继续。',
      ],
    ],
    ['seniorSecondary', '2009-05-01', afterSenior],
    ['secondaryVocational', '2009-05-01', afterSenior],
    ['higherVocational', '2007-05-01', afterCollege],
    ['juniorCollege', '2007-05-01', afterCollege],
    ['undergraduate', '2006-05-01', afterCollege],
    ['master', '2003-05-01', ['没有日子 ends 上博士以后，福彩圆梦·孤儿助学不再继续。']],
    ['doctorate', '1999-05-01', []],
  ])('%s，%s出生', (stage, birthDate, changes) => {
    const household = onNoList(family(dead, dead, child(birthDate, 'orphan', { ...healthy, ...at(stage) })))
    expect(told(household).filter((line) => /以后，/.test(line))).toEqual(changes)
  })
})

describe('由民政部门复核的', () => {
  const dibao = '没有日子 ends X6 家里情况好转了，低保由民政部门复核。'
  const tekun = '没有日子 ends X6 家里能抚养孩子了，特困由民政部门复核。'
  const on = (recognised: NonNullable<Household['household']>['recognised'], more: Child = {}) =>
    told({ ...family(able, able, { ...healthy, ...at('primary'), ...more }), household: { recognised } })

  test.each<[string, string[], string[]]>([
    ['家庭在低保名单上', on(['subsistenceAllowance']), [dibao]],
    ['家庭在特困名单上', on(['extremePoverty']), [tekun]],
    ['家庭在低保边缘名单上', on(['nearSubsistence']), []],
    ['孩子有病，没有单独领低保：不说病治好了', on([], { illnesses: ['白血病'] }), []],
  ])('%s', (_what, lines, reviews) => {
    expect(lines.filter((line) => /复核/.test(line))).toEqual(reviews)
  })
})
