import type { LostContact, Parent, Settings } from '@domain/eligibility/facts'
import { answerOf, dfuc, family, orphan, settings, today } from './families'

/*
 * One parent with two things to say: two disabilities, two illnesses, a report and a return. Source: reference §4.2, §4.3.
 * The mother has died wherever nothing else is said of her.
 */

type Facts = Omit<Parent, 'role'>
const dead: Facts = { dead: true }
const withFather = (father: Facts, given: Partial<Settings> = {}) => ({
  ...family(father, dead),
  settings: { ...settings, ...given },
})

describe('一个人有两种残疾', () => {
  const unclear = { type: 'physical' } as const
  const severe = { type: 'visual', grade: 1, certified: true } as const
  const light = { type: 'hearing', grade: 4, certified: true } as const

  test.each<[string, Facts['disabilities'], string, string[] | undefined]>([
    ['一种级别不清楚，一种一级：够了，不用再问', [unclear, severe], 'ELIGIBLE', undefined],
    [
      '一种四级不算，一种级别不清楚：问级别',
      [light, unclear],
      'NEEDS_INFO',
      ['parents.father.disabilities.grade'],
    ],
    ['两种都够不上', [light, { type: 'physical', grade: 3, certified: true }], 'NOT_ELIGIBLE', undefined],
  ])('%s', (_what, disabilities, result, missing) => {
    expect(dfuc(withFather({ disabilities }))).toMatchObject({ result, ...(missing && { missing }) })
  })
})

describe('一个人有两种病，名单上有一种就算', () => {
  test.each<[string[], string]>([
    [['感冒', '尿毒症'], 'ELIGIBLE'],
    [['尿毒症', '感冒'], 'ELIGIBLE'],
    [['感冒', '近视'], 'NOT_ELIGIBLE'],
  ])('%j：%s', (illnesses, result) => {
    const father = { seriouslyIll: undefined, illnesses }
    expect(dfuc(withFather(father, { seriousIllnesses: ['尿毒症'] })).result).toBe(result)
  })

  test('孩子的病也一样：低保边缘家庭，单独领低保', () => {
    const child = { disabilities: [], illnesses: ['感冒', '白血病'] }
    const household = {
      ...family({ ableToCare: true }, dead, child),
      settings: { ...settings, seriousIllnesses: ['白血病'] },
      household: { recognised: ['nearSubsistence' as const] },
    }
    expect(answerOf('DIBAO_SINGLE', household)).toMatchObject({ result: 'ELIGIBLE', canApply: true })
  })
})

test('按判决刑期今天到，出来没有不清楚：问释放的日子', () => {
  const father = { imprisoned: { termMonths: 12, from: '2025-03-31' } }
  expect(dfuc(withFather(father))).toMatchObject({
    result: 'NEEDS_INFO',
    missing: ['parents.father.imprisoned.releasedOn'],
  })
})

describe('失联和回来照顾', () => {
  const longLost: LostContact = { policeAcceptedOn: '2025-01-01' }

  test.each<[string, Facts, string]>([
    ['说好五月才回来：今天还是失联', { lostContact: longLost, resumedCareOn: '2026-05-01' }, 'ELIGIBLE'],
    ['今天回来了：不再算失联', { lostContact: longLost, resumedCareOn: today }, 'NOT_ELIGIBLE'],
    [
      '失联和回来是同一天：算回来了',
      { lostContact: { ...longLost, since: '2024-12-01' }, resumedCareOn: '2024-12-01' },
      'NOT_ELIGIBLE',
    ],
    [
      '回来后的第二天又失联：还是失联',
      { lostContact: { ...longLost, since: '2024-12-02' }, resumedCareOn: '2024-12-01' },
      'ELIGIBLE',
    ],
  ])('%s', (_what, father, result) => {
    expect(dfuc(withFather(father)).result).toBe(result)
  })
})

