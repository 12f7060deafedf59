import { addDays, addMonths, compareDates, eighteenthBirthday } from '@domain/calendar/date'
import type { Statuses } from './statedFacts'
import type { Child, ChildStatus, HouseholdStatus, HouseholdStatusKind, IsoDate, Settings } from './facts'

/*
 * What a fact that is not known may still be: one value for each of the ways in which the rules can tell its values apart.
 */

export const longAgo: IsoDate = '1900-01-01'

/** Diseases 2.1-e names itself; the list behind its "等" is the department's. */
export const namedChronicIllnesses: readonly string[] = ['苯丙酮尿症', '脑瘫']
/** Counts for 残疾儿童康复 by diagnosis (reference §5.9). */
export const autism = '孤独症'
/** An illness that is there and that nobody has named. It may stand on any list a department has published. */
export const unnamedIllness = '其他疾病'
const illnessOnNoList = '名单外的病'

/** Ages at which some rule changes its answer, in years. */
export const ageLimits = { preschool: 3, school: 6, worker: 16, adult: 18 } as const

/** Where the facts of each part of a household begin in the order of all facts. */
export const factPlaces = {
  father: 0,
  mother: 20,
  child: 40,
  disabilities: 60,
  rest: 1000,
  returned: { father: 2000, mother: 2001 },
} as const

/** When and under what a household is asked about. */
export interface Asked {
  today: IsoDate
  settings: Settings
  /** Days after today on which a ground may become complete. */
  comingDays: readonly IsoDate[]
}

/** 低保 goes on after 18; every other status counts from before 18 only. */
export const grantedAtAnyAge: readonly ChildStatus[] = ['subsistenceAllowance', 'subsistenceAllowanceSingle']

/**
 * One day of birth for every age the rules can tell apart, and one with which the 18th birthday falls on the very day on
 * which a ground becomes complete. A status is granted before 18 only, so its day bounds the age.
 */
export function possibleBirthDates(
  { recognised = [] }: Child,
  { today, settings, comingDays }: Asked,
): IsoDate[] {
  const bornAt = (day: IsoDate, years: number) => addMonths(day, -12 * years)
  const { rehabMaxAgeInclusive: rehab } = settings
  const ages = [0, ...Object.values(ageLimits), ...(rehab == null ? [] : [rehab + 1])]
  const earliest = recognised
    .filter(({ as }) => !grantedAtAnyAge.includes(as))
    .reduce(
      (day, { since = longAgo }) =>
        compareDates(eighteenthBirthday(day), since) <= 0 ? addDays(bornAt(since, ageLimits.adult), 1) : day,
      longAgo,
    )
  const possible = [
    ...ages.map((age) => bornAt(today, age)),
    ...comingDays.map((day) => bornAt(day, ageLimits.adult)),
    earliest,
  ]
  return unique(possible).filter((day) => compareDates(earliest, day) <= 0)
}

export function possibleStatuses({ recognised }: Child): Statuses[] {
  if (!recognised)
    return [
      {},
      { orphan: {} },
      { deFactoUnattended: {} },
      { extremePoverty: {} },
      { subsistenceAllowance: {} },
      { subsistenceAllowanceSingle: {} },
    ]
  return [
    recognised.reduce<Statuses>(
      (all, { as, since }) => ({ ...all, [as]: since === undefined ? {} : { since } }),
      {},
    ),
  ]
}

/**
 * Income above the upper limit of 低保边缘 leaves neither 低保 nor 低保边缘. 特困 is granted to the person: a child known not
 * to have it lives in no household that has it for the child.
 */
export function possibleLists(
  { recognised, incomeAboveNearSubsistenceLimit: isAbove }: HouseholdStatus,
  child: Child,
): (readonly HouseholdStatusKind[])[] {
  if (recognised) return [recognised.slice()]
  const mayBeTekun = !child.recognised || child.recognised.some(({ as }) => as === 'extremePoverty')
  return [
    [],
    ['rigidExpenditure'],
    ['povertyRelapseMonitored'],
    ...(mayBeTekun ? ([['extremePoverty']] as const) : []),
    ...(isAbove === true ? [] : ([['subsistenceAllowance'], ['nearSubsistence']] as const)),
  ]
}

/** None, and one illness for every combination of lists an illness can stand on. */
export function possibleIllnesses({ illnesses }: Child, settings: Settings): (readonly string[])[] {
  const { seriousIllnesses, chronicOutpatientIllnesses } = settings
  const published = [...(seriousIllnesses ?? []), ...(chronicOutpatientIllnesses ?? [])]
  if (!illnesses) {
    const any = onePerKind([...namedChronicIllnesses, autism, ...published], settings)
    return [[], ...any.map((illness) => [illness]), [illnessOnNoList]]
  }
  if (!illnesses.includes(unnamedIllness)) return [illnesses.slice()]
  const named = illnesses.filter((illness) => illness !== unnamedIllness)
  return [...onePerKind(published, settings), illnessOnNoList].map((illness) => [...named, illness])
}

/** Of illnesses that stand on the same lists, the first. */
function onePerKind(illnesses: readonly string[], settings: Settings): string[] {
  const { seriousIllnesses, chronicOutpatientIllnesses } = settings
  const marks = illnesses.map((illness) =>
    [
      seriousIllnesses?.includes(illness) === true,
      namedChronicIllnesses.includes(illness) || chronicOutpatientIllnesses?.includes(illness) === true,
      illness === autism,
    ].join(),
  )
  return illnesses.filter((_, at) => marks.indexOf(marks[at] ?? '') === at)
}

export const unique = <T>(list: readonly T[]): T[] =>
  list.filter((item, index) => list.indexOf(item) === index)
