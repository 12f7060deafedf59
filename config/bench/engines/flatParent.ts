import { addDays, addMonths, compareDates } from '@domain/calendar/date'
import type {
  Child,
  Disability,
  IsoDate,
  LostContact,
  Parent,
  Restriction,
  Settings,
} from '@domain/eligibility/facts'

export type Role = 'father' | 'mother'

/** One parent, counted and read; what nobody said is "no". */
export interface FlatParent {
  dead: boolean
  declaredMissing: boolean
  /** Six months complete since the police took the report, or established by the street. */
  lostLongEnough: boolean
  /** Months by the judgment; 0 when there is none, when it is not known, or when it is over. */
  prisonMonths: number
  compulsoryRehabMonths: number
  otherRestrictionMonths: number
  worstGrade: number
  worstMentalGrade: number
  seriouslyIll: boolean
  guardianshipRevoked: boolean
  deported: boolean
  /** Able to care again, and still inside 渐退期. */
  protectedAfterReturn: boolean
  paysNothing: boolean
}

interface Reading {
  today: IsoDate
  settings: Settings
  child: Child
}

const noGrade = 9
const reportMonths = 6
const defaultTermMonths = 6
const longAgo: IsoDate = '1900-01-01'

/** @param parent absent when nothing is known of them */
export function flatParent(parent: Partial<Parent> = {}, reading: Reading): FlatParent {
  const { today, settings, child } = reading
  const { disabilities = [], illnesses = [] } = parent
  const onList = illnesses.some((illness) => settings.seriousIllnesses?.includes(illness))
  return {
    dead: parent.dead ?? (isPast(parent.deadSince, today) || isLostByStatus(child)),
    declaredMissing: parent.declaredMissing === true,
    lostLongEnough: isLostLongEnough(parent, today),
    prisonMonths: monthsOf(parent.imprisoned, reading),
    compulsoryRehabMonths: monthsOf(parent.compulsoryRehab, reading),
    otherRestrictionMonths: monthsOf(parent.otherRestriction, reading),
    worstGrade: worstGrade(disabilities),
    worstMentalGrade: worstGrade(
      disabilities.filter(({ type }) => type === 'mental' || type === 'intellectual'),
    ),
    seriouslyIll: parent.seriouslyIll ?? onList,
    guardianshipRevoked: parent.guardianshipRevoked === true,
    deported: parent.deported === true,
    protectedAfterReturn: isStillProtected(parent, child, today, settings),
    paysNothing: parent.paysMaintenance === false,
  }
}

const isPast = (day: IsoDate | undefined, today: IsoDate): day is IsoDate =>
  day !== undefined && compareDates(day, today) <= 0

/** Who was recognised as an orphan and never adopted has lost both parents. */
const isLostByStatus = ({ recognised = [], adoption }: Child) =>
  !adoption && recognised.some(({ as }) => as === 'orphan')

const worstGrade = (disabilities: readonly Disability[]) =>
  Math.min(
    noGrade,
    ...disabilities.filter(({ certified }) => certified !== false).map(({ grade }) => grade ?? noGrade),
  )

function monthsOf(
  fact: Restriction | boolean | undefined,
  { today, settings }: Pick<Reading, 'today' | 'settings'>,
): number {
  if (typeof fact !== 'object' || isPast(fact.releasedOn, today)) return 0
  const { termMonths, from = longAgo, releasedOn } = fact
  if (from > today) return 0
  if (termMonths === undefined) return monthsServed(from, releasedOn, { today, settings })
  const until = from === longAgo ? undefined : addMonths(from, Math.floor(termMonths))
  return isPast(until, today) && releasedOn === undefined ? 0 : termMonths
}

/** Where the term is not known: the least that counts, once so much has passed or is known to pass. */
function monthsServed(
  from: IsoDate,
  releasedOn: IsoDate | undefined,
  { today, settings }: Pick<Reading, 'today' | 'settings'>,
): number {
  if (from === longAgo) return 0
  const limit = settings.restrictedTermMonths ?? defaultTermMonths
  const complete = addMonths(from, limit)
  const last = releasedOn === undefined ? today : addDays(releasedOn, 1)
  return isPast(complete, today) || isPast(complete, last) ? limit : 0
}

function isLostLongEnough({ lostContact }: Partial<Parent>, today: IsoDate): boolean {
  if (typeof lostContact !== 'object') return false
  const { policeReceipt, establishedByStreet, policeAcceptedOn }: LostContact = lostContact
  const isReported = policeAcceptedOn != null && isPast(addMonths(policeAcceptedOn, reportMonths), today)
  return policeReceipt === true || establishedByStreet === true || isReported
}

/** X4, X5: from the last release or return that is not older than the status. */
function isStillProtected(
  { imprisoned, compulsoryRehab, otherRestriction, resumedCareOn }: Partial<Parent>,
  { recognised = [] }: Child,
  today: IsoDate,
  { gradualExitMonths }: Settings,
): boolean {
  if (gradualExitMonths == null) return true
  const since = recognised.find(({ as }) => as === 'deFactoUnattended')?.since ?? longAgo
  const released = [imprisoned, compulsoryRehab, otherRestriction].map((fact) =>
    typeof fact === 'object' ? fact.releasedOn : undefined,
  )
  const ends = [...released, resumedCareOn].filter(
    (day): day is IsoDate => isPast(day, today) && since <= (day ?? longAgo),
  )
  const last = ends.sort().at(-1) ?? today
  return compareDates(today, addMonths(last, gradualExitMonths)) <= 0
}
