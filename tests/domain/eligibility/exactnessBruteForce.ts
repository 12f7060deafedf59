import { assess } from '@domain/eligibility/assess'
import type { AssessmentDates, EntitlementResult, Result } from '@domain/eligibility/assessment'
import type { Household, Settings } from '@domain/eligibility/facts'
import type { CheckerCode } from '@domain/policy/checkerCodes'
import { assignments, without, type Assignment } from './exactnessAssignments'
import type { Fact } from './exactnessFacts'
import { householdOf, ordinary, published } from './exactnessHousehold'
import { isPossible, statedAs } from './exactnessPossible'

/*
 * What "not known" has to mean, found without the engine's way of finding it: of the engine only the answers to complete
 * households are taken. A household with facts missing must have the answer on which all its completions agree.
 */

export interface Slice {
  code: CheckerCode
  title: string
  facts: readonly Fact[]
  /** Beyond the published settings. */
  settings?: Settings
}

/** What the engine says, or should say. */
export interface Answer {
  result: Result
  canApply: boolean
  missing: readonly string[]
  dates: AssessmentDates
}

interface Complete {
  assignment: Assignment
  /** Made when it is needed first. */
  household?: Household
}

export class BruteForce {
  private readonly complete: readonly Complete[]
  private readonly byName = new Map<string, number>()
  private readonly answers = new Map<number, EntitlementResult>()
  private readonly neighbours = new Map<number, readonly (readonly number[])[]>()

  constructor(readonly slice: Slice) {
    this.complete = [...assignments(slice.facts, false)].map((assignment) => ({ assignment }))
    this.complete.forEach(({ assignment }, at) => this.byName.set(assignment.join(), at))
  }

  get size(): number {
    return this.complete.length
  }

  /** The household in which these values are stated and everything else is as ordinary. */
  household(assignment: Assignment): Household {
    const draft = ordinary()
    this.slice.facts.forEach(({ at, values }, position) => {
      const index = assignment[position]
      if (index !== without) put(draft, at, index === undefined ? undefined : values[index]?.[1])
    })
    return householdOf(draft, { ...published, ...this.slice.settings })
  }

  /** The engine's answer to one household of the slice. */
  found(assignment: Assignment): EntitlementResult {
    return answerTo(this.slice.code, this.household(assignment))
  }

  /**
   * The complete households these values leave possible.
   * @param settling the values that settle what is open, where not all of those stated do
   */
  completions(assignment: Assignment, settling: Assignment = assignment): number[] {
    const { child } = settling === assignment ? {} : this.household(settling)
    const found: number[] = []
    this.complete.forEach((each, at) => {
      const agrees = assignment.every(
        (index, position) => index === undefined || index === each.assignment[position],
      )
      if (!agrees) return
      const complete = this.completeHousehold(at)
      const household = child ? statedAs(complete, child) : complete
      if (isPossible(household, (path) => this.isOpen(assignment, path))) found.push(at)
    })
    return found
  }

  /** The answer the completions leave. */
  expected(assignment: Assignment): Answer {
    const completions = this.completions(assignment)
    const answers = completions.map((at) => this.answer(at))
    const result = agreed(answers.map((each) => each.result))
    const needed = answers.flatMap(({ missing = [] }) => missing)
    const deciding = result === 'NEEDS_INFO' ? this.deciding(completions) : []
    return {
      result,
      canApply:
        (result === 'ELIGIBLE' || result === 'NEEDS_INFO') && answers.some(({ canApply }) => canApply),
      missing: result === 'NEEDS_INFO' ? this.folded(assignment, [...deciding, ...needed]) : [],
      // While an answer is open a day is told only where all have it.
      dates: commonDates(
        result === 'NEEDS_INFO' ? answers : answers.filter((each) => each.result === result),
      ),
    }
  }

  /** Paths of parts stand for what they are part of, where that is not known. */
  folded(assignment: Assignment, paths: readonly string[]): string[] {
    const whole = (path: string) =>
      this.slice.facts.find((each) => path.startsWith(`${each.path}.`) && this.isOpen(assignment, each.path))
        ?.path
    return [...new Set(paths.map((path) => whole(path) ?? path))].sort()
  }

  /** Every smallest change of a complete household that makes the rule met, as sorted paths of facts. */
  smallestChanges(from: Assignment): string[] {
    const wantsOpen = !this.complete.some((_, at) => isWanted(this.answer(at), false))
    const isReached = (at: number) => isWanted(this.answer(at), wantsOpen)
    const reached = this.complete.flatMap(({ assignment: to }, at) =>
      isReached(at) ? this.needed(from, to, isReached) : [],
    )
    const fewest = Math.min(...reached.map(({ length }) => length))
    return [...new Set(reached.filter(({ length }) => length === fewest).map((paths) => paths.join()))].sort()
  }

