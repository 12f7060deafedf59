/**
 * Three-valued reading of two-valued rules.
 *
 * A rule is written as ordinary code over complete facts. A fact that is not known has several values it may still
 * have; the rule is run once for every combination of those it actually reads. "Unknown" then means exactly that
 * completions of the facts disagree: a formula in which a fact occurs twice cannot say "unknown" where every
 * completion agrees, as term-by-term (Kleene) evaluation would.
 */
export interface Fact<Value> {
  /** Every value the fact can still have; a known fact has one. */
  values: readonly Value[]
  /** Where the fact is found in the household, or where it would be. */
  path: string
}

type ValueOf<F> = F extends Fact<infer Value> ? Value : never
type FactsOf<F> = { readonly [Key in keyof F]: Fact<unknown> }

/** Gives a rule the value of a fact in the completion at hand. */
export type Read<F> = <Key extends keyof F>(key: Key) => ValueOf<F[Key]>

/** What a completion assumes of each fact, in the order of the facts: the index of a value, or `notAssumed`. */
type Assumptions = readonly number[]

/** The fact is known, or the rule did not read it. */
const notAssumed = -1

export interface Completion<Outcome> {
  outcome: Outcome
  assumed: Assumptions
}

interface Step {
  fact: number
  index: number
  count: number
}

/** Runs `rule` on every completion it can tell apart; one run when everything it reads is known. */
export function completionsOf<F extends FactsOf<F>, Outcome>(
  facts: F,
  rule: (read: Read<F>) => Outcome,
): Completion<Outcome>[] {
  const keys = Object.keys(facts) as (keyof F)[]
  const found: Completion<Outcome>[] = []
  const trail: Step[] = []
  do {
    const assumed = keys.map(() => notAssumed)
    let depth = 0
    const read = (key: keyof F): unknown => {
      const { values } = facts[key]
      if (values.length === 1) return values[0]
      const fact = keys.indexOf(key)
      const already = assumed[fact] ?? notAssumed
      if (already !== notAssumed) return values[already]
      const step = trail[depth] ?? { fact, index: 0, count: values.length }
      trail[depth] = step
      depth += 1
      assumed[fact] = step.index
      return values[step.index]
    }
    found.push({ outcome: rule(read as Read<F>), assumed })
  } while (advance(trail))
  return found
}

/** Moves to the next combination, like an odometer; false after the last. */
function advance(trail: Step[]): boolean {
  for (;;) {
    const last = trail[trail.length - 1]
    if (!last) return false
    last.index += 1
    if (last.index < last.count) return true
    trail.pop()
  }
}

/** What a completion assumes: facts with the index of their value. */
export function assumptionsOf<F extends FactsOf<F>>(
  facts: F,
  { assumed }: Completion<unknown>,
): (readonly [keyof F, number])[] {
  const keys = Object.keys(facts) as (keyof F)[]
  const all = keys.map((key, fact) => [key, assumed[fact] ?? notAssumed] as const)
  return all.filter(([, index]) => index !== notAssumed)
}

/** A fact on which alone two completions conflict, while their outcomes differ. */
export interface Difference<Key> {
  key: Key
  /** Indices of the two values. */
  values: readonly [number, number]
}

/**
 * The facts that decide: those for which two completions differ in nothing else and have different outcomes. All of
 * them together settle the outcome whatever they turn out to be, and no smaller set does.
 * @returns every pair of values between which some outcome changes, each once
 */
export function decidingDifferences<F extends FactsOf<F>, Outcome>(
  facts: F,
  completions: readonly Completion<Outcome>[],
  isSame: (a: Outcome, b: Outcome) => boolean,
): Difference<keyof F>[] {
  const keys = Object.keys(facts) as (keyof F)[]
  const seen: Record<string, true> = {}
  const found: Difference<keyof F>[] = []
  for (let first = 0; first < completions.length; first += 1) {
    const a = completions[first] as Completion<Outcome>
    for (let second = first + 1; second < completions.length; second += 1) {
      const b = completions[second] as Completion<Outcome>
      if (isSame(a.outcome, b.outcome)) continue
      const fact = onlyConflict(a.assumed, b.assumed)
      if (fact === undefined) continue
      const values = [a.assumed[fact] ?? 0, b.assumed[fact] ?? 0] as const
      const name = `${fact}:${values[0]}:${values[1]}`
      if (!seen[name]) found.push({ key: keys[fact] as keyof F, values })
      seen[name] = true
    }
  }
  return found
}

/** The one fact on which two completions conflict; undefined when there is none or more than one. */
function onlyConflict(a: Assumptions, b: Assumptions): number | undefined {
  let conflict: number | undefined
  for (let fact = 0; fact < a.length; fact += 1) {
    if (a[fact] === b[fact] || a[fact] === notAssumed || b[fact] === notAssumed) continue
    if (conflict !== undefined) return undefined
    conflict = fact
  }
  return conflict
}
