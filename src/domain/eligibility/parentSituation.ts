import { compareDates } from '@domain/calendar/date'
import type { Decisions } from './decision'
import type { Decision } from './diagram'
import type { IsoDate, Parent, ParentRole, Restriction } from './facts'
import { factPlaces, longAgo } from './possibleFacts'
import {
  always,
  grounds,
  holdsOn,
  readGround,
  type Ground,
  type GroundReading,
  type Reading,
  type Span,
} from './grounds'

/** What the two rules need to know of one parent. */
export interface ParentSituation {
  /** Dead, declared dead or declared missing by a court; 失联 is not (§4.2). */
  lost: boolean
  /** When a ground holds; empty when none does. */
  spans: Span[]
}

/** A parent's situation, and what is known of it for sure. */
export interface ParentFacts {
  /** As stated; undefined where nothing was said of this parent. */
  stated: Parent | undefined
  situation: Decision<ParentSituation>
  /** Lost, or meets a ground on the day of the question. */
  cannotCareToday: Decision<boolean>
  /** Grounds known to hold on the day of the question. */
  knownGrounds: readonly Ground[]
  /** A ground known to become complete later. */
  coming?: Span
  /** The day a known ground ended or care was resumed, and how; the last one if there are several. */
  ended?: EndOfGround
  /** Able to support the child (扶养能力). Meeting none of the grounds does not prove it. */
  isAble: Decision<boolean>
  paysMaintenance: Decision<boolean>
  /** The day of being able to care again, where no dated event tells. */
  returned: Decision<IsoDate>
}

export interface EndOfGround {
  on: IsoDate
  /** X5 names release from prison and the end of compulsory rehabilitation; everything else is X4 (§3.1). */
  exit: 'X4' | 'X5'
}

export const lostSituation: ParentSituation = Object.freeze({ lost: true, spans: [] })
export const careSituation: ParentSituation = Object.freeze({ lost: false, spans: [] })
export const groundSituation: ParentSituation = Object.freeze({ lost: false, spans: [always] })

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
 * @param isLost the parent is known to be lost, whatever else is unknown (a recognised orphan has lost both)
 */
export function readParent(
  role: ParentRole,
  parent: Parent | undefined,
  { decisions, reading, isLost }: { decisions: Decisions; reading: Reading; isLost: boolean },
): ParentFacts {
  const path = `parents.${role}`
  const place = factPlaces[role]
  decisions.startAt(place)
  const stated: Parent | undefined = parent?.ableToCare === true ? { ...noneApplies, ...parent } : parent
  const own = stated && factsOf(stated, reading)
  const situation = own ? situationFrom(own, path, decisions) : decisions.fact(path, anySituation)
  const mayBeLost = situation.values.some(({ lost }) => lost)
  const read = isLost && mayBeLost ? decisions.known(lostSituation) : situation
  decisions.startAt(factPlaces.returned[role])
  const returned = decisions.fact(`${path}.resumedCareOn`, [reading.today, longAgo])
  decisions.startAt(place + grounds.length + 2)
  return {
    stated: parent,
    situation: read,
    cannotCareToday: decisions.map(read, (each) => cannotCareOn(each, reading.today)),
    knownGrounds: own ? knownGrounds(own, reading.today) : [],
    coming: own && comingSpan(own, reading.today),
    ended: stated && endOf(stated, reading.today),
    isAble: decisions.yesOrNo(`${path}.ableToCare`, parent?.ableToCare),
    paysMaintenance: decisions.yesOrNo(`${path}.paysMaintenance`, parent?.paysMaintenance),
    returned,
  }
}

/** Who the parent is, is the one fact that is missing then. */
const anySituation: readonly ParentSituation[] = Object.freeze([
  lostSituation,
  groundSituation,
  careSituation,
])

type OwnFacts = Readonly<Record<OwnFact, GroundReading>>
type OwnFact = 'dead' | 'declaredMissing' | Ground

function factsOf(parent: Parent, reading: Reading): OwnFacts {
  const dead = parent.dead ?? (hasHappened(parent.deadSince, reading.today) ? true : undefined)
  const facts: Partial<Record<OwnFact, GroundReading>> = {
    dead: yesOrNo('dead', dead),
    declaredMissing: yesOrNo('declaredMissing', parent.declaredMissing),
  }
  for (const ground of grounds) facts[ground] = readGround(ground, parent, reading)
  return facts as OwnFacts
}

const hasHappened = (date: IsoDate | undefined, today: IsoDate) =>
  date !== undefined && compareDates(date, today) <= 0

function yesOrNo(path: string, value: boolean | undefined): GroundReading {
  return { path, values: value === undefined ? [always, null] : [value ? always : null] }
}

function situationFrom(own: OwnFacts, path: string, decisions: Decisions): Decision<ParentSituation> {
  const fact = (name: OwnFact) => {
    const { values, path: inside } = own[name]
    return decisions.fact(`${path}.${inside}`, values)
  }
  const dead = fact('dead')
  const declaredMissing = fact('declaredMissing')
  const spans = grounds.map(fact)
  return decisions.decide((read) => {
    if (read(dead) || read(declaredMissing)) return lostSituation
    const held: Span[] = []
    for (const each of spans) {
      const span = read(each)
      // A ground without an end leaves nothing for the others to change.
      if (span === always) return groundSituation
      if (span) held.push(span)
    }
    return held.length > 0 ? { lost: false, spans: held } : careSituation
  })
}

function knownGrounds(facts: OwnFacts, today: IsoDate): Ground[] {
  return grounds.filter((ground) => {
    const { values } = facts[ground]
    return values.every((span) => span !== null && holdsOn(span, today))
  })
}

/** Complete on a later day at the latest, whatever else turns out. */
function comingSpan(facts: OwnFacts, today: IsoDate): Span | undefined {
  for (const ground of grounds) {
    const { values } = facts[ground]
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
