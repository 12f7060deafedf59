import { disabilityTypes, type Parent, type Settings } from '@domain/eligibility/facts'
import { caring, dfuc, family, settings } from './families'

/* The mother has died in every row, so that the father's ground alone decides. */

type Row = [what: string, father: Omit<Parent, 'role'>, result: string]

const withFather = (father: Omit<Parent, 'role'>, given: Partial<Settings> = {}) => ({
  ...family(father, { dead: true }),
  settings: { ...settings, ...given },
})
const check = (rows: Row[], given?: Partial<Settings>) =>
  test.each(rows)('%s', (_what, father, result) => {
    expect(dfuc(withFather(father, given)).result).toBe(result)
  })

describe('八种情形，每种都算', () => {
  check([
    ['重残', { disabilities: [{ type: 'visual', grade: 1 }] }, 'ELIGIBLE'],
    ['重病', { seriouslyIll: true }, 'ELIGIBLE'],
    ['服刑', { imprisoned: { termMonths: 12 } }, 'ELIGIBLE'],
    ['强制戒毒', { compulsoryRehab: { termMonths: 24 } }, 'ELIGIBLE'],
    ['其他限制', { otherRestriction: { termMonths: 7 } }, 'ELIGIBLE'],
    ['失联', { lostContact: { policeAcceptedOn: '2025-01-01' } }, 'ELIGIBLE'],
    ['撤销监护', { guardianshipRevoked: true }, 'ELIGIBLE'],
    ['遣送出境', { deported: true }, 'ELIGIBLE'],
    ['离婚、再婚、不给抚养费都不算', { paysMaintenance: false }, 'NOT_ELIGIBLE'],
  ])
})

describe('期限：满6个月算，不满不算；以判决为准，不看还剩多久', () => {
  for (const ground of ['imprisoned', 'compulsoryRehab', 'otherRestriction'] as const) {
    describe(ground, () => {
      check([
        ['5个月', { [ground]: { termMonths: 5 } }, 'NOT_ELIGIBLE'],
        ['5.9个月', { [ground]: { termMonths: 5.9 } }, 'NOT_ELIGIBLE'],
        ['正好6个月', { [ground]: { termMonths: 6 } }, 'ELIGIBLE'],
        ['8个月，只剩两天', { [ground]: { termMonths: 8, releasedOn: '2026-04-02' } }, 'ELIGIBLE'],
        ['今天释放', { [ground]: { termMonths: 8, releasedOn: '2026-03-31' } }, 'NOT_ELIGIBLE'],
        ['昨天释放', { [ground]: { termMonths: 80, releasedOn: '2026-03-30' } }, 'NOT_ELIGIBLE'],
        ['只知道在里面', { [ground]: true }, 'NEEDS_INFO'],
        ['期限不清楚', { [ground]: {} }, 'NEEDS_INFO'],
        ['已经关了正好6个月', { [ground]: { from: '2025-09-30' } }, 'ELIGIBLE'],
        ['已经关了差一天6个月', { [ground]: { from: '2025-10-01' } }, 'NEEDS_INFO'],
        ['起止正好6个月', { [ground]: { from: '2026-01-10', releasedOn: '2026-07-09' } }, 'ELIGIBLE'],
        [
          '起止差一天6个月，可能是减刑',
          { [ground]: { from: '2026-01-10', releasedOn: '2026-07-08' } },
          'NEEDS_INFO',
        ],
        [
          '按判决早该出来了，没说出来没有',
          { [ground]: { termMonths: 12, from: '2025-01-01' } },
          'NEEDS_INFO',
        ],
        ['刑期很长也不出错', { [ground]: { termMonths: 1e9, from: '2020-01-01' } }, 'ELIGIBLE'],
      ])
    })
  }

  test('最短期限是设置，不写死', () => {
    const father = { imprisoned: { termMonths: 4 } }
    expect(dfuc(withFather(father, { restrictedTermMonths: 3 })).result).toBe('ELIGIBLE')
    expect(dfuc(withFather(father, { restrictedTermMonths: undefined })).result).toBe('NOT_ELIGIBLE')
  })
})

describe('重残：一、二级都算；三、四级只算智力、精神；多重残疾的三、四级要看是哪几种', () => {
  const expected = (type: string, grade: number) => {
    if (grade <= 2 || type === 'mental' || type === 'intellectual') return 'ELIGIBLE'
    return type === 'multiple' ? 'NEEDS_INFO' : 'NOT_ELIGIBLE'
  }
  const rows = disabilityTypes.flatMap((type) =>
    [1, 2, 3, 4].map((grade): Row => [
      `${type} ${grade}级`,
      { disabilities: [{ type, grade }] },
      expected(type, grade),
    ]),
  )
  check(rows)
  check([
    ['级别不清楚，智力：哪一级都算', { disabilities: [{ type: 'intellectual' }] }, 'ELIGIBLE'],
    ['级别不清楚，肢体', { disabilities: [{ type: 'physical' }] }, 'NEEDS_INFO'],
    ['还没有残疾证', { disabilities: [{ type: 'physical', grade: 1, certified: false }] }, 'NEEDS_INFO'],
    [
      '没有残疾证，四级也够不上',
      { disabilities: [{ type: 'physical', grade: 4, certified: false }] },
      'NOT_ELIGIBLE',
    ],
    [
      '两种残疾，有一种够就行',
      {
        disabilities: [
          { type: 'hearing', grade: 4 },
          { type: 'physical', grade: 2 },
        ],
      },
      'ELIGIBLE',
    ],
  ])
})