describe('报了警还没满6个月：街道能不能先认定', () => {
  const acceptedLately: LostContact = { policeAcceptedOn: '2025-12-01', policeReceipt: false }
  const street = 'parents.father.lostContact.establishedByStreet'
  const term = 'parents.mother.imprisoned.termMonths'
  /** Whether the mother counts is open, so that what the father adds shows in what is asked. */
  const asked = (lostContact: LostContact) =>
    dfuc(family({ lostContact }, { imprisoned: true }))
      .missing?.slice()
      .sort()

  test.each<[string, LostContact, string[]]>([
    ['失联很久了，街道认没认定不清楚：也要问', { since: '2025-01-01' }, [street, term]],
    ['失联刚满6个月', { since: '2025-09-30' }, [street, term]],
    ['失联差一天6个月：街道还不能认定，不问', { since: '2025-10-01' }, [term]],
    ['哪天失联没有说：也要问', {}, [street, term]],
    ['街道没有认定：不问', { since: '2025-01-01', establishedByStreet: false }, [term]],
    ['受理正好满6个月：不用街道认定', { policeAcceptedOn: '2025-09-30' }, [term]],
  ])('%s', (_what, more, missing) => {
    expect(asked({ ...acceptedLately, ...more })).toEqual(missing)
  })
})

describe('不清楚的是去世没有、宣告失踪没有：问的就是它', () => {
  test.each<[string, Facts, string]>([
    ['妈妈去世没有', { dead: undefined }, 'dead'],
    ['妈妈被宣告失踪没有', { declaredMissing: undefined }, 'declaredMissing'],
  ])('%s', (_what, mother, fact) => {
    expect(orphan(family(dead, mother)).missing).toEqual([`parents.mother.${fact}`])
  })
})

test('有没有被限制自由、有没有能力抚养都不清楚：两样都问', () => {
  const household = family({ otherRestriction: undefined, lostContact: undefined }, dead)
  const { missing } = answerOf('TEKUN', { ...household, household: { recognised: [] } })
  expect(missing).toEqual(
    expect.arrayContaining([
      'parents.father.otherRestriction',
      'parents.father.lostContact',
      'parents.father.ableToCare',
    ]),
  )
})

describe('两个人的情形凑到一起的那一天', () => {
  test('爸爸早就失联满6个月，妈妈四月服刑：没有等回执单的日子', () => {
    const father = { lostContact: { policeAcceptedOn: '2025-01-10' } }
    const { result, dates } = dfuc(family(father, { imprisoned: { termMonths: 24, from: '2026-04-10' } }))
    expect([result, dates]).toEqual(['NOT_YET', { eligibleFrom: '2026-04-10' }])
  })

  test('妈妈九月底服刑，爸爸失联还没有报警：报警的日子没有，就没有日子', () => {
    const father = { lostContact: { policeAcceptedOn: null, establishedByStreet: false } }
    const { result, dates } = dfuc(family(father, { imprisoned: { termMonths: 24, from: '2026-09-30' } }))
    expect([result, dates]).toEqual(['NOT_YET', undefined])
  })
})

describe('一句话说爸爸，不说错', () => {
  const texts = (father: Facts, mother: Facts = { imprisoned: { termMonths: 24 } }) =>
    dfuc(family(father, mother)).reasons.map(({ text }) => text)

  test.each<[string, Facts, string]>([
    [
      '刑期只有3个月，还没有出来：是刑期不够',
      { imprisoned: { termMonths: 3, releasedOn: '2026-04-20' } },
      '孩子爸爸的刑期不满6个月，不算。',
    ],
    ['有没有重病没有问过：不提公布名单', { seriouslyIll: undefined }, '孩子爸爸的情况还不清楚。'],
    ['问过，没有病，别的不清楚', { illnesses: [], imprisoned: true }, '孩子爸爸的情况还不清楚。'],
    [
      '有病，部门说不是重病，刑期不清楚：不提公布名单',
      { seriouslyIll: false, illnesses: ['感冒'], imprisoned: true },
      '孩子爸爸的情况还不清楚。',
    ],
    [
      '失联两个月，报没报警没有问过：怎样也还没满6个月',
      { lostContact: { since: '2026-02-01' } },
      '孩子爸爸失联，从报警那天算，还没满6个月。',
    ],
    [
      '失联过，已经回来：不说失联',
      { lostContact: { since: '2025-02-01' }, resumedCareOn: '2026-02-01' },
      '孩子爸爸不属于规定的八种情形。',
    ],
    ['只知道联系不上：不说还没满6个月', { lostContact: true }, '孩子爸爸的情况还不清楚。'],
  ])('%s', (_what, father, sentence) => {
    expect(texts(father)).toContain(sentence)
  })

  test('不清楚的是妈妈，就说妈妈', () => {
    expect(texts(dead, { imprisoned: true })).toContain('孩子妈妈的情况还不清楚。')
  })
})
