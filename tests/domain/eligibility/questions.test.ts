import fc from 'fast-check'
import { FamilyFacts } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import { type FamilyFacts as Facts, type Parent } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { parentTopics, situations, type ParentTopic } from '@domain/eligibility/questionTexts'
import {
  allQuestions,
  parentQuestions,
  pruneAnswers,
  questionById,
  type Answer,
  type Answers,
} from '@domain/eligibility/questions'
import { anyFamily } from './anyAnswers'

const choice = (...values: string[]): Answer => ({ kind: 'choice', values })
const unknown: Answer = { kind: 'unknown' }
const topicsOf = (answers: Answers) =>
  parentQuestions('father', answers).map(({ id }) => id.replace('father.', ''))
const fatherOf = (answers: Answers): Parent | undefined =>
  factsFromAnswers(answers).parents?.find(({ role }) => role === 'father')

describe('每一页', () => {
  test.each(allQuestions.map((question) => [question.id, question] as const))(
    '%s 说得简单',
    (id, question) => {
      const { title, help = '', kind, options = [], exclusive = [] } = question
      expect(questionById(id)).toEqual(question)
      expect(title).toMatch(/？$/)
      expect(title.length).toBeLessThanOrEqual(20)
      for (const text of [
        title,
        ...help.split(/(?<=。)/),
        ...options.flatMap(({ label, note = '' }) => [label, note]),
      ]) {
        expect(text.length).toBeLessThanOrEqual(25)
        expect(text).not.toMatch(/[A-Za-z…]|困境|艾滋/)
      }
      const values = options.map(({ value }) => value)
      expect(new Set(values).size).toBe(values.length)
      expect(values.length > 0).toBe(kind === 'single' || kind === 'multiple')
      for (const value of exclusive) expect(values).toContain(value)
      expect(values).not.toContain('unknown')
    },
  )

  test('没有的题就是没有，不出错', () => {
    for (const id of ['', 'child', 'father', 'father.shoeSize', 'uncle.situation'])
      expect(questionById(id)).toBeUndefined()
  })
})

describe('追问跟着情况走', () => {
  test.each<[string[], string[]]>([
    [['caring'], []],
    [['none'], []],
    [['dead'], []],
    [['declaredMissing'], []],
    [['guardianshipRevoked'], []],
    [['deported'], []],
    [['lostContact'], ['lostReport']],
    [['imprisoned'], ['imprisonedTerm']],
    [['compulsoryRehab'], ['rehabTerm']],
    [['otherRestriction'], ['restrictedTerm']],
    [['disability'], ['disabilityType']],
    [['illness'], ['illness']],
    [
      ['imprisoned', 'illness'],
      ['imprisonedTerm', 'illness'],
    ],
  ])('%j：再问 %j', (values, followUps) => {
    expect(topicsOf({ 'father.situation': choice(...values) })).toEqual(['situation', ...followUps])
    expect(parentQuestions('mother', { 'father.situation': choice(...values) })).toHaveLength(1)
  })

  test('不清楚、没回答：不追问', () => {
    expect(topicsOf({})).toEqual(['situation'])
    expect(topicsOf({ 'father.situation': unknown })).toEqual(['situation'])
  })

  test.each([
    ['accepted', ['situation', 'lostReport', 'lostAcceptedOn']],
    ['receipt', ['situation', 'lostReport']],
    ['street', ['situation', 'lostReport']],
    ['never', ['situation', 'lostReport']],
  ])('失联，%s：%j', (report, topics) => {
    expect(
      topicsOf({ 'father.situation': choice('lostContact'), 'father.lostReport': choice(report) }),
    ).toEqual(topics)
  })

  test.each([
    ['physical', true],
    ['multiple', true],
    ['mental', false],
    ['intellectual', false],
  ])('残疾证 %s：问不问级别 %s（智力、精神哪一级都算）', (type, asksGrade) => {
    const answers = { 'father.situation': choice('disability'), 'father.disabilityType': choice(type) }
    expect(topicsOf(answers).includes('disabilityGrade')).toBe(asksGrade)
  })
})

