import { assess } from '@domain/eligibility/assess'
import type { Child, Household, Parent } from '@domain/eligibility/facts'
import { foresee } from '@domain/eligibility/foresight'
import { changesBetween } from '@domain/eligibility/foresightChanges'
import { daysAfterEnds, turningDays } from '@domain/eligibility/foresightDays'
import { family, settings, today } from './families'
import { at, child, dead, unable, withSettings } from './foresightFamilies'

/*
 * On which days something may change, and what two days of one household tell apart. Source: reference §3.1, §3.2, §4.2,
 * §4.6, §4.7.
 */

const able: Omit<Parent, 'role'> = { ableToCare: true, paysMaintenance: true }

describe('哪些日子可能变', () => {
  const baby: Child = { birthDate: '2025-10-05' }
  const birthdays = ['2028-10-05', '2031-10-05', '2041-10-05', '2043-10-05']
  const days = (household: Household) => turningDays(household, today)

  test.each<[string, Household, string[]]>([
    ['孩子的生日：3、6、16、18周岁', family(able, able, baby), birthdays],
    ['康复到几岁没有公布：没有那个生日', withSettings(family(able, able, baby), settings), birthdays],
    [
      '康复到7岁：8周岁那天',
      withSettings(family(able, able, baby), { ...settings, rehabMaxAgeInclusive: 7 }),
      ['2028-10-05', '2031-10-05', '2033-10-05', '2041-10-05', '2043-10-05'],
    ],
    [
      '公布过又收回：没有那个生日',
      withSettings(family(able, able, baby), { ...settings, rehabMaxAgeInclusive: null }),
      birthdays,
    ],
    [
      '今天满16周岁：今天不算，按先后',
      family(
        { imprisoned: { termMonths: 60, releasedOn: '2027-03-03' } },
        { lostContact: { policeAcceptedOn: '2026-01-03', establishedByStreet: false } },
        {
          birthDate: '2010-03-31',
          residence: { division: '150302001', since: '2026-02-01' },
        },
      ),
      ['2026-07-03', '2026-08-01', '2027-03-03', '2028-03-31'],
    ],
    [
      '还没有报警：报警的日子不知道，没有那一天',
      family(
        { lostContact: { policeAcceptedOn: null, establishedByStreet: false } },
        { imprisoned: { termMonths: 60, from: '2025-01-01', releasedOn: '2027-03-03' } },
        { birthDate: '2007-01-01' },
      ),
      ['2027-03-03'],
    ],
  ])('%s', (_what, household, expected) => {
    expect(days(household)).toEqual(expected)
  })

  test('渐退期满、最后发放的月份过完：都是第二天', () => {
    const adoption = {
      registeredOn: '2026-03-05',
      wasOrphanOrAbandoned: true,
      wasDisabled: false,
      wasIll: false,
    }
    const adopted = family(able, able, child('2014-05-01', 'orphan', { adoption }))
    const back = family(
      { ...able, resumedCareOn: '2026-01-20' },
      dead,
      child('2014-05-01', 'deFactoUnattended'),
    )
    const after = (household: Household) => new Set(daysAfterEnds(assess(household).results))
    expect([...after(adopted)]).toEqual(['2026-04-01'])
    expect([...after(back)]).toEqual(['2026-07-21'])
  })
})

describe('两天之间变了什么', () => {
  const on = '2026-09-01'
  const lines = (before: Household, after: Household) =>
    changesBetween(assess(before).results, assess({ ...after, today: on }).results, on, false).map(
      ({ kind, text }) => `${kind} ${text}`,
    )

  test('上了小学：自动享受的说自动享受，不说上学以后', () => {
    const pupil = (stage: 'none' | 'primary') =>
      family(able, able, { birthDate: '2020-05-01', ...at(stage), disabilities: [], illnesses: [] })
    expect(lines(pupil('none'), pupil('primary'))).toEqual([
      'begins 从这天起，自动享受义务教育免学杂费和教科书费。',
    ])
  })

  test('19岁的特困，中职毕业了：没有渐退期，不说进入渐退期', () => {
    const young = (schooling: Child['schooling']) =>
      family(dead, unable, child('2007-01-10', 'extremePoverty', { schooling }))
    const left = young({ stage: 'none', graduatedOn: '2026-09-01' })
    expect(lines(young({ stage: 'secondaryVocational' }), left).join()).not.toContain('渐退期')
  })

  test('补贴还没有，家里的低保没有了：跟着低保来的不说', () => {
    const waiting = (list: 'subsistenceAllowance' | 'rigidExpenditure'): Household => ({
      ...family({ lostContact: { policeAcceptedOn: null, establishedByStreet: false } }, dead, {
        insured: 'wuhai',
        disabilities: [],
        illnesses: [],
      }),
      household: { recognised: [list], incomeAboveNearSubsistenceLimit: true },
    })
    const told = lines(waiting('subsistenceAllowance'), waiting('rigidExpenditure'))
    expect(told).toEqual(['ends 最低生活保障（低保）到这天为止。'])
  })
})

test('没有日子、没有退出情形的，就没有那一栏', () => {
  const households = [
    family(dead, dead, child('2007-01-10', 'orphan', at('undergraduate'))),
    family(able, able, { birthDate: '2012-01-01', ...at('juniorSecondary') }),
    family({ imprisoned: { termMonths: 60, releasedOn: '2027-03-03' } }, dead, { birthDate: '2014-05-01' }),
  ]
  for (const each of households.flatMap(foresee)) expect(Object.values(each)).not.toContain(undefined)
})
