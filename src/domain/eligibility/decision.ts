import {
  areSame,
  Branching,
  leaf,
  nameOf,
  nextId,
  restricted,
  type Decision,
  type Open,
  type Settled,
  type Variable,
} from './diagram'

/*
 * Three-valued reading of two-valued rules.
 *
 * A rule is ordinary code over complete facts. What depends on facts that are not known is a reduced, ordered decision
 * diagram over them (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986; with outcomes of any kind
 * at the leaves): the rule is run once for every combination of values it can tell apart, and what does not change the
 * outcome disappears. "Unknown" therefore means exactly that completions of the facts disagree; a formula in which a fact
 * occurs twice cannot say "unknown" where every completion agrees, as term-by-term (Kleene) evaluation would.
 */

/**
 * Gives a rule the value of a decision in the completion at hand, or what `of` makes of it. A rule that asks for less
 * tells fewer completions apart: `of` must be the same function every time.
 */
export interface Read {
  <T>(decision: Decision<T>): T
  <T, U>(decision: Decision<T>, of: (value: T) => U): U
}

/** A decision read in a run, the value assumed of it, and what the values before it led to. */
interface Choice<T> {
  of: Decision<unknown>
  index: number
  results: Decision<T>[]
}

const bools: readonly boolean[] = Object.freeze([true, false])

/**
 * Diagrams over the facts of any number of households. Equal facts, outcomes and diagrams are one object whichever
 * household they were made for, so that comparing is cheap and what was found for one household serves the next.
 */
export class Decisions {
  /** How much is remembered, in entries. */
  size = 0
  private place = 0
  private readonly open = new Map<number, Map<unknown, Open<unknown>>>()
  private readonly outcomes = new Map<unknown, Settled<unknown>>()
  private readonly texts = new Map<string, Settled<unknown>>()
  private readonly nodes = new Map<string, Open<unknown>>()
  private readonly views = new Map<Decision<unknown>, Map<unknown, Decision<unknown>>>()

  /**
   * The facts that follow stand from here in the order of all facts. A fact must have the same place in every household,
   * and no two facts of a household may share one.
   */
  startAt(place: number): void {
    this.place = place
  }

  /** A fact that may have any of `values`; known when there is one. */
  fact<T>(path: string, values: readonly T[]): Decision<T> {
    const order = this.place
    this.place += 1
    if (values.length === 1) return this.known(values[0] as T)
    const here = this.open.get(order) ?? new Map<unknown, Open<unknown>>()
    this.open.set(order, here)
    const name = Object.isFrozen(values) ? values : path + JSON.stringify(values)
    const found = here.get(name) as Open<T> | undefined
    if (found) return found
    const on = { id: nextId(), order, path, count: values.length }
    const branches = values.map((value) => this.known(value))
    const made = { id: on.id, on, branches, values: branches.map(({ value }) => value) }
    here.set(name, made)
    this.size += 1
    return made
  }

  /** A fact that is either so or not; known where `value` is. */
  yesOrNo(path: string, value: boolean | undefined): Decision<boolean> {
    if (value === undefined) return this.fact(path, bools)
    this.place += 1
    return this.known(value)
  }

  /** A fact that is known; also what a rule says where everything it reads is known. */
  known<T>(value: T): Settled<T> {
    const found = this.outcomes.get(value) as Settled<T> | undefined
    if (found) return found
    const made = typeof value === 'object' && value !== null ? this.ofText(value) : leaf(value)
    // Whatever is made anew for every household is known by its text alone.
    if (typeof value === 'object' && !Object.isFrozen(value)) return made
    this.outcomes.set(value, made)
    this.size += 1
    return made
  }

  private ofText<T>(value: T): Settled<T> {
    const text = JSON.stringify(value)
    const found = this.texts.get(text) as Settled<T> | undefined
    if (found) return found
    const made = leaf(value)
    this.texts.set(text, made)
    this.size += 1
    return made
  }

