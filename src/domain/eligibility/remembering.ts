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
  isEnd: false
  fact: keyof F & string
  place: number
  /** The two values that came first stand here: most households have one of them, and a table is slower. */
  one: unknown
  afterOne: After<F, T> | undefined
  other: unknown
  afterOther: After<F, T> | undefined
  afterRest: Map<unknown, After<F, T>> | undefined
}

interface Found<T> {
  isEnd: true
  value: T
}

type After<F, T> = Step<F, T> | Found<T>

/** All steps have one shape, which makes walking them quick. */
const stepOn = <F, T>(fact: keyof F & string): Step<F, T> => ({
  isEnd: false,
  fact,
  place: placeOf(fact),
  one: undefined,
  afterOne: undefined,
  other: undefined,
  afterOther: undefined,
  afterRest: undefined,
})

function after<F, T>(step: Step<F, T>, value: unknown): After<F, T> | undefined {
  if (value === step.one) return step.afterOne
  if (value === step.other) return step.afterOther
  return step.afterRest?.get(value)
}

function keepAfter<F, T>(step: Step<F, T>, value: unknown, found: After<F, T>): void {
  if (!step.afterOne || value === step.one) {
    step.one = value
    step.afterOne = found
  } else if (!step.afterOther || value === step.other) {
    step.other = value
    step.afterOther = found
  } else {
    step.afterRest ??= new Map<unknown, After<F, T>>()
    step.afterRest.set(value, found)
  }
}

/** Facts that answers are remembered of. */
export interface Remembering {
  readonly decisions: Decisions
  /** All of them once more, each at its place: reading by place takes a fraction of the time of reading by name. */
  placed?: unknown[]
}

const places = new Map<string, number>()

function placeOf(fact: string): number {
  const place = places.get(fact) ?? places.size
  places.set(fact, place)
  return place
}

/** Puts the facts in their places. What is added to them later is added by {@link withAll}. */
export function placed<F extends Remembering>(facts: F): F {
  const list: unknown[] = []
  for (const fact of Object.keys(facts)) list[placeOf(fact)] = facts[fact as keyof F]
  facts.placed = list
  return facts
}

/** Adds what each function of a table makes of the facts, one after the other: what comes later reads what came before. */
export function withAll<F extends Remembering, K extends keyof F & string>(
  facts: F,
  table: { readonly [Name in K]: (facts: F) => F[Name] },
): F {
  for (const name of Object.keys(table) as K[]) {
    const value = table[name](facts)
    facts[name] = value
    if (facts.placed) facts.placed[placeOf(name)] = value
  }
  return facts
}

/**
 * @param find reads nothing but `facts`, and there only what is a primitive value or one object for all households that
 *   have the same; what it returns belongs to all of them
 * @returns the same function, which looks no further where it has read the same facts before
 */
export function remembered<F extends Remembering, T>(find: (facts: F) => T): (facts: F) => T {
  let owner: Decisions | undefined
  let start: After<F, T> | undefined
  return (facts) => {
    if (facts.decisions !== owner) {
      owner = facts.decisions
      start = undefined
    }
    let at = start
    // Facts that are watched have no places, so that each that is read is seen.
    const list = facts.placed
    while (at && !at.isEnd) at = after(at, list ? list[at.place] : facts[at.fact])
    if (at) return at.value
    const { watched, seen } = watching(facts)
    const value = find(watched)
    owner.size += seen.length
    // Asked from within, it may have been told of another store meanwhile.
    if (facts.decisions === owner) start = withWay(start, facts, seen, { isEnd: true, value })
    return value
  }
}

/** The same steps and one more way through them: what is read next follows from what was read before. */
function withWay<F, T>(
  known: After<F, T> | undefined,
  facts: F,
  [fact, ...others]: readonly (keyof F & string)[],
  end: Found<T>,
): After<F, T> {
  if (fact === undefined) return end
  const step = known && !known.isEnd ? known : stepOn<F, T>(fact)
  const value = facts[fact]
  keepAfter(step, value, withWay(after(step, value), facts, others, end))
  return step
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
  if (fact === 'placed' || fact in Watch.prototype) return
  Object.defineProperty(Watch.prototype, fact, {
    get(this: Watch) {
      if (fact !== 'decisions' && this.seen.indexOf(fact) < 0) this.seen.push(fact)
      return this.facts[fact as keyof object]
    },
  })
}
