import { Decisions } from './decision'

/*
 * What was found from some facts is found again without looking when the same facts come back (Abadi, Lampson, Lévy,
 * "Analysis and Caching of Dependencies", 1996). Which facts those are is seen while they are read, so that no list of
 * them can be forgotten or grow stale. Facts are compared as objects: `Decisions` makes equal ones the same.
 */

/** Entries kept before all of them are dropped: 40 MB at most, which only a server that sees many families ever fills. */
const kept = 100_000

let decisions = new Decisions()

/** The diagrams that the next household is read into. A household keeps those it was read into. */
export function decisionsForNext(): Decisions {
  if (decisions.size > kept) decisions = new Decisions()
  return decisions
}

const texts = new WeakMap<Decisions, Map<string, unknown>>()

/**
 * One object for everything of the same text.
 * @param text says all that `make` depends on
 * @param make what it returns belongs to every household of the same text
 */
export function once<T>(owner: Decisions, text: string, make: () => T): T {
  const known = texts.get(owner) ?? new Map<string, unknown>()
  texts.set(owner, known)
  const found = known.get(text) as T | undefined
  if (found !== undefined) return found
  const made = make()
  known.set(text, made)
  owner.size += 1
  return made
}

/** A fact that was read, and for each value it has had, what was read then. */
interface Step<F, T> {
  fact: keyof F & string
  next: Map<unknown, Step<F, T> | Found<T>>
}

interface Found<T> {
  next?: undefined
  value: T
}

interface Facts {
  readonly decisions: Decisions
}

/**
 * @param find reads nothing but `facts`, and there only what is a primitive value or one object for all households that
 *   have the same; what it returns belongs to all of them
 * @returns the same function, which looks no further where it has read the same facts before
 */
export function remembered<F extends Facts, T>(find: (facts: F) => T): (facts: F) => T {
  const found = new WeakMap<Decisions, Step<F, T> | Found<T>>()
  return (facts) => {
    const start = found.get(facts.decisions)
    let at = start
    while (at?.next) at = at.next.get(facts[at.fact])
    if (at) return at.value
    const { watched, seen } = watching(facts)
    const value = find(watched)
    facts.decisions.size += seen.length
    found.set(facts.decisions, withWay(start, facts, seen, { value }))
    return value
  }
}

/** The same steps and one more way through them: what is read next follows from what was read before. */
function withWay<F, T>(
  known: Step<F, T> | Found<T> | undefined,
  facts: F,
  [fact, ...others]: readonly (keyof F & string)[],
  end: Found<T>,
): Step<F, T> | Found<T> {
  if (fact === undefined) return end
  const step: Step<F, T> = known?.next ? known : { fact, next: new Map() }
  const value = facts[fact]
  step.next.set(value, withWay(step.next.get(value), facts, others, end))
  return step
}

/** Adds what each function of a table makes of the facts, one after the other: what comes later reads what came before. */
export function withAll<F extends object, K extends keyof F>(
  facts: F,
  table: { readonly [Name in K]: (facts: F) => F[Name] },
): F {
  for (const name of Object.keys(table) as K[]) facts[name] = table[name](facts)
  return facts
}

class Watch {
  readonly seen: string[] = []
  constructor(readonly facts: object) {}
}

/** The same facts, and the names of those that are read, in the order in which they are read first. */
function watching<F extends object>(facts: F): { watched: F; seen: readonly (keyof F & string)[] } {
  if (!(facts instanceof Watch)) Object.keys(facts).forEach(show)
  const watch = new Watch(facts)
  return { watched: watch as object as F, seen: watch.seen as (keyof F & string)[] }
}

/** Every household has the same facts, known or not: they are shown once. */
function show(fact: string): void {
  if (fact in Watch.prototype) return
  Object.defineProperty(Watch.prototype, fact, {
    get(this: Watch) {
      if (fact !== 'decisions' && this.seen.indexOf(fact) < 0) this.seen.push(fact)
      return this.facts[fact as keyof object]
    },
  })
}