describe('改了答案，不再适用的追问一起去掉', () => {
  const answers: Answers = {
    'child.birthDate': { kind: 'date', value: '2016-01-01' },
    'father.situation': choice('lostContact', 'disability'),
    'father.lostReport': choice('accepted'),
    'father.lostAcceptedOn': { kind: 'date', value: '2026-01-01' },
    'father.disabilityType': choice('visual'),
    'father.disabilityGrade': choice('1'),
    'mother.situation': choice('dead'),
  }

  test('什么都没改：一个不少，再去一次也一样', () => {
    expect(pruneAnswers(answers)).toEqual(answers)
    expect(pruneAnswers(pruneAnswers(answers))).toEqual(pruneAnswers(answers))
  })

  test.each<[string, Answers, string[]]>([
    [
      '不再失联',
      { 'father.situation': choice('disability') },
      ['father.lostReport', 'father.lostAcceptedOn'],
    ],
    ['有回执单了', { 'father.lostReport': choice('receipt') }, ['father.lostAcceptedOn']],
    ['是精神残疾', { 'father.disabilityType': choice('mental') }, ['father.disabilityGrade']],
    [
      '爸爸的情况不清楚了',
      { 'father.situation': unknown },
      ['father.lostReport', 'father.lostAcceptedOn', 'father.disabilityType', 'father.disabilityGrade'],
    ],
  ])('%s', (_what, change, gone) => {
    const kept = pruneAnswers({ ...answers, ...change })
    const expected = Object.keys(answers).filter((id) => !gone.includes(id))
    expect(Object.keys(kept).sort()).toEqual(expected.sort())
  })

  test('没有收养过：收养的日子和收养前的情况去掉', () => {
    const given: Answers = {
      'child.adoption': choice('notAdopted'),
      'child.adoptedOn': { kind: 'date', value: '2020-01-01' },
      'child.beforeAdoption': choice('disabled'),
    }
    expect(Object.keys(pruneAnswers(given))).toEqual(['child.adoption'])
    expect(Object.keys(pruneAnswers({ ...given, 'child.adoption': choice('adopted') }))).toHaveLength(3)
  })
})

