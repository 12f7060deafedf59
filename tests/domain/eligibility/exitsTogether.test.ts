import type { Child, Household, Parent, Settings } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, dfuc, family, orphan, settings } from './families'

/*
 * Two days that meet in one exit: an adoption before a recognition, a release on the day of the recognition, a graduation in
 * the month in which the 渐退期 ends. Source: policy 1.1-j; reference §3.1 to §3.3.
 */

type Facts = Omit<Parent, 'role'>
const dead: Facts = { dead: true }
const able: Facts = { ableToCare: true }
const inPrison: Facts = { imprisoned: { termMonths: 48 } }
const releasedOn = (day: string): Facts => ({ imprisoned: { termMonths: 48, releasedOn: day } })
const since = (day: string, more: Child = {}): Child => ({
  recognised: [{ as: 'deFactoUnattended', since: day }],
  ...more,
})
const orphanSince = (day: string, more: Child = {}): Child => ({
  recognised: [{ as: 'orphan', since: day }],
  ...more,
})
const healthyAdoptedOn = (registeredOn: string): Child => ({
  adoption: { registeredOn, wasOrphanOrAbandoned: true, wasDisabled: false, wasIll: false },
})
const withSettings = (household: Household, given: Partial<Settings>): Household => ({
  ...household,
  settings: { ...settings, ...given },
})
const texts = (household: Household, code: EntitlementCode = 'DFUC_ALLOWANCE') =>
  answerOf(code, household).reasons.map(({ text }) => text)

describe('收养（第3项）', () => {
  test('收养在前、认定在后，养父一月又能照顾：是第4项，有渐退期', () => {
    const child = since('2023-01-01', healthyAdoptedOn('2022-01-01'))
    const household = family({ ...able, resumedCareOn: '2026-01-20' }, dead, child)
    expect(dfuc(household)).toMatchObject({ result: 'ENDING', dates: { lastProtectedDay: '2026-07-20' } })
    expect(texts(household)).toContain('退出情形第4项：父母一方又能抚养孩子。')
  })

  test('认定和收养登记在同一天：从下个月起停', () => {
    const child = orphanSince('2026-03-05', healthyAdoptedOn('2026-03-05'))
    expect(orphan(family(able, able, child))).toMatchObject({
      result: 'ENDING',
      dates: { lastPaidMonth: '2026-03' },
    })
  })

  test('闰年2月收养：2月29日还在发', () => {
    const child = orphanSince('2020-01-01', healthyAdoptedOn('2028-02-10'))
    const on = (today: string) => orphan({ ...family(able, able, child), today })
    expect(on('2028-02-29')).toMatchObject({ result: 'ENDING', dates: { lastPaidMonth: '2028-02' } })
    expect(on('2028-03-01').result).toBe('NOT_ELIGIBLE')
  })

  test('有病的孤儿被收养，住在外省：在哪里交材料，也等民政部门定', () => {
    const child = orphanSince('2020-01-01', {
      residence: { division: '610113' },
      adoption: { registeredOn: '2025-01-01', wasOrphanOrAbandoned: true, wasDisabled: false, wasIll: true },
    })
    expect(answerOf('XPROV_ACCEPT', family(able, able, child))).toMatchObject({
      result: 'NEEDS_INFO',
      canApply: false,
      missing: ['department'],
    })
  })

  test('残疾孤儿没有认定过就被收养，10岁：满18周岁、上学时可以申请福彩圆梦', () => {
    const adoption = {
      registeredOn: '2020-01-01',
      wasOrphanOrAbandoned: true,
      wasDisabled: true,
      wasIll: false,
    }
    expect(answerOf('FUCAI_DREAM', family(able, able, { adoption }))).toMatchObject({
      result: 'NOT_YET',
      dates: { eligibleFrom: '2034-03-31' },
    })
  })
})

