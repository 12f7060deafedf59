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

export type Facts = Readonly<Record<string, Fact<unknown>>>
type ValueOf<F> = F extends Fact<infer Value> ? Value : never

/** Gives a rule the value of a fact in the completion at hand. */
export type Read<F> = <Key extends keyof F>(key: Key) => ValueOf<F[Key]>

/** One completion, as far as the rule read it: `assumed` holds the index of the value of every unknown fact read. */
export interface Completion<Outcome> {
  outcome: Outcome
  assumed: Readonly<Record<string, number>>
}

interface Step {
  key: string
  index: number
  count: number
}

/** Runs `rule` on every completion it can tell apart; one run when everything it reads is known. */
export function completionsOf<F extends { [Key in keyof F]: Fact<unknown> }, Outcome>(
  facts: F,
  rule: (read: Read<F>) => Outcome,
): Completion<Outcome>[] {
  const found: Completion<Outcome>[] = []
  const trail: Step[] = []
  do {
    const assumed: Record<string, number> = {}
    let depth = 0
    const read = (key: keyof F & string): unknown => {
      const { values } = facts[key]
      if (values.length === 1) return values[0]
      const known = assumed[key]
      if (known !== undefined) return values[known]
      const step = trail[depth] ?? { key, index: 0, count: values.length }
      trail[depth] = step
      depth += 1
      assumed[key] = step.index
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

/** A fact that two completions hold differently, alone, with different outcomes. */
export interface Difference<Outcome> {
  key: string
  /** The two values' indices, and the outcome with each. */
  values: readonly [number, number]
  outcomes: readonly [Outcome, Outcome]
}

/**
 * The facts that decide: those for which two completions differ in nothing else and have different outcomes. All of
 * them together settle the outcome whatever they turn out to be, and no smaller set does.
 */
export function decidingDifferences<Outcome>(
  completions: readonly Completion<Outcome>[],
  isSame: (a: Outcome, b: Outcome) => boolean,
): Difference<Outcome>[] {
  const found: Difference<Outcome>[] = []
  completions.forEach((a, position) => {
    for (const b of completions.slice(position + 1)) {
      if (isSame(a.outcome, b.outcome)) continue
      const key = onlyConflict(a.assumed, b.assumed)
      if (key === undefined) continue
      const values = [a.assumed[key] ?? 0, b.assumed[key] ?? 0] as const
      found.push({ key, values, outcomes: [a.outcome, b.outcome] })
    }
  })
  return found
}

/** The one fact on which two completions conflict; undefined when there is none or more than one. */
function onlyConflict(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): string | undefined {
  let conflict: string | undefined
  for (const key of Object.keys(a)) {
    const other = b[key]
    if (other === undefined || other === a[key]) continue
    if (conflict !== undefined) return undefined
    conflict = key
  }
  return conflict
}