describe('答案变成事实', () => {
  const nothing = {
    role: 'father',
    dead: false,
    declaredMissing: false,
    lostContact: false,
    imprisoned: false,
  }
  const rest = { compulsoryRehab: false, otherRestriction: false, disabilities: [], seriouslyIll: false }
  const all = { ...nothing, ...rest, guardianshipRevoked: false, deported: false }

  test.each<[string, Answers, object | undefined]>([
    ['不清楚：什么都不说', { 'father.situation': unknown }, undefined],
    ['去世', { 'father.situation': choice('dead') }, { role: 'father', dead: true }],
    ['能照顾', { 'father.situation': choice('caring') }, { ...all, ableToCare: true, paysMaintenance: true }],
    ['都没有', { 'father.situation': choice('none') }, { ...all, ableToCare: true, paysMaintenance: true }],
    [
      '该给抚养费，却没给：不是理由',
      { 'father.situation': choice('noMaintenance') },
      { ...all, ableToCare: true, paysMaintenance: false },
    ],
    [
      '在服刑，也没给抚养费',
      { 'father.situation': choice('imprisoned', 'noMaintenance') },
      { ...all, imprisoned: {}, paysMaintenance: false },
    ],
    ['宣告失踪', { 'father.situation': choice('declaredMissing') }, { ...all, declaredMissing: true }],
    [
      '撤销监护',
      { 'father.situation': choice('guardianshipRevoked') },
      { ...all, guardianshipRevoked: true },
    ],
    ['服刑，多久没答', { 'father.situation': choice('imprisoned') }, { ...all, imprisoned: {} }],
    [
      '服刑，够6个月',
      { 'father.situation': choice('imprisoned'), 'father.imprisonedTerm': choice('atLeast') },
      { ...all, imprisoned: { termMonths: 6 } },
    ],
    [
      '戒毒，不到6个月',
      { 'father.situation': choice('compulsoryRehab'), 'father.rehabTerm': choice('under') },
      { ...all, compulsoryRehab: { termMonths: 5 } },
    ],
    [
      '失联，报过警，有日期',
      {
        'father.situation': choice('lostContact'),
        'father.lostReport': choice('accepted'),
        'father.lostAcceptedOn': { kind: 'date', value: '2026-01-01' },
      },
      {
        ...all,
        lostContact: { policeAcceptedOn: '2026-01-01', policeReceipt: false, establishedByStreet: false },
      },
    ],
    [
      '失联，没报过警',
      { 'father.situation': choice('lostContact'), 'father.lostReport': choice('never') },
      { ...all, lostContact: { policeAcceptedOn: null, policeReceipt: false, establishedByStreet: false } },
    ],
    [
      '失联，报警不清楚',
      { 'father.situation': choice('lostContact'), 'father.lostReport': unknown },
      { ...all, lostContact: {} },
    ],
    [
      '在身边，但有残疾证，几级不清楚：不算能照顾',
      { 'father.situation': choice('caring', 'disability'), 'father.disabilityType': choice('physical') },
      { ...all, disabilities: [{ type: 'physical', certified: true }] },
    ],
    [
      '残疾证二级',
      {
        'father.situation': choice('disability'),
        'father.disabilityType': choice('physical'),
        'father.disabilityGrade': choice('2'),
      },
      { ...all, disabilities: [{ type: 'physical', grade: 2, certified: true }] },
    ],
    [
      '被限制自由，满6个月',
      { 'father.situation': choice('otherRestriction'), 'father.restrictedTerm': choice('atLeast') },
      { ...all, otherRestriction: { termMonths: 6 } },
    ],
    [
      '强制戒毒，不满6个月',
      { 'father.situation': choice('compulsoryRehab'), 'father.rehabTerm': choice('under') },
      { ...all, compulsoryRehab: { termMonths: 5 } },
    ],
    [
      '重病，认定过',
      { 'father.situation': choice('illness'), 'father.illness': choice('certified') },
      { ...all, seriouslyIll: true },
    ],
  ])('%s', (_what, answers, facts) => {
    expect(fatherOf(answers)).toEqual(facts)
  })

  test('重病只有诊断、残疾类别不清楚：这一项留空，不当作没有', () => {
    expect(
      fatherOf({ 'father.situation': choice('illness'), 'father.illness': choice('diagnosed') }),
    ).not.toHaveProperty('seriouslyIll')
    expect(
      fatherOf({ 'father.situation': choice('disability'), 'father.disabilityType': unknown }),
    ).not.toHaveProperty('disabilities')
  })

  test('说得出父母的情况，就不是查找不到生父母；都说不出就不知道', () => {
    expect(factsFromAnswers({ 'mother.situation': choice('dead') }).child?.abandoned).toBe(false)
    expect(factsFromAnswers({ 'mother.situation': unknown }).child).toEqual({})
  })

  test('所有的选法，服务器都收', () => {
    for (const situation of situations) {
      for (const follow of [
        choice('atLeast'),
        choice('under'),
        choice('certified'),
        choice('accepted'),
        choice('mental'),
        unknown,
      ]) {
        const answers: Answers = { 'father.situation': choice(situation) }
        for (const topic of Object.keys(parentTopics) as ParentTopic[]) {
          const options = (parentTopics[topic].options ?? []).map(({ value }) => value)
          const fits = follow.kind === 'choice' && follow.values.every((value) => options.includes(value))
          if (topic !== 'situation') answers[`father.${topic}`] = fits ? follow : unknown
        }
        expect(FamilyFacts.safeParse(factsFromAnswers(answers)).success).toBe(true)
      }
    }
  })
})

const circumstancesAre = (...values: string[]): Answers => ({ 'family.circumstances': choice(...values) })