describe('重病：名单没有公布就不下结论', () => {
  const illnesses = ['尿毒症']
  check([
    ['部门认定是重病', { seriouslyIll: true, illnesses }, 'ELIGIBLE'],
    ['部门认定不是重病', { seriouslyIll: false, illnesses }, 'NOT_ELIGIBLE'],
    ['没有病', { seriouslyIll: undefined, illnesses: [] }, 'NOT_ELIGIBLE'],
    ['有病，名单没公布', { seriouslyIll: undefined, illnesses }, 'NEEDS_INFO'],
    ['没问过', { seriouslyIll: undefined }, 'NEEDS_INFO'],
  ])
  describe('名单公布了', () => {
    check(
      [
        ['在名单上', { seriouslyIll: undefined, illnesses }, 'ELIGIBLE'],
        ['不在名单上', { seriouslyIll: undefined, illnesses: ['感冒'] }, 'NOT_ELIGIBLE'],
      ],
      { seriousIllnesses: ['尿毒症'] },
    )
  })
})

describe('失联：从公安受理那天起满6个月', () => {
  const nothing = { policeReceipt: false, establishedByStreet: false }
  check([
    ['正好满6个月', { lostContact: { policeAcceptedOn: '2025-09-30', ...nothing } }, 'ELIGIBLE'],
    ['差一天', { lostContact: { policeAcceptedOn: '2025-10-01', ...nothing } }, 'NOT_YET'],
    ['没报过警', { lostContact: { policeAcceptedOn: null, ...nothing } }, 'NOT_YET'],
    ['没报过警，街道认没认定不清楚：报警就一定会满', { lostContact: { policeAcceptedOn: null } }, 'NOT_YET'],
    ['报了警，别的都没说', { lostContact: { policeAcceptedOn: '2025-12-01' } }, 'NOT_YET'],
    ['拿到了回执单', { lostContact: { policeReceipt: true } }, 'ELIGIBLE'],
    ['街道已经认定', { lostContact: { policeAcceptedOn: null, establishedByStreet: true } }, 'ELIGIBLE'],
    ['只知道联系不上', { lostContact: true }, 'NEEDS_INFO'],
    ['哪天报警不清楚', { lostContact: { ...nothing } }, 'NEEDS_INFO'],
    ['失联才两个月，报没报警都还不满', { lostContact: { since: '2026-02-01' } }, 'NOT_YET'],
    [
      '已经回来了',
      { lostContact: { policeAcceptedOn: '2025-01-01' }, resumedCareOn: '2026-03-01' },
      'NOT_ELIGIBLE',
    ],
    [
      '回来以后又失联',
      { lostContact: { since: '2025-03-01', policeAcceptedOn: '2025-04-01' }, resumedCareOn: '2025-01-01' },
      'ELIGIBLE',
    ],
  ])

  test.each([
    ['2025-10-31', '2026-04-30', '2026-05-01', '没有4月31日，月末满'],
    ['2025-10-15', '2026-04-15', '2026-04-16', '普通的一天'],
    ['2025-11-30', '2026-05-30', '2026-05-31', '月末到月末前一天'],
    ['2026-03-31', '2026-09-30', '2026-10-01', '今天报警'],
  ])('%s 受理：%s 满，%s 可以要回执单（%s）', (policeAcceptedOn, eligibleFrom, receiptExpectedFrom) => {
    const { dates, canApply } = dfuc(withFather({ lostContact: { policeAcceptedOn, ...nothing } }))
    expect(dates).toEqual({ eligibleFrom, receiptExpectedFrom })
    expect(canApply).toBe(false)
  })

  test('没有受理日期就没有日期', () => {
    for (const policeAcceptedOn of [null, undefined]) {
      expect(dfuc(withFather({ lostContact: { policeAcceptedOn, ...nothing } })).dates).toBeUndefined()
    }
  })

  test('到那天孩子已经满18周岁：来不及了，前一天还来得及', () => {
    const lostContact = { policeAcceptedOn: '2025-10-31', ...nothing }
    const born = (birthDate: string) => dfuc(family({ lostContact }, { dead: true }, { birthDate })).result
    expect(born('2008-04-30')).toBe('NOT_ELIGIBLE')
    expect(born('2008-05-01')).toBe('NOT_YET')
  })

  test('到那天妈妈已经出来：两个人的情形凑不到一起', () => {
    const lostContact = { policeAcceptedOn: '2025-10-31', ...nothing }
    const released = (releasedOn: string) =>
      dfuc(family({ lostContact }, { imprisoned: { termMonths: 24, releasedOn } })).result
    expect(released('2026-04-30')).toBe('NOT_ELIGIBLE')
    expect(released('2026-05-01')).toBe('NOT_YET')
  })

  test('两个人都失联：以晚满的为准', () => {
    const lost = (policeAcceptedOn: string) => ({ lostContact: { policeAcceptedOn, ...nothing } })
    const { dates } = dfuc(family(lost('2025-11-20'), lost('2025-12-05')))
    expect(dates).toEqual({ eligibleFrom: '2026-06-05', receiptExpectedFrom: '2026-06-06' })
  })

  test('别的情形没问全：最晚到那天也满足，所以还是 NOT_YET', () => {
    const father = {
      ...caring,
      seriouslyIll: undefined,
      lostContact: { policeAcceptedOn: '2025-10-31', ...nothing },
    }
    expect(dfuc(family(father, { dead: true })).result).toBe('NOT_YET')
  })
})
