import { schoolStages, type Child, type Household, type Settings } from '@domain/eligibility/facts'
import { answerOf, dfuc, family, orphan, settings, today } from './families'

const lost = { dead: true }
const inPrison = { imprisoned: { termMonths: 36 } }
const asOrphan = (child: Child): Household => family(lost, lost, child)
const asDfuc = (child: Child): Household => family(lost, inPrison, child)
const recognised = (as: 'orphan' | 'deFactoUnattended', since?: string): Child => ({
  recognised: [{ as, since }],
})
const withSettings = (household: Household, given: Partial<Settings>): Household => ({
  ...household,
  settings: { ...settings, ...given },
})

describe('第一次申请：要在满18周岁以前', () => {
  test.each([
    ['2008-04-01', '17岁364天', 'ELIGIBLE'],
    ['2008-03-31', '今天满18岁', 'NOT_ELIGIBLE'],
    ['2008-03-30', '昨天满18岁', 'NOT_ELIGIBLE'],
    ['2026-03-31', '今天出生', 'ELIGIBLE'],
    [undefined, '生日不清楚', 'NEEDS_INFO'],
  ])('%s 出生（%s）：%s', (birthDate, _what, result) => {
    expect(orphan(asOrphan({ birthDate })).result).toBe(result)
    expect(dfuc(asDfuc({ birthDate })).result).toBe(result)
  })

  test('2月29日出生，平年2月28日满18岁', () => {
    const on = (day: string) => orphan({ ...asOrphan({ birthDate: '2008-02-29' }), today: day }).result
    expect(on('2026-02-27')).toBe('ELIGIBLE')
    expect(on('2026-02-28')).toBe('NOT_ELIGIBLE')
  })
})

describe('满18周岁，18岁前认定过，还在上学：继续到毕业（C1）', () => {
  const continuing = [
    'primary',
    'juniorSecondary',
    'seniorSecondary',
    'secondaryVocational',
    'higherVocational',
    'juniorCollege',
    'undergraduate',
  ]
  test.each(schoolStages.map((stage) => [stage, continuing.includes(stage) ? 'ELIGIBLE' : 'NOT_ELIGIBLE']))(
    '20岁，%s：%s',
    (stage, result) => {
      const child: Child = {
        birthDate: '2005-08-20',
        schooling: { stage: stage as (typeof schoolStages)[number] },
      }
      expect(orphan(asOrphan({ ...child, ...recognised('orphan', '2013-11-05') })).result).toBe(result)
      expect(dfuc(asDfuc({ ...child, ...recognised('deFactoUnattended') })).result).toBe(result)
    },
  )

  test.each([
    ['没有认定过', [], 'NOT_ELIGIBLE'],
    ['认定的是特困', [{ as: 'extremePoverty' }], 'NOT_ELIGIBLE'],
    ['满18岁那天才认定', [{ as: 'orphan', since: '2023-08-20' }], 'NOT_ELIGIBLE'],
    ['满18岁前一天认定', [{ as: 'orphan', since: '2023-08-19' }], 'ELIGIBLE'],
    ['认定没有不清楚', undefined, 'NEEDS_INFO'],
  ] as const)('上大专，%s：%s', (_what, given, result) => {
    const child = {
      birthDate: '2005-08-20',
      schooling: { stage: 'juniorCollege' },
      recognised: given,
    } as Child
    expect(orphan(asOrphan(child)).result).toBe(result)
  })

  test('上什么学不清楚：不拒绝', () => {
    expect(orphan(asOrphan({ birthDate: '2005-08-20', ...recognised('orphan') })).result).toBe('NEEDS_INFO')
  })

  test('已经认定的不用再申请', () => {
    expect(orphan(asOrphan(recognised('orphan')))).toMatchObject({ result: 'ELIGIBLE', canApply: false })
    expect(orphan(asOrphan({}))).toMatchObject({ result: 'ELIGIBLE', canApply: true })
  })
})

