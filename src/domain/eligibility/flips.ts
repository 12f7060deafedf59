import type { Circumstances, CircumstanceKey, Setting } from './circumstances'
import { completionsOf } from './completions'
import { careSituation, groundSituation, lostSituation } from './parentSituation'
import type { Rule } from './rules'

/*
 * What would have to be otherwise. Every fact is opened to the values that can matter; each way in which the rule
 * then says ELIGIBLE names the facts that must differ from what is known, and the smallest of these sets are kept.
 */

/** For a fact, the values a change could bring; facts without an entry are never proposed as a change. */
function changedValues(
  facts: Circumstances,
  { today }: Setting,
): Partial<Record<CircumstanceKey, readonly unknown[]>> {
  const [from = ''] = facts.hukou.values
  return {
    birthDate: [today],
    recognised: [{ orphan: {} }, { deFactoUnattended: {} }],
    abandoned: [true, false],
    adopted: [false],
    wasDisabled: [true],
    continuesSchool: [true],
    residence: [from.slice(0, 2) === '15' ? '610000' : '150300'],
    father: [lostSituation, groundSituation, careSituation],
    mother: [lostSituation, groundSituation, careSituation],
  }
}

/** The sets of paths of each smallest change that makes the rule say ELIGIBLE whatever is still unknown. */
export function flipsOf(rule: Rule, facts: Circumstances, setting: Setting): string[][] {
  const changes = changedValues(facts, setting)
  const open = withValues(facts, (key) => [...facts[key].values, ...(changes[key] ?? [])])
  const sets: CircumstanceKey[][] = []
  for (const { outcome, assumed } of completionsOf(open, (read) => rule(read, setting, facts))) {
    if (outcome.result !== 'ELIGIBLE') continue
    const read = Object.keys(assumed) as CircumstanceKey[]
    const changed = read.filter((key) => (assumed[key] ?? 0) >= facts[key].values.length)
    const stillOpen = read.filter((key) => !changed.includes(key) && facts[key].values.length > 1)
    const settles = (keys: readonly CircumstanceKey[]) =>
      isEligible(
        rule,
        setting,
        facts,
        withValues(facts, (key) =>
          keys.includes(key) ? [open[key].values[assumed[key] ?? 0]] : facts[key].values,
        ),
      )
    const needed = stillOpen.reduce((keys, key) => {
      const without = keys.filter((each) => each !== key)
      return settles(without) ? without : keys
    }, changed.concat(stillOpen))
    sets.push(needed)
  }
  return smallest(sets).map((keys) => keys.map((key) => facts[key].path))
}

function withValues(
  facts: Circumstances,
  valuesOf: (key: CircumstanceKey) => readonly unknown[],
): Circumstances {
  const changed: Partial<Record<CircumstanceKey, unknown>> = {}
  for (const key of Object.keys(facts) as CircumstanceKey[])
    changed[key] = { ...facts[key], values: valuesOf(key) }
  return changed as unknown as Circumstances
}

function isEligible(rule: Rule, setting: Setting, facts: Circumstances, changed: Circumstances): boolean {
  return completionsOf(changed, (read) => rule(read, setting, facts)).every(
    ({ outcome }) => outcome.result === 'ELIGIBLE',
  )
}

/** The sets that contain no other set, each once. */
function smallest(sets: readonly CircumstanceKey[][]): CircumstanceKey[][] {
  const sorted = sets.map((keys) => keys.slice().sort())
  const distinct = sorted.filter(
    (keys, index) => sorted.findIndex((other) => other.join() === keys.join()) === index,
  )
  return distinct.filter(
    (keys) =>
      !distinct.some((other) => other.length < keys.length && other.every((key) => keys.includes(key))),
  )
}
