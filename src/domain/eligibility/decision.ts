/**
 * Three-valued reading of two-valued rules.
 *
 * A rule is ordinary code over complete facts. What depends on facts that are not known is a reduced, ordered decision
 * diagram over them (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986; with outcomes of any kind
 * at the leaves): the rule is run once for every combination of values it can tell apart, and what does not change the
 * outcome disappears. "Unknown" therefore means exactly that completions of the facts disagree; a formula in which a fact
 * occurs twice cannot say "unknown" where every completion agrees, as term-by-term (Kleene) evaluation would.
 */
export interface Variable {
  /** Place in the order of all variables of the household. */
  order: number
  /** Where the fact would be stated, e.g. `child.birthDate`. */
  path: string
  /** How many values it may still have. */
  count: number
}

/** An outcome that no unknown fact can change. */
export interface Settled<T> {
  readonly id: number
  readonly on?: undefined
  readonly value: T
  readonly values: readonly T[]
}

/** An outcome that depends on a fact: one branch for each of its values. */
export interface Open<T> {
  readonly id: number
  readonly on: Variable
  readonly branches: readonly Decision<T>[]
  /** Every outcome at its leaves, each once. */
  readonly values: readonly T[]
}

export type Decision<T> = Settled<T> | Open<T>

/**
 * Gives a rule the value of a decision in the completion at hand, or what `of` makes of it. A rule that asks for less
 * tells fewer completions apart: `of` must be the same function every time.
 */
export interface Read {
  <T>(decision: Decision<T>): T
  <T, U>(decision: Decision<T>, of: (value: T) => U): U
}

interface Choice {
  of: Decision<unknown>
  index: number
}

interface Run<T> {
  choices: readonly Choice[]
  outcome: T
}

/** The decisions about one household. Equal outcomes and equal diagrams are one object, so that comparing is cheap. */
export class Decisions {
  private created = 0
  private variables = 0
  private readonly leaves = new Map<unknown, Settled<unknown>>()
  private readonly nodes = new Map<string, Open<unknown>>()
  private readonly views = new Map<Decision<unknown>, Map<unknown, Decision<unknown>>>()

  /** A fact that may have any of `values`; known when there is one. */
  fact<T>(path: string, values: readonly T[]): Decision<T> {
    if (values.length === 1) return this.known(values[0] as T)
    const on = { order: this.variables++, path, count: values.length }
    return this.node(
      on,
      values.map((value) => (typeof value === 'object' ? this.known(value) : this.settled(value))),
    )
  }

  /** A fact that is known; also what a rule says where everything it reads is known. */
  known<T>(value: T): Settled<T> {
    return { id: this.created++, value, values: [value] }
  }

  /** What `rule` says of every completion of the decisions it reads. It must depend on nothing else. */
  decide<T>(rule: (read: Read) => T): Decision<T> {
    const trail: Choice[] = []
    const runs: Run<T>[] = []
    do {
      let depth = 0
      const read = (decision: Decision<unknown>, of?: (value: unknown) => unknown): unknown => {
        if (!decision.on) return of ? of(decision.value) : decision.value
        const asked = of ? this.view(decision, of) : decision
        if (!asked.on) return asked.value
        for (let at = 0; at < depth; at += 1) if (trail[at]?.of === asked) return valueAt(asked, trail[at])
        const choice = trail[depth] ?? { of: asked, index: 0 }
        trail[depth] = choice
        depth += 1
        return valueAt(asked, choice)
      }
      const outcome = rule(read as Read)
      if (trail.length === 0) return this.known(outcome)
      runs.push({ choices: trail.map((choice) => ({ ...choice })), outcome })
    } while (advance(trail))
    return this.assembled(runs, 0)
  }

  /** The same diagram with other outcomes; what they no longer tell apart disappears. */
  map<T, U>(decision: Decision<T>, of: (value: T) => U): Decision<U> {
    return this.select(
      decision,
      decision.values.map((value) => this.settled(of(value))),
    )
  }

