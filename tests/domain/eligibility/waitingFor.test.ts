import { publicCodes } from '@domain/eligibility/assess'
import { nextQuestion, waitingFor } from '@domain/eligibility/nextQuestion'
import { questionById, type Answer, type Answers } from '@domain/eligibility/questions'
import type { EntitlementCode } from '@domain/policy/provisions'
import { settings, today } from './families'

/*
 * Which pages each entitlement still waits for: each page once, only pages not answered yet, none where the answer is
 * settled or only a department can settle it. Values of settings are test values, not policy.
 */

const context = { today, settings: { ...settings, rehabMaxAgeInclusive: 7 } }

const choice = (...values: string[]): Answer => ({ kind: 'choice', values })
const on = (value: string): Answer => ({ kind: 'date', value })
const at = (value: string): Answer => ({ kind: 'division', value })

const pagesFor = (code: EntitlementCode, answers: Answers) =>
  waitingFor(answers, context)[publicCodes.findIndex((each) => each === code)]?.join(' ')

const usual: Answers = { 'family.circumstances': choice('none') }
const orphaned: Answers = { 'father.situation': choice('dead'), 'mother.situation': choice('dead') }
const ten: Answers = { 'child.birthDate': on('2016-01-01'), 'child.stage': choice('primary') }
const grown: Answers = {
  'family.circumstances': choice('support'),
  'child.birthDate': on('2007-01-10'),
  'child.stage': choice('none'),
}
const parents = 'father.situation mother.situation'

test.each<[string, EntitlementCode, Answers, string]>([
  [
    '什么都没答：孤儿费等五页',
    'ORPHAN_ALLOWANCE',
    {},
    `${parents} child.birthDate family.circumstances child.stage`,
  ],
  ['什么都没答：低保只等第一页，低保和收入在同一页', 'DIBAO', {}, 'family.circumstances'],
  ['没有特殊情况：孤儿费等父母和年龄', 'ORPHAN_ALLOWANCE', usual, `${parents} child.birthDate`],
  ['没有特殊情况：低保由部门核对，不等哪一页', 'DIBAO', usual, ''],
  ['父母都去世、十岁：孤儿费定了', 'ORPHAN_ALLOWANCE', { ...usual, ...orphaned, ...ten }, ''],
  [
    '爸爸服刑：只等刑期',
    'DFUC_ALLOWANCE',
    {
      ...usual,
      ...ten,
      'father.situation': choice('imprisoned'),
      'mother.situation': choice('dead'),
    },
    'father.imprisonedTerm',
  ],
  [
    '爸爸服刑，刑期不清楚：问过的不再等',
    'DFUC_ALLOWANCE',
    {
      ...usual,
      ...ten,
      'father.situation': choice('imprisoned'),
      'father.imprisonedTerm': { kind: 'unknown' },
      'mother.situation': choice('dead'),
    },
    '',
  ],
])('%s', (_what, code, answers, pages) => {
  expect(pagesFor(code, answers)).toBe(pages)
})

test.each<[string, Answers]>([
  ['什么都没答', {}],
  ['没有特殊情况', usual],
  [
    '样样有',
    { 'family.circumstances': choice('disability', 'illness', 'support', 'hukouElsewhere', 'adopted') },
  ],
  ['第一页不清楚', { 'family.circumstances': { kind: 'unknown' } }],
  ['领孤儿费的大人', { ...grown, 'family.support': choice('orphan') }],
])('%s：每项每页只等一次，都是问得到、还没答的页', (_what, answers) => {
  for (const pages of waitingFor(answers, context)) {
    expect(new Set(pages).size).toBe(pages.length)
    for (const page of pages) {
      expect(questionById(page)).toBeDefined()
      expect(answers[page]).toBeUndefined()
    }
  }
})

describe('先问哪一页', () => {
  test('旧草稿里没有第一页，细的都答了：还是先问第一页', () => {
    const old: Answers = {
      'child.hukou': at('150302'),
      'child.residence': at('150302'),
      'family.support': choice('none'),
      'child.adoption': choice('notAdopted'),
      'child.birthParents': choice('found'),
      'child.disabilityType': choice('none'),
      'child.illness': choice('none'),
      'child.insured': choice('wuhai'),
    }
    expect(nextQuestion(old, context)?.id).toBe('family.circumstances')
  })

  test.each<[string, Answers, string]>([
    [
      '领着救助：一页就能定的先问，不先问要三页一起才定的',
      { 'family.circumstances': choice('support') },
      'family.support',
    ],
    [
      '爸爸妈妈都失联、十岁：先问上学，再问报没报警',
      {
        ...usual,
        'child.birthDate': on('2016-01-01'),
        'father.situation': choice('lostContact'),
        'mother.situation': choice('lostContact'),
      },
      'child.stage',
    ],
  ])('%s', (_what, answers, page) => {
    expect(nextQuestion(answers, context)?.id).toBe(page)
  })
})

describe('领着救助、不上学的大人：哪天毕业', () => {
  const asked = (more: Answers) => waitingFor({ ...grown, ...more }, context).flat()
  test.each<[string, Answers, boolean]>([
    ['领孤儿费', { 'family.support': choice('orphan') }, true],
    ['领孤儿费，家里又是低保边缘', { 'family.support': choice('nearSubsistence', 'orphan') }, true],
    ['领特困', { 'family.support': choice('extremePoverty') }, true],
    ['家里是低保边缘', { 'family.support': choice('nearSubsistence') }, false],
    [
      '领孤儿费，下个月才满18岁',
      { 'family.support': choice('orphan'), 'child.birthDate': on('2008-04-01') },
      false,
    ],
    [
      '领孤儿费，毕业的日子答过了',
      { 'family.support': choice('orphan'), 'child.graduatedOn': on('2026-03-10') },
      false,
    ],
  ])('%s', (_what, more, isAsked) => {
    expect(asked(more).includes('child.graduatedOn')).toBe(isAsked)
  })

  test('还不知道几岁：先不问', () => {
    const { 'child.birthDate': _birth, ...ageless } = grown
    const pages = waitingFor({ ...ageless, 'family.support': choice('orphan') }, context).flat()
    expect(pages).toContain('child.birthDate')
    expect(pages).not.toContain('child.graduatedOn')
  })
})
