import { assess } from '@domain/eligibility/assess'
import type { Settings } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { nextQuestion } from '@domain/eligibility/nextQuestion'
import { openPageOf, pagesOf } from '@domain/eligibility/nextQuestionPages'
import {
  questionById,
  type Answer,
  type Answers,
  type Question,
  type QuestionId,
} from '@domain/eligibility/questions'
import { settings, today } from './families'

const context: { today: string; settings: Settings } = {
  today,
  settings: { ...settings, gradualExitMonths: null, rehabMaxAgeInclusive: 7 },
}
const withMonths = { today, settings: { ...context.settings, gradualExitMonths: 6 } }
const resultsAfter = (answers: Answers, given = context) =>
  assess({ ...factsFromAnswers(answers), ...given }).results.map(({ code, result }) => `${code} ${result}`)

type Script = Partial<Record<QuestionId, string | string[]>>

function answerTo({ id, kind }: Question, script: Script): Answer {
  const given = script[id]
  if (given === undefined) return { kind: 'unknown' }
  if (Array.isArray(given)) return { kind: 'choice', values: given }
  return kind === 'division' ? { kind, value: given } : { kind: 'date', value: given }
}

/** Asks until nothing is left to ask; a page the script does not know is answered 不清楚. */
function interview(script: Script, given = context): { asked: QuestionId[]; answers: Answers } {
  const answers: Answers = {}
  const asked: QuestionId[] = []
  for (;;) {
    const question = nextQuestion(answers, given)
    if (!question) return { asked, answers }
    expect(asked).not.toContain(question.id)
    expect(questionById(question.id)).toEqual(question)
    asked.push(question.id)
    answers[question.id] = answerTo(question, script)
  }
}

/** A ten-year-old pupil, and both parents there. */
const usual: Script = {
  'child.birthDate': '2016-01-20',
  'child.stage': ['primary'],
  'family.circumstances': ['none'],
  'father.situation': ['caring'],
  'mother.situation': ['caring'],
}