  private view(decision: Decision<unknown>, of: (value: unknown) => unknown): Decision<unknown> {
    const views = this.views.get(decision) ?? new Map<unknown, Decision<unknown>>()
    this.views.set(decision, views)
    const found = views.get(of) ?? this.map(decision, of)
    views.set(of, found)
    return found
  }

  /** The diagram of the runs, which agree in their first `depth` choices. */
  private assembled<T>(runs: readonly Run<T>[], depth: number): Decision<T> {
    const [first] = runs as [Run<T>]
    const choice = first.choices[depth]
    if (!choice) return this.settled(first.outcome)
    const results = choice.of.values.map((_, index) =>
      this.assembled(
        runs.filter(({ choices }) => choices[depth]?.index === index),
        depth + 1,
      ),
    )
    return this.select(choice.of, results)
  }

  /** The one of `results` that belongs to the value of `on`, in one diagram. */
  private select<V, T>(on: Decision<V>, results: readonly Decision<T>[]): Decision<T> {
    const { values } = on
    const seen = new Map<string, Decision<T>>()
    const walk = (at: Decision<V>, choices: readonly Decision<T>[]): Decision<T> => {
      if (!at.on) return choices[values.indexOf(at.value)] as Decision<T>
      const [first] = choices as [Decision<T>]
      if (choices.every(({ id }) => id === first.id)) return first
      const name = choices.reduce((all, { id }) => `${all},${id}`, `${at.id}`)
      const found = seen.get(name)
      if (found) return found
      const top = choices.reduce((least, { on: next }) => earlier(least, next), at.on)
      const branches: Decision<T>[] = []
      for (let index = 0; index < top.count; index += 1)
        branches.push(
          walk(
            restricted(at, top, index),
            choices.map((each) => restricted(each, top, index)),
          ),
        )
      const node = this.node(top, branches)
      seen.set(name, node)
      return node
    }
    return walk(on, results)
  }

  private settled<T>(value: T): Settled<T> {
    const same = this.leaves.get(value)
    if (same) return same as Settled<T>
    const name = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    const leaf = (this.leaves.get(name) as Settled<T> | undefined) ?? this.known(value)
    this.leaves.set(name, leaf)
    this.leaves.set(value, leaf)
    return leaf
  }

  private node<T>(on: Variable, branches: readonly Decision<T>[]): Decision<T> {
    const [first] = branches as [Decision<T>]
    if (branches.every(({ id }) => id === first.id)) return first
    const name = branches.reduce((all, { id }) => `${all},${id}`, `${on.order}`)
    const found = this.nodes.get(name) as Open<T> | undefined
    if (found) return found
    const values: T[] = []
    for (const branch of branches)
      for (const value of branch.values) if (!values.includes(value)) values.push(value)
    const node = { id: this.created++, on, branches, values }
    this.nodes.set(name, node)
    return node
  }
}

const valueAt = <T>({ values }: Decision<T>, choice: Choice | undefined) => values[choice?.index ?? 0] as T

/** Moves to the next combination, like an odometer; false after the last. */
function advance(trail: Choice[]): boolean {
  for (;;) {
    const last = trail[trail.length - 1]
    if (!last) return false
    last.index += 1
    if (last.index < last.of.values.length) return true
    trail.pop()
  }
}

const earlier = (a: Variable, b: Variable | undefined) => (b && b.order < a.order ? b : a)

const restricted = <T>(decision: Decision<T>, on: Variable, index: number): Decision<T> =>
  decision.on === on ? (decision.branches[index] as Decision<T>) : decision

/**
 * The facts on which an outcome depends. All of them together settle it whatever they turn out to be, and no smaller set
 * does: in a reduced diagram a fact stands only where two completions differ in nothing else and end differently.
 */
export function variablesOf(decision: Decision<unknown>): Variable[] {
  const found: Variable[] = []
  const seen = new Set<number>()
  const visit = (at: Decision<unknown>) => {
    if (!at.on || seen.has(at.id)) return
    seen.add(at.id)
    if (!found.includes(at.on)) found.push(at.on)
    at.branches.forEach(visit)
  }
  visit(decision)
  return found.sort((a, b) => a.order - b.order)
}