  /** What `rule` says of every completion of the decisions it reads. It must depend on nothing else. */
  decide<T>(rule: (read: Read) => T): Decision<T> {
    const trail: Choice<T>[] = []
    let depth = 0
    const read = (decision: Decision<unknown>, of?: (value: unknown) => unknown): unknown => {
      if (!decision.on) return of ? of(decision.value) : decision.value
      const asked = of ? this.view(decision, of) : decision
      if (!asked.on) return asked.value
      for (let at = 0; at < depth; at += 1) {
        const made = trail[at] as Choice<T>
        if (made.of === asked) return asked.values[made.index]
      }
      const choice = trail[depth] ?? { of: asked, index: 0, results: [] }
      trail[depth] = choice
      depth += 1
      return asked.values[choice.index]
    }
    for (;;) {
      depth = 0
      const outcome = rule(read as Read)
      if (trail.length === 0) return this.known(outcome)
      const whole = this.taken(trail, this.known(outcome))
      if (whole) return whole
    }
  }

  /** The same diagram with other outcomes; what they no longer tell apart disappears. */
  map<T, U>(decision: Decision<T>, of: (value: T) => U): Decision<U> {
    if (!decision.on) return this.known(of(decision.value))
    return this.select(
      decision,
      decision.values.map((value) => this.known(of(value))),
    )
  }

  /**
   * Keeps what a run led to and moves to the next combination, like an odometer.
   * @returns the whole diagram after the last combination
   */
  private taken<T>(trail: Choice<T>[], outcome: Decision<T>): Decision<T> | undefined {
    let result = outcome
    for (;;) {
      const last = trail[trail.length - 1]
      if (!last) return result
      last.results.push(result)
      last.index += 1
      if (last.index < last.of.values.length) return undefined
      result = this.select(last.of, last.results)
      trail.pop()
    }
  }

  private view(decision: Decision<unknown>, of: (value: unknown) => unknown): Decision<unknown> {
    const views = this.views.get(decision) ?? new Map<unknown, Decision<unknown>>()
    this.views.set(decision, views)
    const found = views.get(of)
    if (found) return found
    const made = this.map(decision, of)
    views.set(of, made)
    this.size += 1
    return made
  }

  /** The one of `results` that belongs to the value of `on`, in one diagram. */
  private select<V, T>(on: Decision<V>, results: readonly Decision<T>[]): Decision<T> {
    if (areSame(results)) return results[0] as Decision<T>
    return results.some(({ on: next }) => next)
      ? this.joined(on, on.values, results, new Map())
      : this.replaced(on, on.values, results, new Map())
  }

  /** Outcomes for outcomes: the diagram keeps its shape, but for what is no longer told apart. */
  private replaced<V, T>(
    at: Decision<V>,
    values: readonly V[],
    outcomes: readonly Decision<T>[],
    seen: Map<number, Decision<T>>,
  ): Decision<T> {
    if (!at.on) return outcomes[values.indexOf(at.value)] as Decision<T>
    const known = seen.get(at.id)
    if (known) return known
    const branches: Decision<T>[] = []
    for (const branch of at.branches) branches.push(this.replaced(branch, values, outcomes, seen))
    const node = this.node(at.on, branches)
    seen.set(at.id, node)
    return node
  }

  /** Diagrams for outcomes: the earliest fact of all of them comes first. */
  private joined<V, T>(
    at: Decision<V>,
    values: readonly V[],
    results: readonly Decision<T>[],
    seen: Map<string, Decision<T>>,
  ): Decision<T> {
    if (!at.on) return results[values.indexOf(at.value)] as Decision<T>
    if (areSame(results)) return results[0] as Decision<T>
    const name = nameOf(at.id, results)
    const known = seen.get(name)
    if (known) return known
    let top: Variable = at.on
    for (const { on: next } of results) if (next && next.order < top.order) top = next
    const branches: Decision<T>[] = []
    for (let index = 0; index < top.count; index += 1) {
      const further = results.map((each) => restricted(each, top, index))
      branches.push(this.joined(restricted(at, top, index), values, further, seen))
    }
    const node = this.node(top, branches)
    seen.set(name, node)
    return node
  }

  private node<T>(on: Variable, branches: readonly Decision<T>[]): Decision<T> {
    if (areSame(branches)) return branches[0] as Decision<T>
    const name = nameOf(on.id, branches)
    const found = this.nodes.get(name) as Open<T> | undefined
    if (found) return found
    const node = new Branching(on, branches)
    this.nodes.set(name, node)
    this.size += 1
    return node
  }
}
