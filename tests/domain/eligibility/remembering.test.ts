import type * as Assess from '@domain/eligibility/assess'
import { assess } from '@domain/eligibility/assess'
import { Decisions } from '@domain/eligibility/decision'
import type { Household } from '@domain/eligibility/facts'
import { placed, remembered, withAll } from '@domain/eligibility/remembering'
import fc from 'fast-check'
import { anyHousehold } from './anyHousehold'

const households = fc.sample(anyHousehold, { seed: 20261125, numRuns: 240 })
const comparedAfresh = 8

/** The answers of an engine that has seen no household before. */
function assessedAfresh(household: Household): unknown {
  let answers: unknown
  jest.isolateModules(() => {
    const engine = jest.requireActual<typeof Assess>('@domain/eligibility/assess')
    answers = engine.assess(household)
  })
  return answers
}

describe('记住的答案', () => {
  it('判过许多别的家庭以后，和第一次就判这一户一样', () => {
    households.forEach(assess)
    const chosen = households.filter((_, at) => at % (households.length / comparedAfresh) === 0)
    for (const household of chosen) expect(assess(household)).toEqual(assessedAfresh(household))
  })

  it('判完以后改动这一户的材料，不影响下一户', () => {
    const family = (): Household => ({
      today: '2026-11-25',
      settings: { seriousIllnesses: ['尿毒症'] },
      child: { birthDate: '2015-03-01', illnesses: ['尿毒症'], disabilities: [], recognised: [] },
      parents: [
        { role: 'father', dead: true },
        { role: 'mother', illnesses: ['尿毒症'] },
      ],
      household: { recognised: ['nearSubsistence'] },
    })
    const first = family()
    const answers = JSON.stringify(assess(first))
    first.settings?.seriousIllnesses?.push('感冒')
    first.child?.illnesses?.push('感冒')
    first.household?.recognised?.push('subsistenceAllowance')
    first.parents?.forEach((parent) => parent.illnesses?.pop())
    expect(JSON.stringify(assess(family()))).toBe(answers)
  })
})

describe('remembered', () => {
  interface Facts {
    decisions: Decisions
    age: number
    school?: string
    name: string
  }
  const decisions = new Decisions()
  const family = (more: Partial<Facts> = {}): Facts => ({ decisions, age: 10, name: '甲', ...more })

  function counted() {
    const found = jest.fn((facts: Facts) => (facts.age < 18 ? 'minor' : (facts.school ?? 'none')))
    return { found, ask: remembered(found) }
  }

  it.each<[string, Partial<Facts>, Partial<Facts>, number]>([
    ['没有读的事实不同：不用再看', { name: '甲' }, { name: '乙' }, 1],
    ['没有读到的那一步不同：不用再看', { school: 'a' }, { school: 'b' }, 1],
    ['读过的事实不同：再看一次', { age: 10 }, { age: 11 }, 2],
    ['读到的第二个事实不同：再看一次', { age: 20, school: 'a' }, { age: 20, school: 'b' }, 2],
    ['不知道和知道不同：再看一次', { age: 20 }, { age: 20, school: 'b' }, 2],
  ])('%s', (_, first, second, times) => {
    const { found, ask } = counted()
    for (const more of [first, second, first, second]) expect(ask(family(more))).toBe(found(family(more)))
    // Four of the calls are the comparison's own.
    expect(found).toHaveBeenCalledTimes(times + 4)
  })

  it('另一批家庭：再看一次，只记住最近的一批', () => {
    const { found, ask } = counted()
    const others = new Decisions()
    for (const more of [{}, {}, { decisions: others }, { decisions: others }, {}]) ask(family(more))
    expect(found).toHaveBeenCalledTimes(3)
  })

  it('事实各在各的位置上，后来加的也在', () => {
    const { found, ask } = counted()
    const named = (age: number) => withAll(placed(family({ age: 20 })), { age: () => age })
    expect([30, 10, 30, 10].map((age) => ask(named(age)))).toEqual(['none', 'minor', 'none', 'minor'])
    expect(found).toHaveBeenCalledTimes(2)
  })

  it('许多不同的值，都记得住', () => {
    const { found, ask } = counted()
    const ages = Array.from({ length: 40 }, (_, at) => at)
    const words = ages.concat(ages).map((age) => ask(family({ age })))
    expect(words).toEqual(ages.concat(ages).map((age) => (age < 18 ? 'minor' : 'none')))
    expect(found).toHaveBeenCalledTimes(ages.length)
  })

  it('一个套一个：里面读过的，外面也算读过', () => {
    const isMinor = remembered((facts: Facts) => facts.age < 18)
    const word = remembered((facts: Facts) => (isMinor(facts) ? 'minor' : 'adult'))
    expect([10, 30, 10, 30].map((age) => word(family({ age })))).toEqual(['minor', 'adult', 'minor', 'adult'])
    const other = remembered((facts: Facts) => (isMinor(facts) ? 'minor' : 'adult'))
    expect([30, 10].map((age) => other(family({ age })))).toEqual(['adult', 'minor'])
  })
})
