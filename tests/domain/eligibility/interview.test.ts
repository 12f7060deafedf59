import {
  answerAt,
  answeredPages,
  answersOf,
  beginInterview,
  isFinished,
  type Ask,
  type Interview,
} from '@domain/eligibility/interview'
import {
  chosen,
  questionById,
  type Answer,
  type Answers,
  type QuestionId,
} from '@domain/eligibility/questions'

// A short catalogue of its own: the father, his term when he is in prison, the birth date.
const ask: Ask = (answers) => {
  const inPrison = chosen(answers, 'father.situation').includes('imprisoned')
  const wanted: QuestionId[] = [
    'father.situation',
    ...(inPrison ? (['father.imprisonedTerm'] as const) : []),
    'child.birthDate',
  ]
  const next = wanted.find((id) => !answers[id])
  return next && questionById(next)
}

const choose = (value: string): Answer => ({ kind: 'choice', values: [value] })
const unknown: Answer = { kind: 'unknown' }

const walk = (...answers: Answer[]): Interview =>
  answers.reduce(
    (interview, answer, position) => answerAt(interview, position, answer, ask),
    beginInterview(ask),
  )

test('从第一题开始，一题一页，答完为止', () => {
  const begun = beginInterview(ask)
  expect(begun.trail).toEqual(['father.situation'])
  const done = walk(choose('imprisoned'), choose('atLeast'), unknown)
  expect(done.trail).toEqual(['father.situation', 'father.imprisonedTerm', 'child.birthDate'])
  expect(isFinished(begun)).toBe(false)
  expect(isFinished(done)).toBe(true)
})

test('“不清楚”也是回答，不会再问', () => {
  const interview = walk(unknown, unknown)
  expect(interview.trail).toEqual(['father.situation', 'child.birthDate'])
  expect(answersOf(interview)).toEqual({ 'father.situation': unknown, 'child.birthDate': unknown })
})

test('回去改了一题，后面不再适用的题不算数', () => {
  const changed = answerAt(walk(choose('imprisoned'), choose('atLeast'), unknown), 0, choose('dead'), ask)
  expect(changed.trail).toEqual(['father.situation', 'child.birthDate'])
  expect(answersOf(changed)).toEqual({ 'father.situation': choose('dead'), 'child.birthDate': unknown })
})

test('又改回来，原来的回答还在', () => {
  const there = walk(choose('imprisoned'), choose('under'), unknown)
  const back = answerAt(answerAt(there, 0, choose('dead'), ask), 0, choose('imprisoned'), ask)
  expect(answersOf(back)).toEqual(answersOf(there))
})

test('只是往回走，一个回答也不丢', () => {
  const there = walk(choose('imprisoned'), choose('under'))
  const again = answerAt(there, 0, choose('imprisoned'), ask)
  expect(again).toEqual(there)
  expect(answeredPages(again)).toBe(2)
})

test('存过的回答：路线按现在的规则重新找，停在第一道没答的题', () => {
  const saved: Answers = { 'father.situation': choose('imprisoned'), 'child.birthDate': unknown }
  const interview = beginInterview(ask, saved)
  expect(interview.trail).toEqual(['father.situation', 'father.imprisonedTerm'])
  expect(answersOf(interview)).toEqual({ 'father.situation': choose('imprisoned') })
})

test('没有这一页，什么也不变', () => {
  const begun = beginInterview(ask)
  expect(answerAt(begun, 5, unknown, ask)).toBe(begun)
})
