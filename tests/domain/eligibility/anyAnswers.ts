import fc from 'fast-check'
import { parentRoles } from '@domain/eligibility/facts'
import {
  allQuestions,
  chosen,
  type Answer,
  type Answers,
  type Question,
  type QuestionId,
} from '@domain/eligibility/questions'

/* Any family by its answers, one to every page there is. */

const unknown = fc.constant<Answer>({ kind: 'unknown' })

/** Any answer a family may give on a page. */
export function anyAnswer({ kind, options = [], exclusive = [] }: Question): fc.Arbitrary<Answer> {
  switch (kind) {
    case 'date':
      return fc.oneof(
        unknown,
        fc
          .constantFrom('2007-03-31', '2016-01-01', '2021-05-05', '2026-01-15', '2026-03-10')
          .map((value) => ({ kind, value })),
      )
    case 'division':
      return fc.oneof(
        unknown,
        fc.constantFrom('150302001', '150304', '150000', '610000').map((value) => ({ kind, value })),
      )
    default: {
      const values = options.map(({ value }) => value)
      const one = fc.constantFrom(...values).map((value): Answer => ({ kind: 'choice', values: [value] }))
      const together = values.filter((value) => !exclusive.includes(value))
      if (kind === 'single') return fc.oneof(unknown, one)
      const several = fc
        .uniqueArray(fc.constantFrom(...together), { minLength: 1, maxLength: 3 })
        .map((chosen): Answer => ({ kind: 'choice', values: chosen }))
      return fc.oneof(unknown, one, several)
    }
  }
}

const named = (answers: Answers, id: QuestionId, value: string) => chosen(answers, id).includes(value)

const choose = (value: string): Answer => ({ kind: 'choice', values: [value] })

/**
 * Who describes a parent knows who the parents are; and who was recognised as an orphan and not adopted since has lost
 * both of them: nothing else can be answered.
 */
export function withoutContradiction(answers: Answers): Answers {
  const isAdopted = chosen(answers, 'family.circumstances')[0]
    ? named(answers, 'family.circumstances', 'adopted')
    : named(answers, 'child.adoption', 'adopted')
  const areDead = !isAdopted && named(answers, 'family.support', 'orphan')
  const parents: Answers = areDead
    ? { 'father.situation': choose('dead'), 'mother.situation': choose('dead') }
    : {}
  const told = { ...answers, ...parents }
  const describesParent = parentRoles.some((role) => chosen(told, `${role}.situation`).length > 0)
  return describesParent ? { ...told, 'child.birthParents': choose('known') } : told
}

/** One answer for every page there is: what a family would say if it were asked. */
export const anyFamily = fc
  .tuple(...allQuestions.map(anyAnswer))
  .map((answers) =>
    withoutContradiction(
      allQuestions.reduce<Answers>((all, { id }, at) => ({ ...all, [id]: answers[at] }), {}),
    ),
  )
