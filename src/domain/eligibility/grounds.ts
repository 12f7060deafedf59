import { addDays, addMonths, compareDates } from '@domain/calendar/date'
import { nationalTermMonths } from '@domain/policy/nationalTerm'
import type { Disability, IsoDate, LostContact, Parent, Restriction, Settings } from './facts'

/** The eight grounds of 事实无人抚养. Source: reference §4.2 (民发〔2019〕62号, 民发〔2020〕125号). */
export const grounds = [
  'disabilities',
  'seriouslyIll',
  'imprisoned',
  'compulsoryRehab',
  'otherRestriction',
  'lostContact',
  'guardianshipRevoked',
  'deported',
] as const
export type Ground = (typeof grounds)[number]

/** The days on which a ground holds: from the first, until and without the last. */
export interface Span {
  from: IsoDate
  until?: IsoDate
  /**
   * The first day is a possible one, not a known one, and no answer may print it: the report is still to be made, or
   * nobody has said when it was made.
   */
  undated?: 'untilReported' | 'reportUnknown'
  /** Complete with the police receipt, which is issued the day after. */
  byPoliceReport?: boolean
}

/** The values a ground may have: a span, or null where it does not hold; one value when it is settled. */
export interface GroundReading {
  values: readonly (Span | null)[]
  /** The fact that would settle it, inside the parent. */
  path: string
}

export interface Reading {
  today: IsoDate
  settings: Settings
}

export const always: Span = Object.freeze({ from: '0000-01-01' })
const lostContactMonths = 6
const longestTermMonths = 1200

const holds = (path: string): GroundReading => ({ values: [always], path })
const fails = (path: string): GroundReading => ({ values: [null], path })
const open = (path: string): GroundReading => ({ values: [always, null], path })

/** The shortest term that counts, in months. */
export const termLimitOf = (settings: Settings): number => settings.restrictedTermMonths ?? nationalTermMonths

/** How one ground of one parent is to be read on `today`. */
export function readGround(ground: Ground, parent: Parent, reading: Reading): GroundReading {
  switch (ground) {
    case 'disabilities':
      return readDisabilities(parent.disabilities)
    case 'seriouslyIll':
      return readIllness(parent, reading.settings)
    case 'lostContact':
      return readLostContact(parent, reading.today)
    case 'guardianshipRevoked':
    case 'deported':
      return parent[ground] === undefined ? open(ground) : parent[ground] ? holds(ground) : fails(ground)
    default:
      return readRestriction(ground, parent[ground], reading)
  }
}

/** 一级、二级 of any kind; 三级、四级 mental or intellectual. Only this rule draws the line here (§4.3). */
function readDisabilities(disabilities: Disability[] | undefined): GroundReading {
  const path = 'disabilities'
  if (!disabilities) return open(path)
  const readings = disabilities.map(readDisability)
  return (
    readings.find(({ values }) => values.length === 1 && values[0] !== null) ??
    readings.find(({ values }) => values.length > 1) ??
    fails(path)
  )
}

function readDisability({ type, grade, certified }: Disability): GroundReading {
  const countsAtEveryGrade = type === 'mental' || type === 'intellectual'
  const isSevere = grade !== undefined && grade <= 2
  // 多重残疾 is graded by its heaviest part: 三、四级 counts when that part is mental or intellectual.
  const maySevere = grade === undefined || type === 'multiple'
  if (!isSevere && !countsAtEveryGrade && !maySevere) return fails('disabilities')
  // A grade nobody has certified is a guess: the certificate decides.
  if (certified === false) return open('disabilities.certified')
  if (isSevere || countsAtEveryGrade) return holds('disabilities')
  return open(grade === undefined ? 'disabilities.grade' : 'disabilities.type')
}

/** The list of 重病 is the department's: while it is not published, an illness alone settles nothing. */
function readIllness({ seriouslyIll, illnesses }: Parent, { seriousIllnesses }: Settings): GroundReading {
  const path = 'seriouslyIll'
  if (seriouslyIll !== undefined) return seriouslyIll ? holds(path) : fails(path)
  if (!illnesses) return open(path)
  if (illnesses.length === 0) return fails(path)
  if (!seriousIllnesses) return open(path)
  return illnesses.some((illness) => seriousIllnesses.includes(illness)) ? holds(path) : fails(path)
}

