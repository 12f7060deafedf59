import type { CheckerCode } from '@domain/policy/checkerCodes'
import { readHousehold, type Circumstances } from './circumstances'
import type { Settings } from './facts'
import { isPast, likenessOf } from './likeness'
import { decisionOf, standingOf } from './rules/ruleTable'
import type { Standing } from './rules/rule'
import { smallestChanges, waysTo, type Ways } from './smallestChanges'
import { isMet, mayApply, type Verdict } from './verdict'

/*
 * What would have to be otherwise. Each rule is read once for a household of which nothing is known; in its diagram a
 * household's own values cost nothing, and every other value is one change. The cheapest ways to the wanted outcome are
 * the smallest changes.
 */

type Outcome = 'met' | 'open' | 'no'
const outcomeOf = (verdict: Verdict): Outcome =>
  isMet(verdict) && !verdict.whileEnding ? 'met' : mayApply(verdict) ? 'open' : 'no'

/** Any day: on an unknown household nothing is dated but by it. */
const someDay = '2000-01-01'

interface Unknown {
  facts: Standing
  ways: Partial<Record<CheckerCode, Ways>>
}

const unknowns = new Map<string, Unknown>()
/** A city has one set of settings; more are seen only where cases with different ones are compared. */
const settingsKept = 64

/** The unknown household under the settings the rules' outcomes depend on; read once for as long as they stay. */
function unknownUnder(settings: Settings): Unknown {
  const { rehabMaxAgeInclusive, seriousIllnesses, chronicOutpatientIllnesses, gradualExitMonths } = settings
  const name = JSON.stringify([
    rehabMaxAgeInclusive,
    seriousIllnesses,
    chronicOutpatientIllnesses,
    gradualExitMonths == null,
  ])
  const known = unknowns.get(name)
  if (known) return known
  const unknown: Unknown = { facts: standingOf(readHousehold({ settings }, someDay)), ways: {} }
  if (unknowns.size >= settingsKept) unknowns.clear()
  unknowns.set(name, unknown)
  return unknown
}

/** To where the rule is met; for what is always a department's decision, to where an application can be handed in. */
function waysOf(code: CheckerCode, { facts, ways }: Unknown): Ways {
  const known = ways[code]
  if (known) return known
  const diagram = facts.decisions.map(decisionOf(code, facts), outcomeOf)
  const found = waysTo(diagram, diagram.values.includes('met') ? 'met' : 'open')
  ways[code] = found
  return found
}

/**
 * The smallest changes for one entitlement of a household.
 * @returns each smallest set of facts that, put otherwise, makes the rule met whatever else is unknown (or lets an
 *   application be handed in, where a department always decides); as paths
 */
export function flipsOf(code: CheckerCode, household: Circumstances): string[][] {
  const unknown = unknownUnder(household.settings)
  const ways = waysOf(code, unknown)
  const own: number[] = []
  for (const fact of ways.facts) own[fact] = likenessOf(ways.paths[fact] ?? '', household, unknown.facts)
  return smallestChanges(ways, (fact) => own[fact] ?? 0, isPast)
}