  /** What has to be told of a change: of the parts that come with it those without which the rule is not met. */
  private needed(from: Assignment, to: Assignment, isReached: (at: number) => boolean): string[][] {
    const { facts } = this.slice
    const isAfterAll = facts.some(
      ({ isPast }, at) => isPast && from[at] !== to[at] && from[at] !== without && to[at] !== without,
    )
    if (isAfterAll) return []
    const comes = (at: number) => from[at] === without && to[at] !== without
    const parts = [...facts.keys()].filter((at) => comes(at) && !facts[at]?.isDay)
    const untold = subsetsOf(parts).filter((left) =>
      this.completions(
        to.map((index, at) => (left.includes(at) ? undefined : index)),
        from,
      ).every(isReached),
    )
    return untold.map((left) => {
      const told = facts.filter(({ isDay }, at) => {
        const isSame = from[at] === to[at] || to[at] === without || (isDay && comes(at))
        return !isSame && !left.includes(at)
      })
      return [...new Set(told.map(({ path }) => wholeOf(path)))].sort()
    })
  }

  private isOpen(assignment: Assignment, path: string): boolean {
    return this.slice.facts.some((each, position) => each.path === path && assignment[position] === undefined)
  }

  private completeHousehold(at: number): Household {
    const complete = this.complete[at] as Complete
    complete.household ??= this.household(complete.assignment)
    return complete.household
  }

  answer(at: number): EntitlementResult {
    const known = this.answers.get(at)
    if (known) return known
    const found = answerTo(this.slice.code, this.completeHousehold(at))
    this.answers.set(at, found)
    return found
  }

  /** Facts for which two of the completions differ in nothing else and end differently. */
  private deciding(completions: readonly number[]): string[] {
    const within = new Set(completions)
    return this.slice.facts.flatMap(({ path }, position) =>
      completions.some((at) =>
        this.differingOnlyIn(at)[position]?.some(
          (other) => within.has(other) && this.answer(other).result !== this.answer(at).result,
        ),
      )
        ? [path]
        : [],
    )
  }

  private differingOnlyIn(at: number): readonly (readonly number[])[] {
    const known = this.neighbours.get(at)
    if (known) return known
    const { assignment } = this.complete[at] as Complete
    const found = this.slice.facts.map(({ values }, position) =>
      values.flatMap((_, index) =>
        index === assignment[position] ? [] : this.with(assignment, position, index),
      ),
    )
    this.neighbours.set(at, found)
    return found
  }

  /** The complete assignments with another value at one position; parts that come with it may be anything. */
  private with(assignment: Assignment, position: number, index: number): number[] {
    if (assignment[position] === without) return []
    const { facts } = this.slice
    const changed = assignment.map((value, each) => (each === position ? index : value))
    let all: Assignment[] = [changed]
    facts.forEach((each, part) => {
      const { partOf } = each
      if (partOf?.fact.path !== facts[position]?.path || !partOf) return
      const has = partOf.where(facts[position]?.values[index]?.[1])
      const indices = !has ? [without] : changed[part] === without ? [...each.values.keys()] : [changed[part]]
      all = all.flatMap((one) => indices.map((value) => one.map((old, at) => (at === part ? value : old))))
    })
    return all.flatMap((one) => this.byName.get(one.join()) ?? [])
  }
}

const subsetsOf = (list: readonly number[]): number[][] =>
  list.reduce<number[][]>((all, each) => all.concat(all.map((set) => [...set, each])), [[]])

/** A change of a parent, or of the disabilities, is one change whatever of it is changed. */
export const wholeOf = (path: string) => path.replace(/^(parents\.\w+|child\.disabilities)\..*/, '$1')

/** All the same; or met by some and later, on a day that is certain, by the others: NOT_YET at the latest. */
function agreed(results: readonly Result[]): Result {
  const all = [...new Set(results)]
  if (all.length === 1) return all[0] as Result
  const isMetInTheEnd = all.every((each) => each === 'ELIGIBLE' || each === 'AUTOMATIC' || each === 'NOT_YET')
  return isMetInTheEnd && all.includes('NOT_YET') ? 'NOT_YET' : 'NEEDS_INFO'
}

/** What goes on only while a status ends is met, and is nothing to bring about. */
function isWanted({ result, canApply, dates }: EntitlementResult, wantsOpen: boolean): boolean {
  const isMet = result === 'ELIGIBLE' || result === 'AUTOMATIC'
  return wantsOpen ? canApply : isMet && dates?.lastPaidMonth === undefined
}

function commonDates(answers: readonly EntitlementResult[]): AssessmentDates {
  const entries = Object.entries(answers[0]?.dates ?? {})
  return Object.fromEntries(
    entries.filter(([name, day]) =>
      answers.every(({ dates }) => dates?.[name as keyof AssessmentDates] === day),
    ),
  )
}

function answerTo(code: CheckerCode, household: Household): EntitlementResult {
  const found = assess(household).results.find((each) => each.code === code)
  if (!found) throw new Error(`no answer for ${code}`)
  return found
}

/** Without a value the fact is left out, and nothing is made for it to stand in. */
function put(draft: object, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() as string
  let place = draft as Record<string, unknown>
  for (const name of names) {
    const inner = place[name]
    if (inner === undefined || inner === null) return
    const copy = (Array.isArray(inner) ? inner.slice() : { ...inner }) as Record<string, unknown>
    place[name] = copy
    place = copy
  }
  if (value === undefined) delete place[last]
  else place[last] = value
}
