import type { Fact } from './exactnessFacts'

/** For each fact the index of its value; undefined = not known; `without` = what it is part of has no such part. */
export type Assignment = readonly (number | undefined)[]
export const without = -1

/** Every way of stating the facts; a part is stated only where its whole has it. */
export function* assignments(
  facts: readonly Fact[],
  isPartial: boolean,
  before: Assignment = [],
): Generator<Assignment> {
  const fact = facts[before.length]
  if (!fact) return yield before
  for (const index of choices(facts, before, isPartial))
    yield* assignments(facts, isPartial, [...before, index])
}

/** What the next fact may be, after those before it. */
export function choices(
  facts: readonly Fact[],
  before: Assignment,
  isPartial: boolean,
): (number | undefined)[] {
  const fact = facts[before.length] as Fact
  const { partOf } = fact
  if (partOf) {
    const at = facts.findIndex(({ path }) => path === partOf.fact.path)
    const index = before[at]
    if (index === undefined) return [undefined]
    if (!partOf.where(facts[at]?.values[index]?.[1])) return [without]
  }
  const indices = [...fact.values.keys()]
  return isPartial && !fact.isStated ? [...indices, undefined] : indices
}
