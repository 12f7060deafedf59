import type * as Assess from '@domain/eligibility/assess'
import { assess } from '@domain/eligibility/assess'
import type { Household } from '@domain/eligibility/facts'
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