describe('退出第1项：满18周岁，不上学，渐退期从生日算起', () => {
  const left = (birthDate: string, schooling: Child['schooling'] = { stage: 'none' }) =>
    asOrphan({ birthDate, schooling, ...recognised('orphan', '2015-01-01') })

  test.each([
    ['2007-12-31', '2026-06-30', 'ENDING', '2026-06-30', '2026-06'],
    ['2007-12-31', '2026-07-01', 'NOT_ELIGIBLE', undefined, undefined],
    ['2008-03-31', '2026-03-31', 'ENDING', '2026-09-30', '2026-09'],
    ['2007-10-15', '2026-03-31', 'ENDING', '2026-04-15', '2026-04'],
  ])('%s 出生，今天 %s：%s', (birthDate, day, result, lastProtectedDay, lastPaidMonth) => {
    const found = orphan({ ...left(birthDate), today: day })
    expect(found).toMatchObject({ result, canApply: false })
    expect(found.dates?.lastProtectedDay).toBe(lastProtectedDay)
    expect(found.dates?.lastPaidMonth).toBe(lastPaidMonth)
    expect(found.provisions).toEqual(expect.arrayContaining(['1.1-a', '1.1-j']))
  })

  test('渐退期长度没有公布：快结束，没有日期，不拒绝', () => {
    for (const birthDate of ['2008-03-31', '2000-01-01']) {
      const found = orphan(withSettings(left(birthDate), { gradualExitMonths: null }))
      expect(found.result).toBe('ENDING')
      expect(found.dates).toBeUndefined()
      expect(found.reasons.map(({ text }) => text)).toContain('渐退期长度以民政部门公布为准。')
    }
  })

  test('渐退期是0个月：生日当天是最后一天', () => {
    expect(orphan(withSettings(left('2008-03-31'), { gradualExitMonths: 0 })).dates?.lastProtectedDay).toBe(
      today,
    )
    expect(orphan(withSettings(left('2008-03-30'), { gradualExitMonths: 0 })).result).toBe('NOT_ELIGIBLE')
  })

  test('户口不在乌海：渐退期按户口所在地，没有日期', () => {
    const elsewhere = {
      ...left('2007-12-31'),
      child: { ...left('2007-12-31').child, hukou: { division: '150402' } },
    }
    expect(orphan(elsewhere)).toMatchObject({ result: 'ENDING' })
    expect(orphan(elsewhere).dates).toBeUndefined()
  })

  const graduated = (graduatedOn: string): Child['schooling'] => ({ stage: 'none', graduatedOn })
  test.each([
    ['2026-03-01', false, 'ENDING', undefined, '2026-03'],
    ['2026-02-28', false, 'NOT_ELIGIBLE', undefined, undefined],
    ['2026-02-28', true, 'ENDING', '2026-08-28', '2026-08'],
    ['2025-09-29', true, 'NOT_ELIGIBLE', undefined, undefined],
  ])('22岁，%s 毕业，毕业后渐退期：%s', (graduatedOn, gradualExitAfterGraduation, result, day, month) => {
    const found = orphan(
      withSettings(left('2004-01-10', graduated(graduatedOn)), { gradualExitAfterGraduation }),
    )
    expect(found.result).toBe(result)
    expect(found.dates?.lastProtectedDay).toBe(day)
    expect(found.dates?.lastPaidMonth).toBe(month)
  })

  test('18岁零2个月毕业：不比不上学的人短', () => {
    const found = orphan(left('2007-12-31', graduated('2026-02-20')))
    expect(found.dates).toEqual({ lastProtectedDay: '2026-06-30', lastPaidMonth: '2026-06' })
  })
})

describe('退出第3项：被依法收养，从下个月起停', () => {
  const adopted = (registeredOn: string, more: Partial<NonNullable<Child['adoption']>> = {}): Child => ({
    ...recognised('deFactoUnattended', '2020-01-01'),
    adoption: { registeredOn, wasDisabled: false, wasIll: false, ...more },
  })

  test.each([
    ['2026-03-05', 'ENDING', '2026-03'],
    ['2026-02-28', 'NOT_ELIGIBLE', undefined],
  ])('%s 登记：%s', (registeredOn, result, lastPaidMonth) => {
    const found = dfuc(family({}, {}, adopted(registeredOn)))
    expect(found.result).toBe(result)
    expect(found.dates?.lastPaidMonth).toBe(lastPaidMonth)
    expect(found.dates?.lastProtectedDay).toBeUndefined()
  })

  test('养父母又都不能抚养：重新符合', () => {
    expect(dfuc(family(lost, inPrison, adopted('2024-01-01'))).result).toBe('ELIGIBLE')
    expect(orphan(family(lost, lost, adopted('2024-01-01'))).result).toBe('ELIGIBLE')
  })

  test('捡到的孩子：没有收养是孤儿，收养以后不是，收养没有不清楚就再问', () => {
    const foundling = (adoption: Child['adoption']) =>
      orphan(family({}, {}, { abandoned: true, adoption })).result
    expect(foundling(null)).toBe('ELIGIBLE')
    expect(foundling({ registeredOn: '2025-01-01' })).toBe('NOT_ELIGIBLE')
    expect(foundling(undefined)).toBe('NEEDS_INFO')
  })

  test.each([
    [{ wasDisabled: true }, 'ELIGIBLE', '6.2-d'],
    [{ wasDisabled: false, wasIll: true }, 'NEEDS_INFO', '1.1-k'],
    [{ wasDisabled: false, wasIll: false }, 'NOT_ELIGIBLE', '1.1-j'],
    [{}, 'NEEDS_INFO', '1.1-a'],
  ])('孤儿被收养，收养前 %j：%s', (before, result, provision) => {
    const adoption = { registeredOn: '2025-09-01', wasOrphanOrAbandoned: true, ...before }
    const found = orphan(family({}, {}, { ...recognised('orphan', '2019-12-20'), adoption }))
    expect(found.result).toBe(result)
    expect(found.provisions).toContain(provision)
  })
})

