import fc from 'fast-check'
import { checkerCodes } from '@domain/policy/checkerCodes'
import { choices, type Assignment } from './exactnessAssignments'
import { BruteForce } from './exactnessBruteForce'
import { differences, inWords } from './exactnessProof'
import type { Fact } from './exactnessFacts'
import { slices } from './exactnessTable'

/*
 * "Unknown" must mean: completions of the missing facts disagree. `npm run proof` compares every household of every
 * slice, each of its facts known or missing, with all the complete households it may be; here a seeded sample of them.
 */

const seed = 20261124
const sampled = 40

/** One way of stating the facts of a slice. */
const anyAssignment = (facts: readonly Fact[]) =>
  fc.array(fc.nat(), { minLength: facts.length, maxLength: facts.length }).map((draws) =>
    draws.reduce<Assignment>((before, draw) => {
      const possible = choices(facts, before, true)
      return [...before, possible[draw % possible.length]]
    }, []),
  )

test('每个项目都在证明里', () => {
  expect([...new Set(slices.map(({ code }) => code))].sort()).toEqual([...checkerCodes].sort())
})

describe.each(slices.map((slice) => [slice.code, slice.title, slice] as const))(
  '%s：%s',
  (_code, _title, slice) => {
    test('不清楚，当且仅当补全的结果不一样；要补的、日期、能不能申请、最少的改动都一样', () => {
      const proof = new BruteForce(slice)
      const drawn = fc.sample(anyAssignment(slice.facts), { seed, numRuns: sampled })
      const wrong = drawn.flatMap((assignment) =>
        differences(proof, assignment).map((each) => `${inWords(slice, assignment)} → ${each}`),
      )
      expect(wrong).toEqual([])
    })
  },
)
