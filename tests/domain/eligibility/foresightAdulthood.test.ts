import type { Household } from '@domain/eligibility/facts'
import type { Foresight } from '@domain/eligibility/foresight'
import { family } from './families'
import { at, child, dead, notPublished, told, unable, withSettings } from './foresightFamilies'

describe('满18周岁', () => {
  const orphan17 = family(dead, dead, child('2008-10-05', 'orphan', at('seniorSecondary')))
  const dfuc17 = family(
    dead,
    { imprisoned: { termMonths: 120 } },
    child('2008-10-05', 'deFactoUnattended', at('juniorCollege')),
  )
  const tekun17 = family(dead, unable, child('2008-10-05', 'extremePoverty', at('secondaryVocational')))

  test.each<[string, Household, Foresight['code'], string[]]>([
    [
      '17岁的孤儿：上学的继续，不上学的渐退，先交在校证明',
      orphan17,
      'ORPHAN_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，保障到2027年4月5日。',
      ],
    ],
    [
      '17岁的孤儿，渐退期没有公布：不说日子',
      withSettings(orphan17, notPublished),
      'ORPHAN_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，多长以民政公布为准。',
      ],
    ],
    [
      '17岁的孤儿：满18周岁可以申请福彩圆梦',
      orphan17,
      'FUCAI_DREAM',
      ['2026-10-05 begins 从这天起，可以申请福彩圆梦·孤儿助学。'],
    ],
    [
      '17岁的孤儿：医保费要问',
      orphan17,
      'PREMIUM_FULL',
      ['2026-10-05 handIn 满18周岁以后还给不给全额资助，请问医保部门。'],
    ],
    [
      '17岁的事实无人抚养儿童，已经上大专：和孤儿一样继续，没有福彩圆梦',
      dfuc17,
      'DFUC_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，保障到2027年4月5日。',
        '没有日子 ends X1 上硕士以后，事实无人抚养儿童基本生活补贴不再继续。',
      ],
    ],
    [
      '17岁的孤儿：上学的话明天计划也继续',
      orphan17,
      'TOMORROW_PLAN',
      ['2026-10-05 continues 还在上学的孤儿，明天计划也继续。'],
    ],
    ['17岁的事实无人抚养儿童：没有福彩圆梦', dfuc17, 'FUCAI_DREAM', []],
    ['17岁的事实无人抚养儿童：明天计划没有写', dfuc17, 'TOMORROW_PLAN', []],
    [
      '17岁的特困儿童，上中职：上大专就不再继续，没有渐退期',
      tekun17,
      'TEKUN',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上小学、初中、高中、中职的，可以继续。',
        '2026-10-05 ends X2 不再上这些学校的，最后发放的月份是2026年10月。',
        '没有日子 ends X6 家里能抚养孩子了，特困由民政部门复核。',
        '没有日子 ends X2 上高职、大专、本科以后，特困人员救助供养不再继续。',
      ],
    ],
    [
      '19岁的孤儿，上大专：毕业就结束，哪天毕业不知道',
      family(dead, dead, child('2007-01-10', 'orphan', at('juniorCollege'))),
      'ORPHAN_ALLOWANCE',
      [
        '没有日子 handIn 还在上学的，把在校证明交给街道或镇。',
        '没有日子 continues 还在上学（小学到本科）的，继续领到毕业。',
        '没有日子 ends X1 毕业或不再上学，这一项就会结束，请告诉街道。',
        '没有日子 ends X1 上硕士以后，孤儿基本生活费不再继续。',
      ],
    ],
    [
      '符合条件还没有认定：满18周岁的前一天是最后一天',
      family(dead, { imprisoned: { termMonths: 120 } }, { birthDate: '2008-10-05' }),
      'DFUC_ALLOWANCE',
      ['2026-10-04 handIn 满18周岁以前申请。满了，就不能第一次认定。'],
    ],
  ])('%s', (_who, household, code, expected) => {
    expect(told(household, code)).toEqual(expected)
  })
})
