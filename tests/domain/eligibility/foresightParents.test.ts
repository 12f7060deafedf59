import type { Household } from '@domain/eligibility/facts'
import { family } from './families'
import { at, child, dead, notPublished, told, withSettings } from './foresightFamilies'

describe('父母的变化', () => {
  const recognised = child('2014-05-01', 'deFactoUnattended', at('primary'))
  const father = { imprisoned: { termMonths: 60, from: '2022-03-03', releasedOn: '2027-03-03' } }

  test.each<[string, Household, string[]]>([
    [
      '爸爸明年刑满释放：那天告诉街道，进入渐退期',
      family(father, dead, recognised),
      [
        '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
        '2027-03-03 ends X5 事实无人抚养儿童基本生活补贴进入渐退期，保障到2027年9月3日。',
        '2027-09-03 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2027年9月。',
      ],
    ],
    [
      '渐退期没有公布：只说那天进入渐退期',
      withSettings(family(father, dead, recognised), notPublished),
      [
        '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
        '2027-03-03 ends X5 事实无人抚养儿童基本生活补贴进入渐退期，多长以民政部门公布为准。',
      ],
    ],
    [
      '释放的爸爸还是一级残疾：告诉街道，补贴不结束',
      family({ ...father, disabilities: [{ type: 'physical', grade: 1 }] }, dead, recognised),
      ['2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。'],
    ],
    [
      '只知道刑期：到期那天告诉街道，不说已经释放',
      family({ imprisoned: { termMonths: 60, from: '2022-03-03' } }, dead, recognised),
      ['2027-03-03 handIn X5 孩子爸爸的刑期到这天，出来了请告诉街道或居委会。'],
    ],
    [
      '妈妈戒毒结束：第5项；爸爸恢复自由：第4项',
      family(
        { otherRestriction: { termMonths: 12, from: '2026-01-01', releasedOn: '2027-01-01' } },
        { compulsoryRehab: { termMonths: 24, from: '2025-01-01', releasedOn: '2027-02-01' } },
        recognised,
      ),
      [
        '2027-01-01 handIn X4 孩子爸爸这天恢复自由，请告诉街道或居委会。',
        '2027-01-01 ends X4 事实无人抚养儿童基本生活补贴进入渐退期，保障到2027年7月1日。',
        '2027-02-01 handIn X5 孩子妈妈这天戒毒结束，请告诉街道或居委会。',
        '2027-07-01 ends X4 事实无人抚养儿童基本生活补贴最后发放的月份是2027年7月。',
      ],
    ],
    [
      '已经在渐退期里：到哪天、最后哪个月',
      family({ imprisoned: { termMonths: 60, releasedOn: '2026-02-10' } }, dead, recognised),
      ['2026-08-10 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2026年8月。'],
    ],
    [
      '已经在渐退期里，长度没有公布',
      withSettings(
        family({ imprisoned: { termMonths: 60, releasedOn: '2026-02-10' } }, dead, recognised),
        notPublished,
      ),
      ['没有日子 ends X5 正在渐退期里，多长以民政部门公布为准。'],
    ],
    [
      '失联还差三个月：哪天能申请，哪天有回执单',
      family(
        { lostContact: { policeAcceptedOn: '2026-01-03', policeReceipt: false, establishedByStreet: false } },
        dead,
        { birthDate: '2014-05-01', ...at('primary') },
      ),
      [
        '2026-07-03 begins 从这天起，可以申请事实无人抚养儿童基本生活补贴。',
        '2026-07-04 handIn 这天起可以向公安要回执单，申请时交给街道。',
        '2032-04-30 handIn 满18周岁以前申请。满了，就不能第一次认定。',
      ],
    ],
  ])('%s', (_who, household, expected) => {
    const beforeAdulthood = told(household, 'DFUC_ALLOWANCE').filter((line) => !line.startsWith('2032-05-01'))
    expect(beforeAdulthood).toEqual(expected)
  })

  test('跟着补贴来的，到保障的最后一天为止', () => {
    const household = family(father, dead, recognised)
    expect(told(household, 'ACCIDENT_INS')).toEqual(['2027-09-03 ends 意外伤害保险（福彩护童）到这天为止。'])
    expect(told(household, 'LIVING_SUBSIDY')).toContain('2027-09-04 handIn 家庭困难的学生可以向学校申请。')
  })

  test('父母的病治好了，由部门复核', () => {
    const ill = family({ seriouslyIll: true }, dead, recognised)
    expect(told(ill)).toContain('没有日子 ends X7 父母的病治好了，补贴由民政部门复核。')
    expect(told(family(father, dead, recognised)).join()).not.toContain('治好')
  })
})