describe('只问还能改变结果的', () => {
  test('第一页总是：有没有下面这些情况', () => {
    expect(nextQuestion({}, context)?.id).toBe('family.circumstances')
  })

  test.each<[string, Script, { asked: QuestionId[]; notAsked: QuestionId[]; most: number }]>([
    [
      '父母都在、上小学：只问这几页',
      {},
      {
        asked: ['father.situation', 'child.stage'],
        notAsked: ['family.support', 'child.hukou', 'child.insured', 'child.illness', 'child.adoption'],
        most: 5,
      },
    ],
    [
      '父母都去世：不问爸爸妈妈的细节',
      { 'father.situation': ['dead'], 'mother.situation': ['dead'] },
      {
        asked: ['father.situation', 'mother.situation', 'child.birthDate', 'child.stage'],
        notAsked: ['family.support', 'child.fullTime'],
        most: 5,
      },
    ],
    [
      '服刑和精神残疾：问刑期和哪一类，不问残疾级别',
      {
        'father.situation': ['imprisoned'],
        'father.imprisonedTerm': ['atLeast'],
        'mother.situation': ['disability'],
        'mother.disabilityType': ['mental'],
      },
      {
        asked: ['father.imprisonedTerm', 'mother.disabilityType'],
        notAsked: ['mother.disabilityGrade', 'father.lostReport'],
        most: 7,
      },
    ],
    [
      '父母找不到：不问父母',
      { 'family.circumstances': ['parentsNotFound'] },
      { asked: ['child.birthDate'], notAsked: ['father.situation', 'mother.situation'], most: 3 },
    ],
    [
      '低保边缘家庭、三级智力残疾：问类别和级别，不问住在哪里',
      {
        'family.circumstances': ['disability', 'support'],
        'family.support': ['nearSubsistence'],
        'child.disabilityType': ['intellectual'],
        'child.disabilityGrade': ['3'],
      },
      {
        asked: ['family.support', 'child.disabilityType', 'child.disabilityGrade'],
        notAsked: ['child.residence', 'child.illness'],
        most: 8,
      },
    ],
    [
      '户口在外省、没参保：有居住证，就不问住了多久',
      {
        'family.circumstances': ['hukouElsewhere', 'notInsuredHere'],
        'child.hukou': '610000',
        'child.residencePermit': ['held'],
        'child.permitSignedOn': '2026-01-01',
        'child.insured': ['none'],
      },
      {
        asked: ['child.hukou', 'child.residencePermit', 'child.permitSignedOn', 'child.insured'],
        notAsked: ['child.residence', 'child.residenceSince'],
        most: 9,
      },
    ],
    [
      '领着孤儿费、20岁上大专：问是不是全日制，不问父母',
      {
        'family.circumstances': ['support'],
        'family.support': ['orphan'],
        'child.birthDate': '2006-01-01',
        'child.stage': ['juniorCollege'],
        'child.fullTime': ['fullTime'],
      },
      {
        asked: ['family.support', 'child.stage', 'child.birthDate', 'child.fullTime'],
        notAsked: ['father.situation', 'mother.situation', 'child.graduatedOn'],
        most: 5,
      },
    ],
  ])('%s', (_what, script, { asked: wanted, notAsked, most }) => {
    const { asked } = interview({ ...usual, ...script })
    expect(asked).toEqual(expect.arrayContaining(wanted))
    expect(asked.filter((id) => notAsked.includes(id))).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(most)
  })

  test('渐退期长度公布了，才问领补贴的孩子爸爸哪天回来', () => {
    const script: Script = {
      ...usual,
      'family.circumstances': ['support'],
      'family.support': ['deFactoUnattended'],
      'mother.situation': ['dead'],
      'father.returnedOn': '2026-01-20',
    }
    expect(interview(script).asked).not.toContain('father.returnedOn')
    expect(interview(script, withMonths).asked).toContain('father.returnedOn')
  })

  const grown: Script = {
    ...usual,
    'child.birthDate': '2007-01-10',
    'child.stage': ['none'],
    'family.circumstances': ['support'],
    'child.graduatedOn': '2026-03-10',
    'child.graduatedFrom': ['seniorSecondary'],
  }

  test.each<[string, Script, typeof context, QuestionId[]]>([
    [
      '领孤儿费、19岁、不上学了，渐退期公布了：问哪天毕业，从哪毕业没有分别',
      { ...grown, 'family.support': ['orphan'] },
      withMonths,
      ['child.graduatedOn'],
    ],
    [
      '领事实无人抚养补贴、19岁、不上学了，渐退期公布了：问哪天毕业',
      {
        ...grown,
        'mother.situation': ['dead'],
        'father.situation': ['dead'],
        'family.support': ['deFactoUnattended'],
      },
      withMonths,
      ['child.graduatedOn'],
    ],
    ['渐退期没有公布：哪天毕业都一样，不问', { ...grown, 'family.support': ['orphan'] }, context, []],
    [
      '领特困、19岁、不上学了：问哪天毕业、从哪毕业',
      { ...grown, 'family.support': ['extremePoverty'] },
      context,
      ['child.graduatedOn', 'child.graduatedFrom'],
    ],
    ['什么都没领过：不问', { ...grown, 'family.circumstances': ['none'] }, withMonths, []],
    [
      '还没满18岁：不问',
      { ...grown, 'child.birthDate': '2010-01-10', 'family.support': ['orphan'] },
      withMonths,
      [],
    ],
    [
      '还在上大专：不问',
      { ...grown, 'child.stage': ['juniorCollege'], 'family.support': ['orphan'] },
      withMonths,
      [],
    ],
  ])('%s', (_what, script, given, wanted) => {
    const { asked } = interview(script, given)
    expect(asked.filter((id) => id.slice(0, 15) === 'child.graduated')).toEqual(wanted)
  })
})

test('样样不清楚：问得完，没有一项被拒绝，也没有一项说定', () => {
  const { answers } = interview({})
  for (const result of resultsAfter(answers)) expect(result).toMatch(/NEEDS_INFO$/)
})

