import fc from 'fast-check'
import { assess } from '@domain/eligibility/assess'
import type { Settings } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { nextQuestion } from '@domain/eligibility/nextQuestion'
import { allQuestions, isAsked, type Answers } from '@domain/eligibility/questions'
import { anyFamily, withoutContradiction } from './anyAnswers'
import { settings, today } from './families'

/* What holds of every interview, whatever a family answers. */

const unpublished: Settings = { ...settings, gradualExitMonths: null, rehabMaxAgeInclusive: 7 }
const context = { today, settings: unpublished }
const withMonths = { today, settings: { ...unpublished, gradualExitMonths: 6 } }
const resultsAfter = (answers: Answers, given = context) =>
  assess({ ...factsFromAnswers(answers), ...given }).results.map(({ code, result }) => `${code} ${result}`)

function answered(family: Answers, given = context): Answers {
  const answers: Answers = {}
  for (let page = 0; ; page += 1) {
    const question = nextQuestion(answers, given)
    if (!question) return answers
    expect(answers[question.id]).toBeUndefined()
    expect(isAsked(answers, question.id)).toBe(true)
    expect(page).toBeLessThan(allQuestions.length)
    answers[question.id] = family[question.id]
  }
}

describe('怎么回答都行', () => {
  test.each([
    ['渐退期没有公布', context],
    ['渐退期公布了', withMonths],
  ])('%s：问得完，同一页不问两次；没问的页，答什么都不再改变结果', (_what, given) => {
    fc.assert(
      fc.property(anyFamily, anyFamily, (family, others) => {
        const answers = answered(family, given)
        const settled = resultsAfter(answers, given)
        // Pages in the order of the catalogue, each where it applies after those before it.
        const everything = allQuestions.reduce<Answers>(
          (all, { id }) =>
            all[id] || !isAsked(all, id)
              ? all
              : { ...all, [id]: withoutContradiction({ ...others, ...all })[id] },
          answers,
        )
        expect(resultsAfter(everything, given)).toEqual(settled)
      }),
      { numRuns: 30, seed: 20261118 },
    )
  })

  test('同样的回答，问同样的页', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        expect(Object.keys(answered(family))).toEqual(Object.keys(answered(family)))
      }),
      { numRuns: 8, seed: 20261118 },
    )
  })
})
