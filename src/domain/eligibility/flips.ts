import type { Circumstances, CircumstanceKey, Setting } from './circumstances'
import { completionsOf } from './completions'
import { groundSituation, lostSituation, unique } from './parentSituation'
import type { Rule } from './rules'

/*
 * What would have to be otherwise. A change can only matter when it touches a fact the rule reads, so the search
 * goes from the facts read now to those read after a first change, and stops at the smallest number of changes with
 * which the rule says ELIGIBLE.
 */

type Change = Partial<Record<CircumstanceKey, unknown>>

const mostChanges = 4

/** The values a change could bring to a fact; facts without an entry are never proposed as a change. */
const changedValues: Partial<Record<CircumstanceKey, readonly unknown[]>> = {
  adultOn: ['9000-01-01'],
  recognised: [{ orphan: {} }, { deFactoUnattended: {} }],
  abandoned: [true, false],
  adopted: [false],
  wasDisabled: [true],
  continuesSchool: [true],
  residence: ['150300', '610000'],
  father: [lostSituation, groundSituation],
  mother: [lostSituation, groundSituation],
}

/**
 * Each smallest change of facts that makes the rule say ELIGIBLE, whatever else is still unknown.
 * @returns sets of paths, all of the same size; empty when no change of these facts would do
 */
export function flipsOf(rule: Rule, facts: Circumstances, setting: Setting): string[][] {
  let candidates: Change[] = [{}]
  for (let size = 0; size <= mostChanges && candidates.length > 0; size += 1) {
    const tried = candidates.map((change) => ({
      change,
      ...tryOut(rule, withChange(facts, change), setting),
    }))
    const found = tried.filter(({ isEligible }) => isEligible).map(({ change }) => keysOf(change))
    if (found.length > 0) return distinct(found).map((keys) => keys.map((key) => facts[key].path))
    candidates = distinctChanges(
      tried.reduce<Change[]>((list, { change, read }) => list.concat(furtherChanges(change, read)), []),
    )
  }
  return []
}

const keysOf = (change: Change) => (Object.keys(change) as CircumstanceKey[]).sort()

const distinct = (sets: readonly CircumstanceKey[][]) =>
  sets.filter((keys, index) => sets.findIndex((other) => other.join() === keys.join()) === index)

/** Each change once: the same facts are reached in more than one order. */
function distinctChanges(changes: readonly Change[]): Change[] {
  const seen: Record<string, true> = {}
  return changes.filter((change) => {
    const name = JSON.stringify(keysOf(change).map((key) => [key, change[key]]))
    const isNew = !seen[name]
    seen[name] = true
    return isNew
  })
}

/** One more change, of a fact that was read. */
function furtherChanges(change: Change, read: readonly CircumstanceKey[]): Change[] {
  return read
    .filter((key) => !(key in change))
    .reduce<Change[]>(
      (list, key) => list.concat((changedValues[key] ?? []).map((value) => ({ ...change, [key]: value }))),
      [],
    )
}

function withChange(facts: Circumstances, change: Change): Circumstances {
  const changed: Change = { ...facts }
  for (const key of keysOf(change)) changed[key] = { ...facts[key], values: [change[key]] }
  return changed as unknown as Circumstances
}

function tryOut(
  rule: Rule,
  facts: Circumstances,
  setting: Setting,
): { isEligible: boolean; read: CircumstanceKey[] } {
  const read: CircumstanceKey[] = []
  const completions = completionsOf(facts, (readFact) => {
    const noting: typeof readFact = (key) => {
      read.push(key)
      return readFact(key)
    }
    return rule(noting, setting, facts)
  })
  return { isEligible: completions.every(({ outcome }) => outcome.result === 'ELIGIBLE'), read: unique(read) }
}