describe('一件事在哪一页问', () => {
  test.each([
    ['child.birthDate', 'child.birthDate'],
    ['child.disabilities', 'family.circumstances child.disabilityType child.disabilityGrade'],
    ['parents.mother', 'mother.situation'],
    ['parents.father.dead', 'father.situation'],
    ['parents.father.imprisoned.termMonths', 'father.situation father.imprisonedTerm'],
    ['parents.mother.imprisoned', 'mother.situation mother.imprisonedTerm'],
    ['parents.mother.compulsoryRehab', 'mother.situation mother.rehabTerm'],
    ['parents.mother.compulsoryRehab.termMonths', 'mother.situation mother.rehabTerm'],
    ['parents.father.otherRestriction', 'father.situation father.restrictedTerm'],
    ['parents.father.otherRestriction.termMonths', 'father.situation father.restrictedTerm'],
    ['parents.father.lostContact', 'father.situation father.lostReport father.lostAcceptedOn'],
    [
      'parents.father.lostContact.policeAcceptedOn',
      'father.situation father.lostReport father.lostAcceptedOn',
    ],
    ['parents.father.lostContact.policeReceipt', 'father.situation father.lostReport'],
    ['parents.father.lostContact.establishedByStreet', 'father.situation father.lostReport'],
    ['parents.mother.disabilities', 'mother.situation mother.disabilityType mother.disabilityGrade'],
    ['parents.mother.disabilities.grade', 'mother.situation mother.disabilityType mother.disabilityGrade'],
    ['parents.mother.seriouslyIll', 'mother.situation mother.illness'],
    ['parents.mother.resumedCareOn', 'mother.situation mother.returnedOn'],
    ['child.hukou.division', 'family.circumstances child.hukou'],
    ['child.residence.division', 'family.circumstances child.residence'],
    ['child.residence.since', 'child.residenceSince'],
    ['child.residencePermit.held', 'child.residencePermit'],
    ['child.residencePermit.lastSignedOn', 'child.residencePermit child.permitSignedOn'],
    ['child.schooling.stage', 'child.stage'],
    ['child.schooling.fullTime', 'child.fullTime'],
    ['child.schooling.graduatedFromStage', 'child.graduatedFrom'],
    ['child.schooling.graduatedOn', 'child.graduatedOn'],
    ['child.disabilities.type', 'family.circumstances child.disabilityType'],
    ['child.disabilities.grade', 'family.circumstances child.disabilityType child.disabilityGrade'],
    ['child.illnesses', 'family.circumstances child.illness'],
    ['child.recognised', 'family.circumstances family.support'],
    ['child.abandoned', 'family.circumstances child.birthParents'],
    ['child.adoption', 'family.circumstances child.adoption'],
    ['child.adoption.registeredOn', 'child.adoptedOn'],
    ['child.adoption.wasDisabled', 'child.beforeAdoption'],
    ['child.adoption.wasIll', 'child.beforeAdoption'],
    ['child.adoption.wasOrphanOrAbandoned', 'child.beforeAdoption'],
    ['child.insured', 'family.circumstances child.insured'],
    ['child.inInstitution', 'family.circumstances'],
    ['child.suddenHardship', 'family.circumstances'],
    ['household.recognised', 'family.circumstances family.support'],
    ['household.incomeAboveNearSubsistenceLimit', 'family.circumstances'],
    ['household.bothParentsAwayForWork', 'family.circumstances family.parentsAway'],
    ['household.meetsLocalHousingRule', 'family.circumstances'],
    ['department', ''],
    ['settings.seriousIllnesses', ''],
    ['child.confidentialCategoryA', ''],
    ['parents.uncle.dead', ''],
  ])('%s：%s', (path, pages) => {
    expect(pagesOf(path).join(' ')).toBe(pages)
  })

  test('还缺的每一件事都有一页问，只有部门才说得清的除外', () => {
    const missing = assess({ today, settings: {} }).results.flatMap((each) => each.missing ?? [])
    const nowhere = missing.filter((path) => pagesOf(path).length === 0)
    expect([...new Set(nowhere)].sort()).toEqual([
      'department',
      'settings.chronicOutpatientIllnesses',
      'settings.rehabMaxAgeInclusive',
      'settings.seriousIllnesses',
    ])
    for (const path of missing) for (const id of pagesOf(path)) expect(questionById(id)).toBeDefined()
  })

  test('前面说清楚了的，直接问细的；前面说没有的，不再问', () => {
    const chose = (value: string): Answers => ({
      'family.circumstances': { kind: 'choice', values: [value] },
    })
    expect(openPageOf('child.disabilities', {})).toBe('family.circumstances')
    expect(openPageOf('child.disabilities', chose('disability'))).toBe('child.disabilityType')
    expect(openPageOf('child.disabilities', chose('none'))).toBeUndefined()
    expect(openPageOf('child.disabilities', { 'family.circumstances': { kind: 'unknown' } })).toBe(
      'child.disabilityType',
    )
  })
})
