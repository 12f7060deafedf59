import type { Child, HouseholdStatus, Settings } from '@domain/eligibility/facts'
import {
  possibleBirthDates,
  possibleIllnesses,
  possibleLists,
  possibleStatuses,
  unique,
} from '@domain/eligibility/possibleFacts'

/*
 * What a fact nobody has told may still be: every case the rules tell apart, no case that what is known rules out. Source:
 * reference §4.2 (granted before 18), §4.3 and §4.6 (lists of illnesses, age of rehabilitation), §4.5 (低保, 低保边缘).
 */

const today = '2026-03-31'

describe('几岁不知道', () => {
  const possible = (child: Child = {}, rehabMaxAgeInclusive?: number | null, comingDays: string[] = []) =>
    possibleBirthDates(child, { today, settings: { rehabMaxAgeInclusive }, comingDays })
  const newborn = today
  const of3 = '2023-03-31'
  const of6 = '2020-03-31'
  const of8 = '2018-03-31'
  const of16 = '2010-03-31'
  const of18 = '2008-03-31'
  const older = '1900-01-01'

  test.each<[string, string[], string[]]>([
    ['什么都不知道：0、3、6、16、18岁，还有大人', possible(), [newborn, of3, of6, of16, of18, older]],
    ['康复到几岁没有公布', possible({}, null), [newborn, of3, of6, of16, of18, older]],
    ['康复到7岁：8岁也分得出来', possible({}, 7), [newborn, of3, of6, of16, of18, of8, older]],
    ['康复到17岁：和18岁是同一天，只列一次', possible({}, 17), [newborn, of3, of6, of16, of18, older]],
    [
      '妈妈5月满6个月：那天满18岁的也要看',
      possible({}, null, ['2026-05-31']),
      [newborn, of3, of6, of16, of18, '2008-05-31', older],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })

  test.each<[string, NonNullable<Child['recognised']>, string[]]>([
    ['孤儿，哪天认定的不知道', [{ as: 'orphan' }], [newborn, of3, of6, of16, of18, older]],
    [
      '2020年认定孤儿：那时没满18岁',
      [{ as: 'orphan', since: '2020-03-31' }],
      [newborn, of3, of6, of16, of18, '2002-04-01'],
    ],
    [
      '2024年认定事实无人抚养：18岁的可以，19岁的也可以，20岁的不行',
      [{ as: 'deFactoUnattended', since: '2024-06-01' }],
      [newborn, of3, of6, of16, of18, '2006-06-02'],
    ],
    [
      '今天认定特困：还没满18岁',
      [{ as: 'extremePoverty', since: today }],
      [newborn, of3, of6, of16, '2008-04-01'],
    ],
    [
      '低保不看年龄',
      [{ as: 'subsistenceAllowance', since: '2020-03-31' }],
      [newborn, of3, of6, of16, of18, older],
    ],
    [
      '单人户不看年龄',
      [{ as: 'subsistenceAllowanceSingle', since: '2020-03-31' }],
      [newborn, of3, of6, of16, of18, older],
    ],
    [
      '两项认定：看晚的一项',
      [
        { as: 'orphan', since: '2024-06-01' },
        { as: 'deFactoUnattended', since: '2020-03-31' },
      ],
      [newborn, of3, of6, of16, of18, '2006-06-02'],
    ],
    [
      '后一项晚一天认定',
      [
        { as: 'orphan', since: '2020-03-31' },
        { as: 'extremePoverty', since: '2020-04-01' },
      ],
      [newborn, of3, of6, of16, of18, '2002-04-02'],
    ],
    [
      '两项认定，晚的一项后说',
      [
        { as: 'orphan', since: '2020-03-31' },
        { as: 'extremePoverty', since: '2024-06-01' },
      ],
      [newborn, of3, of6, of16, of18, '2006-06-02'],
    ],
  ])('%s', (_what, recognised, expected) => {
    expect(possible({ recognised })).toEqual(expected)
  })
})

describe('认定过什么不知道', () => {
  test('没有说：五种都可能，也可能没有', () => {
    expect(possibleStatuses({})).toEqual([
      {},
      { orphan: {} },
      { deFactoUnattended: {} },
      { extremePoverty: {} },
      { subsistenceAllowance: {} },
      { subsistenceAllowanceSingle: {} },
    ])
  })

  test.each<[string, NonNullable<Child['recognised']>, object]>([
    ['说了没有', [], {}],
    [
      '说了两样，一样知道日子',
      [{ as: 'orphan', since: '2020-01-01' }, { as: 'subsistenceAllowance' }],
      { orphan: { since: '2020-01-01' }, subsistenceAllowance: {} },
    ],
  ])('%s', (_what, recognised, expected) => {
    expect(possibleStatuses({ recognised })).toEqual([expected])
  })
})

describe('家里有没有低保不知道', () => {
  const lists = (household: HouseholdStatus, child: Child = {}) =>
    possibleLists(household, child).map((list) => list.join())
  const always = ['', 'rigidExpenditure', 'povertyRelapseMonitored']

  test.each<[string, string[], string[]]>([
    ['都不知道', lists({}), [...always, 'extremePoverty', 'subsistenceAllowance', 'nearSubsistence']],
    [
      '收入超过低保边缘的上限',
      lists({ incomeAboveNearSubsistenceLimit: true }),
      [...always, 'extremePoverty'],
    ],
    [
      '收入没有超过',
      lists({ incomeAboveNearSubsistenceLimit: false }),
      [...always, 'extremePoverty', 'subsistenceAllowance', 'nearSubsistence'],
    ],
    ['孩子没有特困', lists({}, { recognised: [] }), [...always, 'subsistenceAllowance', 'nearSubsistence']],
    [
      '孩子是孤儿，不是特困',
      lists({}, { recognised: [{ as: 'orphan' }] }),
      [...always, 'subsistenceAllowance', 'nearSubsistence'],
    ],
    [
      '孩子领特困',
      lists({}, { recognised: [{ as: 'orphan' }, { as: 'extremePoverty' }] }),
      [...always, 'extremePoverty', 'subsistenceAllowance', 'nearSubsistence'],
    ],
    ['说了低保边缘', lists({ recognised: ['nearSubsistence'] }), ['nearSubsistence']],
    ['说了没有', lists({ recognised: [] }), ['']],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })

  test('说了的名单，判断以后再改也不影响', () => {
    const recognised: HouseholdStatus['recognised'] = ['nearSubsistence']
    const [found] = possibleLists({ recognised }, {})
    recognised?.pop()
    expect(found).toEqual(['nearSubsistence'])
  })
})

describe('什么病不知道', () => {
  const published = { seriousIllnesses: ['尿毒症', '白血病'], chronicOutpatientIllnesses: ['哮喘', '高血压'] }
  const illnesses = (list: string[] | undefined, settings: Settings) =>
    possibleIllnesses({ illnesses: list }, settings).map((each) => each.join())

  test.each<[string, string[] | undefined, Settings, string[]]>([
    ['名单都没公布', undefined, {}, ['', '苯丙酮尿症', '孤独症', '名单外的病']],
    ['公布了是空的', undefined, { seriousIllnesses: null }, ['', '苯丙酮尿症', '孤独症', '名单外的病']],
    [
      '名单公布了：同在一张名单上的，一种就够',
      undefined,
      published,
      ['', '苯丙酮尿症', '孤独症', '尿毒症', '名单外的病'],
    ],
    [
      '有病在两张名单上',
      undefined,
      { seriousIllnesses: ['尿毒症', '哮喘'], chronicOutpatientIllnesses: ['哮喘'] },
      ['', '苯丙酮尿症', '孤独症', '尿毒症', '哮喘', '名单外的病'],
    ],
    [
      '文件点名的病也是重病',
      undefined,
      { seriousIllnesses: ['脑瘫'] },
      ['', '苯丙酮尿症', '脑瘫', '孤独症', '名单外的病'],
    ],
    [
      '孤独症也是重病：和别的重病不一样',
      undefined,
      { seriousIllnesses: ['孤独症', '尿毒症'] },
      ['', '苯丙酮尿症', '孤独症', '尿毒症', '名单外的病'],
    ],
    [
      '孤独症也在慢病名单上',
      undefined,
      { chronicOutpatientIllnesses: ['孤独症', '哮喘'] },
      ['', '苯丙酮尿症', '孤独症', '名单外的病'],
    ],
    ['说了没有病', [], published, ['']],
    ['说了是什么病', ['感冒', '尿毒症'], published, ['感冒,尿毒症']],
    ['说了别的病，名单没公布', ['其他疾病'], {}, ['名单外的病']],
    ['说了别的病：哪张名单都可能', ['其他疾病'], published, ['尿毒症', '哮喘', '名单外的病']],
    [
      '脑瘫和别的病：脑瘫总在',
      ['脑瘫', '其他疾病'],
      published,
      ['脑瘫,尿毒症', '脑瘫,哮喘', '脑瘫,名单外的病'],
    ],
  ])('%s', (_what, list, settings, expected) => {
    expect(illnesses(list, settings)).toEqual(expected)
  })

  test('说了的病，判断以后再改也不影响', () => {
    const told = ['尿毒症']
    const [found] = possibleIllnesses({ illnesses: told }, published)
    told.pop()
    expect(found).toEqual(['尿毒症'])
  })
})

test('重复的只留第一个', () => {
  expect(unique(['b', 'a', 'b', 'a', 'c'])).toEqual(['b', 'a', 'c'])
})
