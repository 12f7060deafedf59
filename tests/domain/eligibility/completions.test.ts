import { assess, resultOf } from '@domain/eligibility/assess'
import type { Result } from '@domain/eligibility/assessment'
import type { Child, Household } from '@domain/eligibility/facts'
import type { Verdict } from '@domain/eligibility/verdict'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family, settings } from './families'

/*
 * A fact is not known, and every case it may be is looked at: what all cases say is said, what only some say is not.
 * Source: reference §0.2 (the six answers), §0.3 and 1.1-j (what follows a status that ends).
 */

const dead = { dead: true }
const able = { ableToCare: true }
const orphan: Child = { recognised: [{ as: 'orphan' }] }
const unattended: Child = { recognised: [{ as: 'deFactoUnattended', since: '2018-04-21' }] }
const at = (stage: NonNullable<NonNullable<Child['schooling']>['stage']>): Child => ({
  schooling: { stage, fullTime: true },
})
const ageless: Child = { birthDate: undefined }

/** Nobody has published how long 渐退期 is. */
const withoutLength = (household: Household): Household => ({
  ...household,
  settings: { ...settings, gradualExitMonths: null },
})

const says = (code: EntitlementCode, household: Household) =>
  answerOf(code, household).reasons.map(({ text }) => text)

describe('认定过孤儿、上大学、几岁不知道', () => {
  const household = family(dead, dead, { ...orphan, ...at('undergraduate'), ...ageless })

  test('福彩圆梦：最晚满18周岁就能申请，今天还不能交，不编日子', () => {
    const { result, canApply, dates } = answerOf('FUCAI_DREAM', household)
    expect({ result, canApply, dates }).toEqual({ result: 'NOT_YET', canApply: false, dates: undefined })
  })

  test('住院救助：有的情形在保障期里，有的不在，就不引用退出那一条', () => {
    const ending = withoutLength(family(dead, dead, { ...orphan, ...ageless, ...at('none') }))
    const { result, provisions } = answerOf('INPATIENT_70', ending)
    expect(result).toBe('ELIGIBLE')
    expect(provisions).not.toContain('1.1-j')
  })
})

describe('领事实无人抚养补贴、23岁、不再上学，妈妈的情况不知道', () => {
  const child: Child = { ...unattended, birthDate: '2002-06-13', ...at('master') }
  const { parents = [], ...others } = withoutLength(family(dead, able, child))
  const household: Household = { ...others, parents: parents.slice(0, 1) }

  test('不管按哪一项退出，都在保障期内：说一样的话，引用退出那一条', () => {
    expect(answerOf('ACCIDENT_INS', household).result).toBe('AUTOMATIC')
    expect(says('ACCIDENT_INS', household)).toContain('保障期内继续享受。')
    expect(answerOf('ACCIDENT_INS', household).provisions).toContain('1.1-j')
  })
})

describe('几种情况合起来，是哪一个回答', () => {
  const verdict = (result: Result, isCertain?: boolean): Verdict => ({
    result,
    says: [],
    ...(isCertain === undefined ? {} : { isCertain }),
  })
  const [yes, paid, no, ending] = (['ELIGIBLE', 'AUTOMATIC', 'NOT_ELIGIBLE', 'ENDING'] as const).map(
    (result) => verdict(result),
  ) as [Verdict, Verdict, Verdict, Verdict]
  const surely = verdict('NOT_YET', true)
  const perhaps = verdict('NOT_YET', false)

  test.each<[string, Verdict[], Result]>([
    ['都能', [yes, yes], 'ELIGIBLE'],
    ['都不能', [no, no], 'NOT_ELIGIBLE'],
    ['有的现在能，有的以后一定能：最晚那时能', [yes, surely], 'NOT_YET'],
    ['自动享受的也算能', [paid, surely], 'NOT_YET'],
    ['都是以后，有的不一定：还是以后', [surely, perhaps], 'NOT_YET'],
    ['有的现在能，有的以后不一定能', [yes, perhaps], 'NEEDS_INFO'],
    ['有的能，有的不能', [yes, no], 'NEEDS_INFO'],
    ['有的以后一定能，有的不能', [surely, no], 'NEEDS_INFO'],
    ['有的能，有的正在退出', [yes, ending], 'NEEDS_INFO'],
    ['正在退出，不管说得多肯定，也不是以后能', [yes, { ...ending, isCertain: true }], 'NEEDS_INFO'],
  ])('%s', (_what, verdicts, expected) => {
    expect(resultOf(verdicts)).toBe(expected)
  })
})

test.each<[string, Household]>([
  ['什么都不知道', { today: '2026-03-31' }],
  ['爸爸去世，妈妈能照顾', family(dead, able)],
  ['孤儿', family(dead, dead, orphan)],
  ['妈妈服刑不满六个月', family(dead, { imprisoned: { from: '2026-01-01', termMonths: 4 } })],
  ['领补贴的大人', family(dead, able, { ...unattended, birthDate: '2002-06-13' })],
])('%s：还缺什么，只有说不清的才列；改什么，只有不行的才列', (_what, household) => {
  for (const answer of assess(household).results) {
    const { result } = answer
    expect('missing' in answer).toBe(result === 'NEEDS_INFO')
    expect('flips' in answer).toBe(result === 'NOT_ELIGIBLE' || result === 'NOT_YET')
    expect('dates' in answer).toBe(answer.dates !== undefined && Object.keys(answer.dates).length > 0)
  }
})

test('不知道今天几号：每一项都等日期，都不能交', () => {
  for (const answer of assess({ child: orphan }).results) {
    expect(answer).toMatchObject({ result: 'NEEDS_INFO', canApply: false, missing: ['today'] })
    expect(answer.reasons.map(({ text }) => text)).toEqual(['还不知道今天的日期。'])
  }
})
