import {
  allQuestions,
  isAsked,
  isStated,
  questionById,
  type Answer,
  type Answers,
  type QuestionId,
} from '@domain/eligibility/questions'

/* Which pages make sense after what was answered before, and whom a page is about. */

const choice = (...values: string[]): Answer => ({ kind: 'choice', values })
const rare = (...values: string[]): Answers => ({ 'family.circumstances': choice(...values) })
const father = (...values: string[]): Answers => ({ 'father.situation': choice(...values) })

test.each<[string, Answers, QuestionId, boolean]>([
  ['一页也没答：爸爸的情况要问', {}, 'father.situation', true],
  ['找不到亲生父母：不问', rare('parentsNotFound'), 'father.situation', false],
  ['找不到亲生父母，被收养了：问养父', rare('parentsNotFound', 'adopted'), 'father.situation', true],
  ['被收养了：问养父', rare('adopted'), 'father.situation', true],
  ['爸爸能照顾：哪天回来的可以问', father('caring'), 'father.returnedOn', true],
  ['爸爸不给抚养费：可以问', father('noMaintenance'), 'father.returnedOn', true],
  ['爸爸在服刑：没有回来', father('imprisoned'), 'father.returnedOn', false],
  ['爸爸不给抚养费，又在服刑：没有回来', father('noMaintenance', 'imprisoned'), 'father.returnedOn', false],
  ['爸爸的情况不清楚：不问', { 'father.situation': { kind: 'unknown' } }, 'father.returnedOn', false],
  ['爸爸在服刑：问刑期', father('imprisoned'), 'father.imprisonedTerm', true],
  ['爸爸在服刑：不问妈妈的刑期', father('imprisoned'), 'mother.imprisonedTerm', false],
])('%s', (_what, answers, id, expected) => {
  expect(isAsked(answers, id)).toBe(expected)
})

test.each([
  ['father', '爸爸', '妈妈'],
  ['mother', '妈妈', '爸爸'],
])('%s 的每一页，问的是%s，不说%s', (role, word, other) => {
  const pages = allQuestions.filter(({ id }) => id.startsWith(`${role}.`))
  expect(pages.length).toBeGreaterThan(5)
  expect(questionById(`${role}.situation`)?.title).toBe(`孩子${word}现在是什么情况？`)
  for (const { title, help = '' } of pages) expect(title + help).not.toContain(other)
})

test('每一页的号只有一个，孩子和家里的页在前', () => {
  const ids = allQuestions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const parents = ids.map((id) => /^(father|mother)\./.test(id))
  expect(parents.lastIndexOf(false)).toBeLessThan(parents.indexOf(true))
})

test.each<[string, Answers, boolean | undefined]>([
  ['选了', rare('support', 'disability'), true],
  ['选了别的', rare('support'), false],
  ['没有答', {}, undefined],
  ['不清楚', { 'family.circumstances': { kind: 'unknown' } }, undefined],
])('这一页上%s', (_what, answers, expected) => {
  expect(isStated(answers, 'family.circumstances', 'disability')).toBe(expected)
})
