import fc from 'fast-check'
import { assess } from '@domain/eligibility/assess'
import type { Settings } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { nextQuestion } from '@domain/eligibility/nextQuestion'
import type { Answer, Answers, Question, QuestionId } from '@domain/eligibility/questions'
import { settings, today } from './families'

const context: { today: string; settings: Settings } = {
  today,
  settings: { ...settings, gradualExitMonths: null },
}
const resultsAfter = (answers: Answers) =>
  assess({ ...factsFromAnswers(answers), ...context }).results.map(({ result }) => result)

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
    asked.push(question.id)
    answers[question.id] = answerTo(question, script)
  }
}

const home: Script = { 'child.hukou': '150302001', 'child.residence': '150302001' }

describe('只问还能改变结果的', () => {
  test.each<[string, Script, QuestionId[], string[]]>([
    [
      '爸爸能照顾，没领过：两页',
      { 'father.situation': ['caring'], 'child.recognised': ['none'] },
      ['father.situation', 'child.recognised'],
      ['NOT_ELIGIBLE', 'NOT_ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
    [
      '妈妈改嫁，爸爸去世：三页',
      { 'father.situation': ['dead'], 'mother.situation': ['none'], 'child.recognised': ['none'] },
      ['father.situation', 'mother.situation', 'child.recognised'],
      ['NOT_ELIGIBLE', 'NOT_ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
    [
      '父母都去世：不问领没领过',
      {
        'father.situation': ['dead'],
        'mother.situation': ['dead'],
        'child.birthDate': '2016-09-12',
        ...home,
      },
      ['father.situation', 'mother.situation', 'child.birthDate', 'child.hukou', 'child.residence'],
      ['ELIGIBLE', 'NOT_ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
    [
      '服刑和精神残疾：不问残疾级别',
      {
        'father.situation': ['imprisoned'],
        'father.imprisonedTerm': ['atLeast'],
        'mother.situation': ['disability'],
        'mother.disabilityType': ['mental'],
        'child.birthDate': '2018-10-08',
        'child.recognised': ['none'],
        ...home,
      },
      [
        'father.situation',
        'mother.situation',
        'father.imprisonedTerm',
        'mother.disabilityType',
        'child.birthDate',
        'child.recognised',
        'child.hukou',
        'child.residence',
      ],
      ['NOT_ELIGIBLE', 'ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
    [
      '爸爸刑期不够：妈妈的病不用再问',
      {
        'father.situation': ['imprisoned'],
        'father.imprisonedTerm': ['under'],
        'mother.situation': ['illness'],
        'child.recognised': ['none'],
      },
      ['father.situation', 'mother.situation', 'father.imprisonedTerm', 'child.recognised'],
      ['NOT_ELIGIBLE', 'NOT_ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
    [
      '已经20岁，没领过：不再问别的',
      {
        'father.situation': ['dead'],
        'mother.situation': ['dead'],
        'child.birthDate': '2006-01-01',
        'child.recognised': ['none'],
      },
      ['father.situation', 'mother.situation', 'child.birthDate', 'child.recognised'],
      ['NOT_ELIGIBLE', 'NOT_ELIGIBLE', 'NOT_ELIGIBLE'],
    ],
  ])('%s', (_what, script, asked, results) => {
    const done = interview(script)
    expect(done.asked).toEqual(asked)
    expect(resultsAfter(done.answers)).toEqual(results)
  })

  test('渐退期长度公布了，才问领补贴的孩子爸爸哪天回来', () => {
    const script: Script = {
      'father.situation': ['caring'],
      'child.recognised': ['deFactoUnattended'],
      'child.adoption': ['notAdopted'],
      'child.birthDate': '2016-01-01',
      'mother.situation': ['dead'],
      ...home,
    }
    expect(interview(script).asked).not.toContain('father.returnedOn')
    const published = { today, settings: { ...settings, gradualExitMonths: 6 } }
    const { asked } = interview({ ...script, 'father.returnedOn': '2026-01-20' }, published)
    expect(asked).toContain('father.returnedOn')
  })
})

describe('怎么回答都行', () => {
  const anyAnswer = (question: Question): fc.Arbitrary<Answer> => {
    const unknown = fc.constant<Answer>({ kind: 'unknown' })
    if (question.kind === 'date') {
      return fc.oneof(
        unknown,
        fc.constantFrom<Answer>({ kind: 'date', value: '2016-01-01' }, { kind: 'date', value: '2026-01-15' }),
      )
    }
    if (question.kind === 'division') {
      return fc.oneof(
        unknown,
        fc.constantFrom<Answer>(
          { kind: 'division', value: '150302001' },
          { kind: 'division', value: '610113' },
        ),
      )
    }
    const values = (question.options ?? []).map(({ value }) => value)
    const most = question.kind === 'single' ? 1 : 2
    return fc.oneof(
      unknown,
      fc
        .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most })
        .map((chosen): Answer => ({ kind: 'choice', values: chosen })),
    )
  }

  test('问得完；同一页不问两次；问完还没定的，只因为有不清楚的', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const answers: Answers = {}
        for (let page = 0; ; page += 1) {
          const question = nextQuestion(answers, context)
          if (!question) break
          expect(answers[question.id]).toBeUndefined()
          expect(page).toBeLessThan(30)
          answers[question.id] = fc.sample(anyAnswer(question), {
            seed: seed + page,
            numRuns: 1,
          })[0] as Answer
        }
        const isSure = Object.values(answers).every((answer) => answer?.kind !== 'unknown')
        const leavesOpen = ['diagnosed', 'multiple'].some((value) =>
          Object.values(answers).some((answer) => answer?.kind === 'choice' && answer.values.includes(value)),
        )
        const isForDepartment = JSON.stringify(answers).includes('"adopted"')
        if (isSure && !leavesOpen && !isForDepartment)
          expect(resultsAfter(answers)).not.toContain('NEEDS_INFO')
      }),
      { numRuns: 60 },
    )
  })

  test('样样不清楚：问得完，没有一项被拒绝', () => {
    const { asked, answers } = interview({})
    expect(asked.length).toBeLessThanOrEqual(9)
    expect(resultsAfter(answers)).toEqual(['NEEDS_INFO', 'NEEDS_INFO', 'NEEDS_INFO'])
  })
})
