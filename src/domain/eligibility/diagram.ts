/*
 * Reduced, ordered decision diagrams with outcomes of any kind at the leaves.
 */

/** One fact that is not known. */
export interface Variable {
  id: number
  /** Place in the order of all facts. */
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

/** Numbers the diagrams of all households, so that what never changes is made once for all of them. */
let created = 0

/** A number no other diagram has. */
export function nextId(): number {
  created += 1
  return created
}

/** An outcome, as a diagram of its own. */
export function leaf<T>(value: T): Settled<T> {
  return { id: nextId(), value, values: [value] }
}

/** Most diagrams are only passed through: their outcomes are listed for those that are read. */
export class Branching<T> implements Open<T> {
  readonly id: number
  private listed: readonly T[] | undefined

  constructor(
    readonly on: Variable,
    readonly branches: readonly Decision<T>[],
  ) {
    this.id = nextId()
  }

  get values(): readonly T[] {
    this.listed ??= outcomesOf(this.branches)
    return this.listed
  }
}

function outcomesOf<T>(branches: readonly Decision<T>[]): T[] {
  const found: T[] = []
  for (const { values } of branches) for (const value of values) if (!found.includes(value)) found.push(value)
  return found
}

export function areSame(decisions: readonly Decision<unknown>[]): boolean {
  const [first] = decisions
  for (const each of decisions) if (each !== first) return false
  return true
}

export function nameOf(id: number, decisions: readonly Decision<unknown>[]): string {
  let name = `${id}`
  for (const each of decisions) name += `,${each.id}`
  return name
}

export const restricted = <T>(decision: Decision<T>, on: Variable, index: number): Decision<T> =>
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