describe('退出第4、5项：父母一方又能抚养', () => {
  const released = (releasedOn: string) => ({ imprisoned: { termMonths: 48, releasedOn } })
  const child = recognised('deFactoUnattended', '2022-06-10')

  test.each([
    ['2025-10-20', '2026-04-20', 'ENDING', '2026-04-20'],
    ['2025-10-20', '2026-04-21', 'NOT_ELIGIBLE', undefined],
    ['2026-03-31', '2026-03-31', 'ENDING', '2026-09-30'],
  ])('爸爸 %s 释放，今天 %s：%s', (releasedOn, day, result, lastProtectedDay) => {
    const found = dfuc({ ...family(released(releasedOn), inPrison, child), today: day })
    expect(found.result).toBe(result)
    expect(found.dates?.lastProtectedDay).toBe(lastProtectedDay)
    expect(found.reasons.map(({ text }) => text).join()).toContain('第5项')
    expect(found.provisions).toContain('1.1-j')
  })

  test('失联的爸爸回来了：第4项', () => {
    const found = dfuc(family({ lostContact: false, resumedCareOn: '2026-01-20' }, inPrison, child))
    expect(found.dates).toEqual({ lastProtectedDay: '2026-07-20', lastPaidMonth: '2026-07' })
    expect(found.reasons.map(({ text }) => text).join()).toContain('第4项')
  })

  test('强制戒毒结束，也是第5项；被别的措施限制、后来恢复自由，是第4项', () => {
    const after = (facts: Parameters<typeof family>[0]) =>
      dfuc(family(facts, inPrison, child)).reasons.map(({ text }) => text)
    const over = { termMonths: 24, releasedOn: '2026-01-20' }
    expect(after({ compulsoryRehab: over }).join()).toContain('第5项')
    expect(after({ otherRestriction: over }).join()).toContain('第4项')
  })

  test('先出监狱，后戒毒结束：从后一天算', () => {
    const father = {
      ...released('2025-08-01'),
      compulsoryRehab: { termMonths: 24, releasedOn: '2026-02-10' },
    }
    expect(dfuc(family(father, inPrison, child)).dates?.lastProtectedDay).toBe('2026-08-10')
    const reversed = {
      ...released('2026-02-10'),
      compulsoryRehab: { termMonths: 24, releasedOn: '2025-08-01' },
    }
    expect(dfuc(family(reversed, inPrison, child)).dates?.lastProtectedDay).toBe('2026-08-10')
  })

  test('释放了，但是一级残疾：还是符合', () => {
    const father = { ...released('2026-01-20'), disabilities: [{ type: 'physical', grade: 1 } as const] }
    expect(dfuc(family(father, inPrison, child)).result).toBe('ELIGIBLE')
  })

  test('释放了，有没有别的情形不清楚：再问', () => {
    expect(dfuc(family({ ...released('2026-01-20'), seriouslyIll: undefined }, inPrison, child)).result).toBe(
      'NEEDS_INFO',
    )
  })

  test('两个人先后出来：先出来的算', () => {
    const found = dfuc(family(released('2026-03-01'), released('2025-12-31'), child))
    expect(found.dates?.lastProtectedDay).toBe('2026-06-30')
  })

  test('认定以前的释放不是退出的原因：哪天又能抚养，要再问', () => {
    const found = dfuc(family(released('2021-01-01'), inPrison, child))
    expect(found.result).toBe('NEEDS_INFO')
    expect(found.missing).toEqual(['parents.father.resumedCareOn'])
  })

  test('没有认定过，就没有退出，只是不符合', () => {
    expect(dfuc(family(released('2026-01-20'), inPrison)).result).toBe('NOT_ELIGIBLE')
  })

  test('渐退期已满，爸爸又失联、报了警：到那天重新满足', () => {
    const father = {
      lostContact: { since: '2025-12-01', policeAcceptedOn: '2025-12-10' },
      resumedCareOn: '2025-06-01',
    }
    expect(dfuc(family(father, inPrison, child))).toMatchObject({
      result: 'NOT_YET',
      dates: { eligibleFrom: '2026-06-10', receiptExpectedFrom: '2026-06-11' },
    })
  })

  test('满18岁不上学，爸爸又刚出来：两个渐退期，先到的算', () => {
    const adult = (birthDate: string): Child => ({ ...child, birthDate, schooling: { stage: 'none' } })
    const ends = (birthDate: string) => dfuc(family(released('2026-01-20'), inPrison, adult(birthDate)))
    expect(ends('2007-11-05')).toMatchObject({ result: 'ENDING', dates: { lastProtectedDay: '2026-05-05' } })
    expect(ends('2008-03-05')).toMatchObject({ result: 'ENDING', dates: { lastProtectedDay: '2026-07-20' } })
    expect(ends('2007-08-05').result).toBe('NOT_ELIGIBLE')
  })

  test('留下的一方去世：变成孤儿', () => {
    const facts = family(lost, lost, child)
    expect(orphan(facts)).toMatchObject({ result: 'ELIGIBLE', canApply: true })
    expect(dfuc(facts)).toMatchObject({ result: 'NOT_ELIGIBLE' })
    expect(dfuc(facts).alternatives?.[0]).toBe('ORPHAN_ALLOWANCE')
  })
})