describe('有没有下面这些情况', () => {
  const nothingSpecial: Facts = {
    child: {
      hukou: { division: '150300' },
      residence: { division: '150300' },
      disabilities: [],
      illnesses: [],
      recognised: [],
      abandoned: false,
      adoption: null,
      insured: 'wuhai',
      inInstitution: false,
      suddenHardship: false,
    },
    household: { recognised: [], bothParentsAwayForWork: false },
  }

  test('都没有：样样都说了没有；收入、住房要部门说，不算没有', () => {
    expect(factsFromAnswers(circumstancesAre('none'))).toEqual(nothingSpecial)
  })

  test('不清楚、没回答：什么都不说', () => {
    expect(factsFromAnswers({ 'family.circumstances': unknown })).toEqual({ child: {} })
    expect(factsFromAnswers({})).toEqual({ child: {} })
  })

  test.each<[string, string, readonly string[]]>([
    ['有残疾证，哪一类没说', 'disability', ['child.disabilities']],
    ['有病，什么病没说', 'illness', ['child.illnesses']],
    ['在领救助，哪一种没说', 'support', ['child.recognised', 'household.recognised']],
    ['户口在外地，哪里没说', 'hukouElsewhere', ['child.hukou']],
    ['人在外地，哪里没说', 'livesElsewhere', ['child.residence']],
    ['不在一个区，哪两个没说', 'otherDistrict', ['child.hukou', 'child.residence']],
    ['没在乌海交医保，别处没说', 'notInsuredHere', ['child.insured']],
  ])('%s：只有这一项留空', (_what, value, open) => {
    const facts = factsFromAnswers(circumstancesAre(value))
    const stated = (scope: Facts, path: string) => {
      const [part, name = ''] = path.split('.') as ['child' | 'household', string]
      return Object.prototype.hasOwnProperty.call(scope[part] ?? {}, name)
    }
    for (const part of ['child', 'household'] as const)
      for (const name of Object.keys(nothingSpecial[part] ?? {}))
        expect([name, stated(facts, `${part}.${name}`)]).toEqual([name, !open.includes(`${part}.${name}`)])
  })

  test.each<[string, string, object, object]>([
    ['父母都在外打工', 'parentsAway', {}, { bothParentsAwayForWork: true }],
    ['收养过', 'adopted', { adoption: {} }, {}],
    ['找不到亲生父母', 'parentsNotFound', { abandoned: true }, {}],
    ['在福利院', 'institution', { inInstitution: true }, {}],
    ['突然遇到大难处', 'suddenHardship', { suddenHardship: true }, {}],
    ['低保说收入高了', 'incomeTooHigh', {}, { incomeAboveNearSubsistenceLimit: true }],
    ['住建局说能申请公租房', 'housingMet', {}, { meetsLocalHousingRule: true }],
  ])('%s', (_what, value, child, household) => {
    expect(factsFromAnswers(circumstancesAre(value))).toEqual({
      child: { ...nothingSpecial.child, ...child },
      household: { ...nothingSpecial.household, ...household },
    })
  })
})

