import type { Parent } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { isFinished } from '@domain/eligibility/interview'
import { pagesOf } from '@domain/eligibility/nextQuestionPages'
import type { Answer, Answers } from '@domain/eligibility/questions'

/* What an answer about a parent states, for the father as for the mother; what was not asked is not stated. */

const choice = (...values: string[]): Answer => ({ kind: 'choice', values })

function statedOf(role: Parent['role'], situations: string[], more: Answers = {}): Parent | undefined {
  const answers: Answers = { [`${role}.situation`]: choice(...situations), ...more }
  return factsFromAnswers(answers).parents?.find((parent) => parent.role === role)
}

describe.each(['father', 'mother'] as const)('%s', (role) => {
  test.each<[string, string[], Partial<Parent>]>([
    ['遣送出境', ['deported'], { deported: true, imprisoned: false, dead: false }],
    ['撤销监护', ['guardianshipRevoked'], { guardianshipRevoked: true, deported: false }],
    ['能照顾', ['caring'], { ableToCare: true, paysMaintenance: true, deported: false }],
    ['能照顾，不给抚养费', ['noMaintenance'], { ableToCare: true, paysMaintenance: false }],
    ['宣告失踪', ['declaredMissing'], { declaredMissing: true, deported: false }],
  ])('%s', (_what, situations, expected) => {
    const stated = statedOf(role, situations)
    expect(stated).toMatchObject(expected)
    expect('resumedCareOn' in (stated ?? {})).toBe(false)
  })

  test('哪天回来的：照答的日子', () => {
    const returned: Answers = { [`${role}.returnedOn`]: { kind: 'date', value: '2026-01-20' } }
    expect(statedOf(role, ['caring'], returned)?.resumedCareOn).toBe('2026-01-20')
  })

  test('去世了：别的都不说', () => {
    expect(statedOf(role, ['dead'])).toEqual({ role, dead: true })
  })
})

test('爸爸的日子不算在妈妈身上', () => {
  const returned: Answers = { 'father.returnedOn': { kind: 'date', value: '2026-01-20' } }
  expect(statedOf('mother', ['caring'], returned)).not.toHaveProperty('resumedCareOn')
})

test('不在父母里的事，不到父母的页上问', () => {
  expect(pagesOf('child.father.dead')).toEqual([])
  expect(pagesOf('parents.father.dead')).toEqual(['father.situation'])
})

test('一页也没有问过：没有问完', () => {
  expect(isFinished({ given: {}, trail: [] })).toBe(false)
  expect(isFinished({ given: {}, trail: ['family.circumstances'] })).toBe(false)
  expect(
    isFinished({ given: { 'family.circumstances': choice('none') }, trail: ['family.circumstances'] }),
  ).toBe(true)
})
