import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { Household } from '@contracts/household'
import { checkerCodes } from '@domain/policy/checkerCodes'
import type { Household as HouseholdFacts } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import { anyHousehold } from '../../tests/domain/eligibility/anyHousehold'
import { builtEngine } from './builtEngine'
import { checkerFamilies, interviewDay } from './checkerFamilies'
import { flatFacts } from './engines/flatFacts'
import { withChainedRules, withNamedConditions } from './engines/jsonRulesEngine'
import { policyRules } from './engines/policyRules'
import { publicodes } from './engines/publicodes'
import { median, type Figure } from './figures'

const folder = resolve(__dirname, '../../tests/fixtures/eligibility-cases')
const randomHouseholds = 100
/** Random households that are each assessed once. */
const strangers = 1000
const seed = 20261124
const warmUpMs = 3000
const rounds = 9

const mostMs = 0.05
const leastFaster = { jsonRulesEngine: 20, publicodes: 50 }

/** One way of assessing one household, with what it is given made ready beforehand. */
type Assessing = (household: number) => unknown

/**
 * How long one household takes, ours beside two engines in the same process, in turns. The others say yes or no, from facts
 * already read and counted for them. Ours is timed twice, from the facts as stated: for the answers alone, which the others
 * are compared with, and for the whole assessment with reasons, what is missing, every smallest change and other ways.
 */
export async function assessingFigures(): Promise<Figure[]> {
  const cases = casesOfThePolicy()
  const random = fc.sample(anyHousehold, { seed, numRuns: randomHouseholds })
  const households = cases.concat(random)
  const flat = households.map(flatFacts)
  const { assess, readHousehold, standingOf, decisionOf } = builtEngine()
  const deciding = (at: number) => {
    const household = households[at] as HouseholdFacts
    const facts = standingOf(readHousehold(household, household.today ?? ''))
    return checkerCodes.map((code) => decisionOf(code, facts))
  }
  const [chained, named, french] = [withChainedRules(), withNamedConditions(), publicodes()]
  const [ours, decided, quick, documented, peer] = await medians(households.length, [
    (at) => assess(households[at] as HouseholdFacts),
    deciding,
    (at) => chained(flat[at] as ReturnType<typeof flatFacts>),
    (at) => named(flat[at] as ReturnType<typeof flatFacts>),
    (at) => french(flat[at] as ReturnType<typeof flatFacts>),
  ])
  const overall = (times: readonly number[] = []) => median(times)
  const all = assess(households[0] as HouseholdFacts).results.length
  const some = Object.keys(policyRules).length
  const base = overall(decided?.slice(0, cases.length))
  const ofCases = (times: readonly number[] = []) => overall(times.slice(0, cases.length))
  return [
    time(`判断一户的 ${all} 项，带理由和改法（${cases.length} 个例子）`, ofCases(ours), mostMs),
    time(`同上，${random.length} 户随机、大半不清楚`, overall(ours?.slice(cases.length))),
    time(`同上，${strangers} 户按人口的比例、都是第一次判`, firstSeen(assess, likelyFamilies(strangers))),
    time(
      `同上，${strangers} 户随机、大半不清楚、都是第一次判`,
      firstSeen(assess, unlikelyFamilies(strangers)),
    ),
    time(`只判 ${checkerCodes.length} 项（例子）`, base),
    peerFigure(
      `json-rules-engine 判 ${some} 项，规则接规则`,
      ofCases(quick),
      base,
      leastFaster.jsonRulesEngine,
    ),
    peerFigure(
      `json-rules-engine 判 ${some} 项，条件有名字`,
      ofCases(documented),
      base,
      leastFaster.jsonRulesEngine,
    ),
    peerFigure(`publicodes 判 ${some} 项`, ofCases(peer), base, leastFaster.publicodes),
  ]
}

function casesOfThePolicy(): HouseholdFacts[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { facts: unknown })
    .map(({ facts }) => Household.parse(facts))
}

/** Families as the interviews are measured on: they know nearly all of themselves. */
function likelyFamilies(count: number): HouseholdFacts[] {
  return checkerFamilies(count, seed).map((answers) => ({
    ...factsFromAnswers(answers),
    today: interviewDay,
  }))
}

const unlikelyFamilies = (count: number) => fc.sample(anyHousehold, { seed: seed + 1, numRuns: count })

/** The median time of households that were never seen before, by an engine that has seen others. */
function firstSeen(
  assess: (household: HouseholdFacts) => unknown,
  households: readonly HouseholdFacts[],
): number {
  const times = households.map((household) => {
    const started = performance.now()
    assess(household)
    return performance.now() - started
  })
  return median(times)
}

/**
 * For each way the time of each household in ms: the median of the rounds after the warm-up. Before each round one pass
 * that is not timed, so that nobody pays for having to fetch code that the way before has pushed out of the caches.
 */
async function medians(count: number, ways: readonly Assessing[]): Promise<number[][]> {
  const times = ways.map(() => Array.from({ length: count }, (): number[] => []))
  for (const assessing of ways) await warmUp(count, assessing)
  for (let round = 0; round < rounds; round += 1)
    for (const [way, assessing] of ways.entries()) {
      for (let household = 0; household < count; household += 1) await assessing(household)
      for (let household = 0; household < count; household += 1) {
        const started = performance.now()
        const answer = assessing(household)
        if (answer instanceof Promise) await answer
        times[way]?.[household]?.push(performance.now() - started)
      }
    }
  return times.map((ofWay) => ofWay.map(median))
}

/** Every way is given the same time to be compiled as well as it can be. */
async function warmUp(count: number, assessing: Assessing): Promise<void> {
  const until = performance.now() + warmUpMs
  for (let at = 0; performance.now() < until; at += 1) await assessing(at % count)
}

function time(name: string, ms: number, most?: number): Figure {
  const value = `${ms.toFixed(3)} ms`
  return most === undefined ? { name, value } : { name, value, limit: `${most} ms`, ok: ms <= most }
}

function peerFigure(name: string, ms: number, ours: number, least: number): Figure {
  const ratio = ms / ours
  return {
    name,
    value: `${ms.toFixed(3)} ms，是我们的 ${ratio.toFixed(0)} 倍`,
    least: `${least} 倍`,
    ok: ratio >= least,
  }
}