type RestrictionGround = 'imprisoned' | 'compulsoryRehab' | 'otherRestriction'

function readRestriction(
  ground: RestrictionGround,
  fact: Restriction | boolean | undefined,
  { today, settings }: Reading,
): GroundReading {
  if (fact === undefined) return open(ground)
  if (fact === false) return fails(ground)
  if (fact === true) return open(`${ground}.termMonths`)
  const { from, releasedOn } = fact
  if (releasedOn !== undefined && compareDates(releasedOn, today) <= 0) return fails(ground)
  const isLongEnough = termIsLongEnough(fact, today, termLimitOf(settings))
  if (isLongEnough === undefined) return open(`${ground}.termMonths`)
  if (!isLongEnough) return fails(ground)
  const until = releasedOn ?? endOfTerm(fact)
  if (until !== undefined && compareDates(until, today) <= 0) return open(`${ground}.releasedOn`)
  const isComing = from !== undefined && compareDates(from, today) > 0
  return { values: [{ from: isComing ? from : always.from, until }], path: ground }
}

/** The term by the judgment, not what is left of it; from the dates where the term itself is not known. */
function termIsLongEnough(
  { termMonths, from, releasedOn }: Restriction,
  today: IsoDate,
  limit: number,
): boolean | undefined {
  if (termMonths !== undefined) return termMonths >= limit
  if (from === undefined) return undefined
  const complete = addMonths(from, limit)
  if (compareDates(complete, today) <= 0) return true
  // The day of release is the last of the term, so the period is complete the day after. A shorter stay proves
  // nothing: an early release shortens it.
  return releasedOn !== undefined && compareDates(complete, addDays(releasedOn, 1)) <= 0 ? true : undefined
}

/** The last day of a term by the judgment; undefined where its start or its length is not known. */
export function endOfTerm({ from, termMonths }: Restriction): IsoDate | undefined {
  if (from === undefined || termMonths === undefined) return undefined
  return addMonths(from, Math.floor(Math.min(termMonths, longestTermMonths)))
}

/** Six months without contact, counted from the day the police accepted the report (§4.2, [W25]). */
function readLostContact({ lostContact, resumedCareOn }: Parent, today: IsoDate): GroundReading {
  const path = 'lostContact'
  if (lostContact === false) return fails(path)
  const since = typeof lostContact === 'object' ? lostContact.since : undefined
  const isBack = resumedCareOn !== undefined && compareDates(resumedCareOn, today) <= 0
  if (isBack && (since === undefined || compareDates(since, resumedCareOn) <= 0)) return fails(path)
  if (lostContact === undefined) return open(path)
  return readReport(lostContact === true ? {} : lostContact, today)
}

function readReport(lost: LostContact, today: IsoDate): GroundReading {
  const path = 'lostContact'
  if (lost.policeReceipt === true || lost.establishedByStreet === true) return holds(path)
  const accepted = lost.policeAcceptedOn
  const earliest = lost.since === undefined ? today : laterOf(today, addMonths(lost.since, lostContactMonths))
  const latest = addMonths(today, lostContactMonths)
  if (accepted === undefined) {
    const between = [earliest, latest].map((from): Span => ({
      from,
      undated: 'reportUnknown',
      byPoliceReport: true,
    }))
    return { values: between, path: `${path}.policeAcceptedOn` }
  }
  const byPolice: Span =
    accepted === null
      ? { from: latest, undated: 'untilReported', byPoliceReport: true }
      : { from: addMonths(accepted, lostContactMonths), byPoliceReport: true }
  const isComplete = compareDates(byPolice.from, today) <= 0
  const mayBeEstablished = lost.establishedByStreet === undefined && earliest === today
  if (isComplete || !mayBeEstablished) return { values: [byPolice], path }
  return { values: [always, byPolice], path: `${path}.establishedByStreet` }
}

const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (compareDates(a, b) < 0 ? b : a)

/** Whether a ground holds on a day. */
export function holdsOn({ from, until }: Span, day: IsoDate): boolean {
  return compareDates(from, day) <= 0 && (until === undefined || compareDates(day, until) < 0)
}