describe('孤儿已经认定：不再问父母', () => {
  test('父母没说，也没有收养：符合', () => {
    const { child } = asOrphan(recognised('orphan', '2020-01-01'))
    expect(orphan({ today, settings, child }).result).toBe('ELIGIBLE')
    expect(orphan({ today, settings, child: { ...child, adoption: undefined } }).result).toBe('NEEDS_INFO')
  })
})

describe('跨省', () => {
  const at = (hukou: string | undefined, residence: string | undefined) =>
    answerOf('XPROV_ACCEPT', asOrphan({ hukou: { division: hukou }, residence: { division: residence } }))

  test.each([
    ['150302001', '610113', 'ELIGIBLE'],
    ['610113', '150302001', 'ELIGIBLE'],
    ['150302001', '150304008', 'NOT_ELIGIBLE'],
    ['150402', '150302', 'NOT_ELIGIBLE'],
    ['150302001', undefined, 'NEEDS_INFO'],
    [undefined, '150302001', 'NEEDS_INFO'],
  ])('户口 %s，住在 %s：%s', (hukou, residence, result) => {
    expect(at(hukou, residence).result).toBe(result)
  })

  test('缺哪个地方就问哪个地方', () => {
    expect(at('150302001', undefined).missing).toEqual(['child.residence.division'])
    expect(at(undefined, '150302001').missing).toEqual(['child.hukou.division'])
    expect(at(undefined, undefined).missing?.sort()).toEqual([
      'child.hukou.division',
      'child.residence.division',
    ])
  })

  test('不比补贴本身好：还没满足、不清楚、不符合', () => {
    const away = { residence: { division: '610113' } }
    const lostContact = { lostContact: { policeAcceptedOn: '2025-12-01' } }
    const result = (household: Household) => answerOf('XPROV_ACCEPT', household).result
    expect(result(family(lost, lostContact, away))).toBe('NOT_YET')
    expect(result(family(lost, { imprisoned: true }, away))).toBe('NEEDS_INFO')
    expect(result(family(lost, {}, away))).toBe('NOT_ELIGIBLE')
  })

  test('户口在外地：由户口所在地认定', () => {
    const found = orphan(asOrphan({ hukou: { division: '610113' } }))
    expect(found.result).toBe('ELIGIBLE')
    expect(found.provisions).toContain('1.1-d')
    expect(orphan(asOrphan({})).provisions).not.toContain('1.1-d')
  })
})

test('不知道今天几号：什么都不下结论', () => {
  for (const found of [
    orphan({ ...asOrphan({}), today: undefined }),
    dfuc({ ...asDfuc({}), today: undefined }),
  ]) {
    expect(found).toMatchObject({ result: 'NEEDS_INFO', canApply: false, missing: ['today'] })
  }
})