describe('父母一方出来了、回来了（第4、5项）', () => {
  test('认定的当天释放：从那天起算渐退期', () => {
    const household = family(releasedOn('2026-02-10'), inPrison, since('2026-02-10'))
    expect(dfuc(household)).toMatchObject({ result: 'ENDING', dates: { lastProtectedDay: '2026-08-10' } })
  })

  test('刑满释放的当天就回来照顾：说第5项', () => {
    const father = { ...releasedOn('2026-02-10'), resumedCareOn: '2026-02-10' }
    expect(texts(family(father, inPrison, since('2020-01-01')))).toContain(
      '退出情形第5项：父母一方刑满释放或戒毒结束。',
    )
  })

  test('爸爸又能抚养，哪天没有说，渐退期没有公布：第4项，没有日子', () => {
    const household = withSettings(family(able, dead, since('2020-01-01')), { gradualExitMonths: null })
    const { result, dates } = dfuc(household)
    expect([result, dates]).toEqual(['ENDING', undefined])
    expect(texts(household)).toEqual([
      '孩子爸爸不属于规定的八种情形。',
      '孩子妈妈已经去世。',
      '退出情形第4项：父母一方又能抚养孩子。',
      '渐退期长度以民政部门公布为准。',
    ])
  })

  test('20岁上大专，爸爸一月释放：渐退期从释放算，不从18岁算', () => {
    const child = since('2015-01-01', { birthDate: '2006-01-01', schooling: { stage: 'juniorCollege' } })
    const household = family(releasedOn('2026-01-20'), inPrison, child)
    expect(dfuc(household)).toMatchObject({ result: 'ENDING', dates: { lastProtectedDay: '2026-07-20' } })
  })

  test('没有公布渐退期，跟着补贴走、由部门定的：也引退出的情形', () => {
    const household = family({ ...able, resumedCareOn: '2026-01-20' }, dead, since('2020-01-01'))
    const { provisions } = answerOf('TOMORROW_PLAN', withSettings(household, { gradualExitMonths: null }))
    expect(provisions).toEqual(['2.2-f', '1.1-j'])
  })
})

describe('满18周岁，不再上学（第1项）', () => {
  const left = (birthDate: string, graduatedOn: string) =>
    family(dead, dead, orphanSince('2015-01-01', { birthDate, schooling: { stage: 'none', graduatedOn } }))

  test.each<[string, Household, object]>([
    [
      '17岁就毕业了：渐退期还是从生日算',
      left('2007-12-31', '2025-07-01'),
      { lastProtectedDay: '2026-06-30', lastPaidMonth: '2026-06' },
    ],
    [
      '说的毕业日子还没有到：不算毕业，从生日算',
      left('2007-12-31', '2026-07-15'),
      { lastProtectedDay: '2026-06-30', lastPaidMonth: '2026-06' },
    ],
    [
      '毕业的那个月和渐退期的最后一天一起到：还是说保障到哪天',
      { ...left('2007-12-31', '2026-06-15'), today: '2026-06-20' },
      { lastProtectedDay: '2026-06-30', lastPaidMonth: '2026-06' },
    ],
  ])('%s', (_what, household, dates) => {
    expect(orphan(household)).toMatchObject({ result: 'ENDING' })
    expect(orphan(household).dates).toEqual(dates)
  })

  test('17岁就毕业，毕业以后也有渐退期：还是从18岁生日算', () => {
    const household = withSettings(left('2007-12-31', '2025-07-01'), { gradualExitAfterGraduation: true })
    expect(orphan(household).dates?.lastProtectedDay).toBe('2026-06-30')
  })

  test('渐退期是0个月，18岁生日当天毕业：算上学到成年，当月还发', () => {
    const household = withSettings(left('2008-03-15', '2026-03-15'), { gradualExitMonths: 0 })
    expect(orphan(household)).toMatchObject({ result: 'ENDING', dates: { lastPaidMonth: '2026-03' } })
  })
})

describe('说出来的话', () => {
  test('父母都去世，找不找得到亲生父母没有问过：不说是捡到的', () => {
    expect(texts(family(dead, dead, { abandoned: undefined }), 'ORPHAN_ALLOWANCE')).toEqual([
      '孩子爸爸已经去世。',
      '孩子妈妈已经去世。',
      '孩子未满18周岁。',
      '能不能认定，以部门认定为准。',
    ])
  })

  test('住在外省，妈妈四月才服刑：说哪天起可以交，不说父母', () => {
    const mother = { imprisoned: { termMonths: 12, from: '2026-04-10' } }
    expect(texts(family(dead, mother, { residence: { division: '610113' } }), 'XPROV_ACCEPT')).toEqual([
      '条件满足以后，可以在住的地方交材料。',
      '到2026年4月10日满足条件。',
    ])
  })
})