describe('孩子和家里的事实', () => {
  test.each<[string, Answers, Facts['child']]>([
    [
      '户口在外省，人在乌海，住了多久、居住证',
      {
        ...circumstancesAre('hukouElsewhere'),
        'child.hukou': { kind: 'division', value: '610000' },
        'child.residenceSince': { kind: 'date', value: '2025-09-01' },
        'child.residencePermit': choice('held'),
        'child.permitSignedOn': { kind: 'date', value: '2026-01-05' },
      },
      {
        hukou: { division: '610000' },
        residence: { division: '150300', since: '2025-09-01' },
        residencePermit: { held: true, lastSignedOn: '2026-01-05' },
      },
    ],
    [
      '户口在乌海，人在外省',
      { ...circumstancesAre('livesElsewhere'), 'child.residence': { kind: 'division', value: '610000' } },
      { hukou: { division: '150300' }, residence: { division: '610000' } },
    ],
    [
      '没有居住证',
      { ...circumstancesAre('hukouElsewhere'), 'child.residencePermit': choice('notHeld') },
      { residencePermit: { held: false } },
    ],
    [
      '肢体残疾二级',
      {
        ...circumstancesAre('disability'),
        'child.disabilityType': choice('physical'),
        'child.disabilityGrade': choice('2'),
      },
      { disabilities: [{ type: 'physical', grade: 2, certified: true }] },
    ],
    [
      '残疾证几级不清楚',
      {
        ...circumstancesAre('disability'),
        'child.disabilityType': choice('hearing'),
        'child.disabilityGrade': unknown,
      },
      { disabilities: [{ type: 'hearing', certified: true }] },
    ],
    [
      '原来没有残疾证',
      { ...circumstancesAre('disability'), 'child.disabilityType': choice('none') },
      { disabilities: [] },
    ],
    [
      '脑瘫和孤独症',
      { ...circumstancesAre('illness'), 'child.illness': choice('脑瘫', '孤独症') },
      { illnesses: ['脑瘫', '孤独症'] },
    ],
    ['没有这样的病', { ...circumstancesAre('illness'), 'child.illness': choice('none') }, { illnesses: [] }],
    [
      '低保和事实无人抚养补贴',
      {
        ...circumstancesAre('support'),
        'family.support': choice('subsistenceAllowance', 'deFactoUnattended'),
      },
      { recognised: [{ as: 'deFactoUnattended' }, { as: 'subsistenceAllowance' }] },
    ],
    [
      '收养的，收养前有残疾',
      {
        ...circumstancesAre('adopted'),
        'child.adoptedOn': { kind: 'date', value: '2025-01-01' },
        'child.beforeAdoption': choice('disabled', 'orphanOrAbandoned'),
      },
      {
        adoption: {
          registeredOn: '2025-01-01',
          wasDisabled: true,
          wasIll: false,
          wasOrphanOrAbandoned: true,
        },
      },
    ],
    [
      '有没有这些情况不清楚，收养单独答了，收养前有病',
      {
        'family.circumstances': unknown,
        'child.adoption': choice('adopted'),
        'child.beforeAdoption': choice('ill'),
      },
      { adoption: { wasDisabled: false, wasIll: true, wasOrphanOrAbandoned: false } },
    ],
    [
      '有没有这些情况不清楚，单独答了没有收养',
      { 'family.circumstances': unknown, 'child.adoption': choice('notAdopted') },
      { adoption: null },
    ],
    [
      '收养的，收养前的情况不清楚',
      { ...circumstancesAre('adopted'), 'child.beforeAdoption': unknown },
      { adoption: {} },
    ],
    [
      '医保在外地',
      { ...circumstancesAre('notInsuredHere'), 'child.insured': choice('elsewhere') },
      { insured: 'elsewhere' },
    ],
    [
      '上大专，全日制，去年高中毕业',
      {
        'child.stage': choice('juniorCollege'),
        'child.fullTime': choice('fullTime'),
        'child.graduatedFrom': choice('seniorSecondary'),
        'child.graduatedOn': { kind: 'date', value: '2025-06-20' },
      },
      {
        schooling: {
          stage: 'juniorCollege',
          fullTime: true,
          graduatedFromStage: 'seniorSecondary',
          graduatedOn: '2025-06-20',
        },
      },
    ],
    [
      '前面不清楚，一样一样问出来',
      {
        'family.circumstances': unknown,
        'child.birthDate': { kind: 'date', value: '2016-01-01' },
        'child.hukou': { kind: 'division', value: '150302001' },
        'child.residence': { kind: 'division', value: '610113' },
        'family.support': choice('none'),
        'child.adoption': choice('notAdopted'),
        'child.birthParents': choice('notFound'),
      },
      {
        birthDate: '2016-01-01',
        hukou: { division: '150302001' },
        residence: { division: '610113' },
        recognised: [],
        adoption: null,
        abandoned: true,
      },
    ],
  ])('%s', (_what, answers, child) => {
    expect(factsFromAnswers(answers).child).toMatchObject(child ?? {})
  })

  test('别的病：名单没公布时，就是一种病；公布了也不当作不在名单上', () => {
    const answers: Answers = { ...circumstancesAre('illness'), 'child.illness': choice('other') }
    const resultUnder = (seriousIllnesses: string[] | null) =>
      assess({
        ...factsFromAnswers({ ...answers, 'child.birthDate': { kind: 'date', value: '2016-01-01' } }),
        today: '2026-03-31',
        settings: { seriousIllnesses },
      }).results.filter(({ code }) => code === 'MED_COVER' || code === 'DIBAO_SINGLE')
    for (const list of [null, ['白血病']])
      expect(resultUnder(list).map(({ code, result }) => [code, result])).toEqual([
        ['DIBAO_SINGLE', 'NEEDS_INFO'],
        ['MED_COVER', 'AUTOMATIC'],
      ])
  })

  test('什么病不清楚：留空，不当作没有', () => {
    expect(
      factsFromAnswers({ ...circumstancesAre('illness'), 'child.illness': unknown }).child,
    ).not.toHaveProperty('illnesses')
  })

  test('家里的：低保边缘和监测对象；父母在外', () => {
    expect(
      factsFromAnswers({
        'family.circumstances': unknown,
        'family.support': choice('nearSubsistence', 'povertyRelapseMonitored'),
        'family.parentsAway': choice('away'),
      }).household,
    ).toEqual({
      recognised: ['nearSubsistence', 'povertyRelapseMonitored'],
      bothParentsAwayForWork: true,
    })
  })

  test('前面说没有的，后面剩下的旧答案不算数', () => {
    const stale: Answers = {
      ...circumstancesAre('none'),
      'child.disabilityType': choice('physical'),
      'child.adoptedOn': { kind: 'date', value: '2025-01-01' },
      'child.hukou': { kind: 'division', value: '610000' },
    }
    expect(factsFromAnswers(stale)).toEqual(factsFromAnswers(circumstancesAre('none')))
  })
})

