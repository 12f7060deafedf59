import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Household } from '@contracts/household'
import { assess } from '@domain/eligibility/assess'
import type { Household as HouseholdFacts } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { flatFacts } from '../../config/bench/engines/flatFacts'
import { withChainedRules, withNamedConditions } from '../../config/bench/engines/jsonRulesEngine'
import { policyRules } from '../../config/bench/engines/policyRules'
import { publicodes } from '../../config/bench/engines/publicodes'
import { anyHousehold } from '../domain/eligibility/anyHousehold'
import { consistent } from '../domain/eligibility/anyHouseholdConsistent'

/*
 * `npm run bench` sets our engine beside two others. That is fair only when all do the same work: what ours has
 * settled, the others have to answer alike, on the cases and on random households. They know yes and no only, and
 * take what nobody said for no, which is one of the completions: a settled answer holds there too.
 */

interface Case {
  id: string
  title: string
  facts: unknown
  expect: { code: string; result: string }[]
}

const folder = join(__dirname, '../fixtures/eligibility-cases')
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case)
const codes = Object.keys(policyRules) as EntitlementCode[]
const isRuled = (code: string) => (codes as string[]).includes(code)
const satisfied = (result: string) => result === 'ELIGIBLE' || result === 'AUTOMATIC'

const engines = [
  ['json-rules-engine，条件有名字', withNamedConditions()],
  ['json-rules-engine，规则接规则', withChainedRules()],
  ['publicodes', publicodes()],
] as const

test('至少二十五项，三个引擎都判', () => {
  expect(codes.length).toBeGreaterThanOrEqual(25)
})

describe.each(engines)('%s', (_title, answer) => {
  test.each(cases.map((each) => [`${each.id} ${each.title}`, each] as const))(
    '%s：和专家一致',
    async (_name, { facts, expect: expected }) => {
      const found = (await answer(flatFacts(Household.parse(facts)))) as string[]
      const judged = expected.filter(({ code, result }) => isRuled(code) && result !== 'NEEDS_INFO')
      expect(Object.fromEntries(judged.map(({ code }) => [code, found.includes(code)]))).toEqual(
        Object.fromEntries(judged.map(({ code, result }) => [code, satisfied(result)])),
      )
    },
  )

  test('任何家庭：凡已定下的，和我们一致', async () => {
    await fc.assert(
      fc.asyncProperty(anyHousehold.map(consistent), async (household) => {
        expect(differences(household, await answer(flatFacts(household)))).toEqual([])
      }),
      { seed: 20261124, numRuns: 120 },
    )
  })
})

/** Where the answers to one household differ: our result, and whether the other engine says it is satisfied. */
function differences(household: HouseholdFacts, found: readonly EntitlementCode[]): string[] {
  const settled = assess(household).results.filter(
    ({ code, result }) => isRuled(code) && result !== 'NEEDS_INFO',
  )
  return settled
    .filter(({ code, result }) => {
      const isFound = found.includes(code)
      // Met on a day at the latest: some completions may be met now.
      return satisfied(result) !== isFound && !(result === 'NOT_YET' && isFound)
    })
    .map(({ code, result }) => `${code}: ${result}`)
}
