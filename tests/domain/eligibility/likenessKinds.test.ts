import type {
  Child,
  ChildStatus,
  Disability,
  Household,
  HouseholdStatus,
  Settings,
} from '@domain/eligibility/facts'
import { family, settings } from './families'
import { own, someDay } from './likenessOwn'

/*
 * Disabilities, illnesses, statuses and places: what a household has counts as the value of the unknown household that no
 * rule tells from it. Source: reference §4.3 (重残 read in four ways), §4.5, §4.7, §5.9. Lists of settings are test values.
 */

const able = { ableToCare: true }
const child = (more: Child, published: Partial<Settings> = {}): Household => ({
  ...family(able, able, more),
  settings: { ...settings, ...published },
})

describe('残疾：只看哪些待遇分得出来', () => {
  const alike = (...disabilities: Disability[]) =>
    own('child.disabilities', child({ disabilities })).map((list) =>
      (list as Disability[]).map(({ type, grade }) => `${type} ${grade}`).join(),
    )
  const of = (type: Disability['type'], grade: number, certified = true): Disability => ({
    type,
    grade,
    certified,
  })

  test.each<[string, Disability[], string[]]>([
    ['没有残疾', [], ['']],
    ['视力二级不算没有劳动能力：和听力一级一样', [of('visual', 2)], ['hearing 1']],
    ['听力二级', [of('hearing', 2)], ['hearing 1']],
    ['言语三级和肢体三级一样', [of('speech', 3)], ['intellectual 4', 'physical 3']],
    ['智力三级', [of('intellectual', 3)], ['intellectual 3']],
    ['精神四级', [of('mental', 4)], ['mental 4']],
    [
      '精神四级和肢体二级：有一样算重残就算',
      [of('mental', 4), of('physical', 2)],
      ['visual 1', 'physical 2'],
    ],
    ['精神三级和听力四级：有一样能康复就算', [of('mental', 3), of('hearing', 4)], ['intellectual 3']],
    ['多重残疾四级，按哪一类算不知道：哪一类都一样', [of('multiple', 4)], ['intellectual 4', 'physical 3']],
    ['多重残疾一级，按哪一类算不知道：不一样', [of('multiple', 1)], []],
    ['肢体二级，还没有证：算不算不知道', [of('physical', 2, false)], []],
  ])('%s', (_what, disabilities, expected) => {
    expect(alike(...disabilities)).toEqual(expected)
  })
})

describe('病：只看在哪些名单上', () => {
  const published = { seriousIllnesses: ['尿毒症', '白血病'], chronicOutpatientIllnesses: ['哮喘'] }
  test.each<[string, string[], string[][]]>([
    ['没有病', [], [[]]],
    ['名单外的', ['感冒'], [['名单外的病']]],
    ['重病', ['白血病'], [['尿毒症']]],
    ['文件点名的慢病', ['脑瘫'], [['苯丙酮尿症']]],
    ['后来公布的慢病', ['哮喘'], [['苯丙酮尿症']]],
    ['孤独症', ['孤独症'], [['孤独症']]],
    ['重病和感冒：有一样在名单上就算', ['感冒', '尿毒症'], [['尿毒症']]],
    ['慢病和感冒', ['哮喘', '感冒'], [['苯丙酮尿症']]],
    ['孤独症和重病：没有哪一种病像它', ['孤独症', '尿毒症'], []],
  ])('%s', (_what, illnesses, expected) => {
    expect(own('child.illnesses', child({ illnesses }, published))).toEqual(expected)
  })
})

describe('认定过什么', () => {
  const recognised = 'child.recognised'
  const as = (status: ChildStatus, since?: string) => ({ as: status, since })
  test.each<[string, Child, object[]]>([
    ['没有认定过', { recognised: [] }, [{}]],
    ['孤儿', { recognised: [as('orphan')] }, [{ orphan: {} }]],
    [
      '孤儿和单人户：两样都算',
      { recognised: [as('orphan'), as('subsistenceAllowanceSingle')] },
      [{ orphan: {} }, { subsistenceAllowanceSingle: {} }],
    ],
    ['满18周岁那天认定的：不算', { birthDate: '2007-03-31', recognised: [as('orphan', '2025-03-31')] }, []],
    [
      '满18周岁前一天认定的',
      { birthDate: '2007-03-31', recognised: [as('orphan', '2025-03-30')] },
      [{ orphan: {} }],
    ],
    [
      '满18周岁以后领的低保：低保不看年龄',
      { birthDate: '2004-01-01', recognised: [as('subsistenceAllowance', '2024-01-01')] },
      [{ subsistenceAllowance: {} }],
    ],
    [
      '满18周岁以后按单人户领的低保',
      { birthDate: '2004-01-01', recognised: [as('subsistenceAllowanceSingle', '2024-01-01')] },
      [{ subsistenceAllowanceSingle: {} }],
    ],
    ['有没有认定过不知道', { recognised: undefined }, []],
    [
      '2020年认定的，几岁不知道：那时一定没满18周岁',
      { birthDate: undefined, recognised: [as('orphan', '2020-01-01')] },
      [{ orphan: {} }],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(own(recognised, child(facts))).toEqual(expected)
  })

  test.each<[string, HouseholdStatus, string[][]]>([
    ['没有', { recognised: [] }, [[]]],
    [
      '低保边缘和监测对象',
      { recognised: ['nearSubsistence', 'povertyRelapseMonitored'] },
      [['povertyRelapseMonitored'], ['nearSubsistence']],
    ],
    ['不知道', {}, []],
  ])('家里的：%s', (_what, household, expected) => {
    expect(own('household.recognised', { ...child({}), household })).toEqual(expected)
  })
})

describe('户口和住处', () => {
  const from = (hukou?: string, residence?: string): Household =>
    child({ hukou: { division: hukou }, residence: { division: residence } })
  test.each<[string, string | undefined, string | undefined, string[], string[]]>([
    ['同一个区', '150303001', '150303', ['150302'], ['150302']],
    ['乌海的两个区', '150302001', '150304001', ['150302'], ['150303']],
    ['户口在呼和浩特，住在乌海', '150102', '150304', ['150100'], ['150302']],
    ['户口在乌海，住在呼和浩特', '150302', '150102', ['150302'], ['150100']],
    ['户口在甘肃，住在乌海', '620102', '150302', ['610100'], ['150302']],
    ['户口和住处在同一个外省', '620102', '620500', ['610100'], ['610100']],
    ['户口在甘肃，住在陕西', '620102', '610113', ['610100'], ['620100']],
    ['户口在乌海，住在陕西', '150302', '610113', ['150302'], ['620100']],
    ['住在哪里不知道', '150302', undefined, ['150302'], []],
    ['户口在哪里不知道，住在乌海', undefined, '150302', [], []],
    ['户口在哪里不知道，住在呼和浩特', undefined, '150102', [], ['150100']],
  ])('%s', (_what, hukou, residence, hukouAlike, residenceAlike) => {
    const household = from(hukou, residence)
    expect(own('child.hukou.division', household)).toEqual(hukouAlike)
    expect(own('child.residence.division', household)).toEqual(residenceAlike)
  })

  test('住满半年的那天起，和一直住着一样', () => {
    const since = (day?: string) =>
      own('child.residence.since', child({ residence: { division: '150302', since: day } }))
    expect(since('2025-09-30')).toEqual(['1900-01-01'])
    expect(since('2025-10-01')).toEqual([someDay])
    expect(since()).toEqual([])
  })
})