describe('不管怎么答', () => {
  test('事实都合规定，服务器都收；没答的、不清楚的，一样也不当作没有', () => {
    fc.assert(
      fc.property(anyFamily, fc.subarray(allQuestions.map(({ id }) => id)), (family, ids) => {
        const answers = ids.reduce<Answers>((all, id) => ({ ...all, [id]: family[id] }), {})
        expect(FamilyFacts.safeParse(factsFromAnswers(answers)).error?.issues).toBeUndefined()
        const known = ids.filter((id) => answers[id]?.kind !== 'unknown')
        const told = known.reduce<Answers>((all, id) => ({ ...all, [id]: answers[id] }), {})
        expect(factsFromAnswers(answers)).toEqual(factsFromAnswers(told))
      }),
      { numRuns: 300, seed: 20261118 },
    )
  })

  test('样样不清楚：什么事实也没有', () => {
    const answers = allQuestions.reduce<Answers>((all, { id }) => ({ ...all, [id]: unknown }), {})
    expect(factsFromAnswers(answers)).toEqual({ child: {} })
  })

  test('多答一页，答过的还在；去掉不再适用的以后，事实还是那些', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const pruned = pruneAnswers(family)
        expect(pruneAnswers(pruned)).toEqual(pruned)
        expect(factsFromAnswers(pruned)).toEqual(factsFromAnswers(family))
      }),
      { numRuns: 200, seed: 20261118 },
    )
  })

  test('没有一页问起那一种病，没有一个回答说得出它', () => {
    expect(JSON.stringify(allQuestions)).not.toMatch(/艾滋|HIV|感染/)
    fc.assert(
      fc.property(anyFamily, (family) => {
        expect(factsFromAnswers(family).child).not.toHaveProperty('confidentialCategoryA')
      }),
      { numRuns: 50, seed: 20261118 },
    )
  })
})
