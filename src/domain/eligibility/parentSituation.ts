import { compareDates } from '@domain/calendar/date'
import { completionsOf, decidingDifferences, type Completion, type Fact } from './completions'
import type { IsoDate, Parent, ParentRole, Restriction } from './facts'
import { always, grounds, holdsOn, readGround, type Ground, type Reading, type Span } from './grounds'

/** What the two rules need to know of one parent. */
export interface ParentSituation {
  /** Dead, declared dead or declared missing by a court; 失联 is not (§4.2). */
  lost: boolean
  /** When a ground holds; empty when none does. */
  spans: Span[]
}

/** A parent's facts, and the situations that remain possible. */
export interface ParentFact extends Fact<ParentSituation> {
  /** The completions of the parent's own facts, each leading to the situation with index `outcome`. */
  completions: readonly Completion<number>[]
  /** The parent's own facts; their paths are inside the parent. */
  own: OwnFacts
  /** Grounds known to hold on the day of the question. */
  knownGrounds: readonly Ground[]
  /** A ground known to become complete later. */
  coming?: Span
  /** The day a known ground ended or care was resumed, and how; the last one if there are several. */
  ended?: EndOfGround
}

export interface EndOfGround {
  on: IsoDate
  /** X5 names release from prison and the end of compulsory rehabilitation; everything else is X4 (§3.1). */
  exit: 'X4' | 'X5'
}

export const lostSituation: ParentSituation = { lost: true, spans: [] }
export const careSituation: ParentSituation = { lost: false, spans: [] }
export const groundSituation: ParentSituation = { lost: false, spans: [always] }

/** "None of the grounds applies" settles every ground that was not asked about by itself. */
const noneApplies: Omit<Parent, 'role'> = {
  dead: false,
  declaredMissing: false,
  lostContact: false,
  imprisoned: false,
  compulsoryRehab: false,
  otherRestriction: false,
  disabilities: [],
  seriouslyIll: false,
  guardianshipRevoked: false,
  deported: false,
}

/**
 * Reads one parent; `parent` undefined = nothing is known, not even who it is.
 * @returns every situation the parent may be in, with what would tell them apart
 */
export function readParent(role: ParentRole, parent: Parent | undefined, reading: Reading): ParentFact {
  const path = `parents.${role}`
  if (!parent) return unknownParent(path)
  const stated: Parent = parent.ableToCare === true ? { ...noneApplies, ...parent } : parent
  const facts = factsOf(stated, reading)
  const found = completionsOf(facts, (read) => situationOf(read))
  const keys: string[] = []
  const values: ParentSituation[] = []
  const completions = found.map(({ outcome, assumed }) => {
    const key = JSON.stringify(outcome)
    if (!keys.includes(key)) {
      keys.push(key)
      values.push(outcome)
    }
    return { outcome: keys.indexOf(key), assumed }
  })
  return {
    values,
    path,
    completions,
    own: facts,
    knownGrounds: knownGrounds(facts, reading.today),
    coming: comingSpan(facts, reading.today),
    ended: endOf(stated, reading.today),
  }
}

/** Who the parent is, is the one fact that is missing then. */
function unknownParent(path: string): ParentFact {
  const values = [lostSituation, groundSituation, careSituation]
  const completions = values.map((_, index) => ({ outcome: index, assumed: [index] }))
  return { values, path, completions, own: { self: { values: [always, null], path: '' } }, knownGrounds: [] }
}

type OwnFacts = Readonly<Record<string, Fact<Span | null>>>

function factsOf(parent: Parent, reading: Reading): OwnFacts {
  const dead = parent.dead ?? (hasHappened(parent.deadSince, reading.today) ? true : undefined)
  const facts: Record<string, Fact<Span | null>> = {
    dead: yesOrNo('dead', dead),
    declaredMissing: yesOrNo('declaredMissing', parent.declaredMissing),
  }
  for (const ground of grounds) facts[ground] = readGround(ground, parent, reading)
  return facts
}

const hasHappened = (date: IsoDate | undefined, today: IsoDate) =>
  date !== undefined && compareDates(date, today) <= 0

function yesOrNo(path: string, value: boolean | undefined): Fact<Span | null> {
  return { path, values: value === undefined ? [always, null] : [value ? always : null] }
}

function situationOf(read: (key: string) => Span | null): ParentSituation {
  if (read('dead') || read('declaredMissing')) return lostSituation
  const spans: Span[] = []
  for (const ground of grounds) {
    const span = read(ground)
    // A ground without an end leaves nothing for the others to change.
    if (span === always) return groundSituation
    if (span) spans.push(span)
  }
  return spans.length > 0 ? { lost: false, spans } : careSituation
}

function knownGrounds(facts: OwnFacts, today: IsoDate): Ground[] {
  return grounds.filter((ground) => {
    const values = facts[ground]?.values ?? []
    return values.every((span) => span !== null && holdsOn(span, today))
  })
}

/** Complete on a later day at the latest, whatever else turns out. */
function comingSpan(facts: OwnFacts, today: IsoDate): Span | undefined {
  for (const ground of grounds) {
    const values = facts[ground]?.values ?? []
    const coming = values.find((span) => span && compareDates(span.from, today) > 0)
    if (coming && coming.undated !== 'reportUnknown' && values.indexOf(null) < 0) return coming
  }
  return undefined
}

/** The last known day on which something that kept this parent from caring came to an end. */
function endOf(parent: Parent, today: IsoDate): EndOfGround | undefined {
  const ends: EndOfGround[] = []
  const add = (on: IsoDate | undefined, exit: EndOfGround['exit']) => {
    if (on !== undefined && compareDates(on, today) <= 0) ends.push({ on, exit })
  }
  add(releaseOf(parent.imprisoned), 'X5')
  add(releaseOf(parent.compulsoryRehab), 'X5')
  add(releaseOf(parent.otherRestriction), 'X4')
  add(parent.resumedCareOn, 'X4')
  return ends.reduce<EndOfGround | undefined>(
    (last, end) => (last === undefined || compareDates(last.on, end.on) < 0 ? end : last),
    undefined,
  )
}

const releaseOf = (fact: Restriction | boolean | undefined) =>
  typeof fact === 'object' ? fact.releasedOn : undefined

/** Whether the parent is lost or meets a ground on a day: the half of the 事实无人抚养 test that is this parent's. */
export function cannotCareOn({ lost, spans }: ParentSituation, day: IsoDate): boolean {
  return lost || spans.some((span) => holdsOn(span, day))
}

/**
 * The paths of the parent's own facts that decide, given the pairs of situations between which an answer changes.
 * @param changes pairs of indices into `values`
 */
export function decidingParentPaths(
  { own, completions, path }: ParentFact,
  changes: readonly (readonly [number, number])[],
): string[] {
  const changesBetween = (a: number, b: number) =>
    changes.some(([x, y]) => (a === x && b === y) || (a === y && b === x))
  const differences = decidingDifferences(own, completions, (a, b) => !changesBetween(a, b))
  const names = differences.map(({ key }) => own[key]?.path ?? '')
  return unique(names.map((name) => (name === '' ? path : `${path}.${name}`)))
}

export const unique = <T>(list: readonly T[]): T[] =>
  list.filter((item, index) => list.indexOf(item) === index)
