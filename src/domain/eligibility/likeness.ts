import { addMonths, compareDates, eighteenthBirthday, fullYears, monthOf } from '@domain/calendar/date'
import type { Statuses } from './statedFacts'
import type { Graded } from './disability'
import { ageLimits, autism, grantedAtAnyAge, namedChronicIllnesses } from './possibleFacts'
import type { Circumstances } from './circumstances'
import { statusAsMinor } from './derivedFacts'
import type { Decision } from './diagram'
import type { IsoDate } from './facts'
import { cannotCareOn, type ParentSituation } from './parentSituation'
import { isSevereForSingle, isUnableToWork } from './rules/assistance'
import { isRehabKind, isSevereForHome } from './rules/disability'

/*
 * Which values of the unknown household a household has. Two values are alike when no rule tells them apart.
 */

/** One fact of both, as `likenessOf` gives it. */
type Comparison = (household: Circumstances, unknown: Circumstances) => number

type Fact<T> = (facts: Circumstances) => Decision<T>

const compare =
  <T>(fact: Fact<T>, same: (own: T, other: T, household: Circumstances) => boolean): Comparison =>
  (household, unknown) => {
    const own = fact(household).values
    return bitsWhere(fact(unknown).values, (other) => own.every((value) => same(value, other, household)))
  }

/** The marks of the unknown household's values: it is one for very many households. */
function marksOnce<T>(
  fact: Fact<T>,
  mark: (value: T, facts: Circumstances) => unknown,
): (unknown: Circumstances) => readonly unknown[] {
  const marks = new WeakMap<Circumstances, readonly unknown[]>()
  return (unknown) => {
    const known = marks.get(unknown)
    if (known) return known
    const found = fact(unknown).values.map((value) => mark(value, unknown))
    marks.set(unknown, found)
    return found
  }
}

/** Values are the same for every rule when they have the same mark. */
const byMark = <T>(fact: Fact<T>, mark: (value: T, facts: Circumstances) => unknown): Comparison => {
  const marksOf = marksOnce(fact, mark)
  return (household, unknown) => {
    const { values } = fact(household)
    const first = mark(values[0] as T, household)
    if (values.length > 1 && values.some((value) => mark(value, household) !== first)) return 0
    return bitsWhere(marksOf(unknown), (other) => other === first)
  }
}

/** One bit for each value, the first value the lowest. */
function bitsWhere<T>(values: readonly T[], isOne: (value: T) => boolean): number {
  let bits = 0
  for (let index = 0; index < values.length; index += 1) if (isOne(values[index] as T)) bits += 1 << index
  return bits
}

const equal = <T>(fact: Fact<T>) => byMark(fact, (value) => value)
/** A permit that is not held would be a new one. */
const signedOn: Comparison = (household, { permitSignedOn, today }) => {
  const { values } = household.holdsPermit
  if (values.every((isHeld) => !isHeld)) return everyBit(permitSignedOn.values)
  const own = household.permitIsValid.values
  return own.length > 1
    ? 0
    : bitsWhere(permitSignedOn.values, (day) => compareDates(today, addMonths(day, 12)) <= 0 === own[0])
}

const ofThisMonth = byMark(
  ({ adoptedOn }: Circumstances) => adoptedOn,
  (day, { today }) => monthOf(today) <= monthOf(day),
)
/** The adoption of a child who was never adopted would be a new one. */
const registeredOn: Comparison = (household, unknown) =>
  household.adopted.values.some((isAdopted) => isAdopted)
    ? ofThisMonth(household, unknown)
    : everyBit(unknown.adoptedOn.values)

/** The day a parent came back counts by whether the 渐退期 from it is over. */
const returnedOn =
  (role: 'father' | 'mother'): Comparison =>
  (household, unknown) => {
    const { values } = unknown[role].returned
    const months = household.settings.gradualExitMonths
    const on = household[role].ended?.on
    if (months == null) return everyBit(values)
    const isRunning = on !== undefined && compareDates(household.today, addMonths(on, months)) <= 0
    return on === undefined ? 0 : bitsWhere(values, (day) => (day === unknown.today) === isRunning)
  }

const everyBit = (values: readonly unknown[]) => bitsWhere(values, () => true)

/** How many of the ages that the rules tell apart are reached, and whether the month of the 18th birthday is running. */
function ageMark(birthDate: IsoDate, { today, settings }: Circumstances): number {
  const { rehabMaxAgeInclusive: rehab } = settings
  const years = fullYears(birthDate, today)
  const ages = [...Object.values(ageLimits), ...(rehab == null ? [] : [rehab + 1])]
  const reached = ages.filter((age) => age <= years).length
  const isThisMonth = years >= ageLimits.adult && monthOf(eighteenthBirthday(birthDate)) === monthOf(today)
  return isThisMonth ? -reached : reached
}

const kinds = (list: readonly Graded[]) =>
  [
    list.length > 0,
    list.some(isRehabKind),
    list.some(isSevereForSingle),
    list.some(isSevereForHome),
    list.some(isUnableToWork),
  ].join()

const listsOf = (illnesses: readonly string[], { settings }: Circumstances) =>
  [
    illnesses.length > 0,
    illnesses.includes(autism),
    illnesses.some((each) => settings.seriousIllnesses?.includes(each)),
    illnesses.some(
      (each) => namedChronicIllnesses.includes(each) || settings.chronicOutpatientIllnesses?.includes(each),
    ),
  ].join()

const sameStatuses = (own: Statuses, other: Statuses, household: Circumstances) => {
  const [wanted] = Object.keys(other) as (keyof Statuses)[]
  if (!wanted) return Object.keys(own).length === 0
  if (grantedAtAnyAge.includes(wanted)) return own[wanted] !== undefined
  return household.birthDate.values.every((birthDate) => statusAsMinor(own, wanted, birthDate) !== undefined)
}

const situationOf = (situation: ParentSituation, { today }: Circumstances) =>
  situation.lost ? 'lost' : cannotCareOn(situation, today)

const isHere = (place: string) => place.slice(0, 4) === '1503'
const isInnerMongolia = (place: string) => place.slice(0, 2) === '15'

/** Places as the unknown household has them: only how hukou and residence lie to each other and to 乌海 matters. */
const hukouAs = (hukou: string) => (isHere(hukou) ? '150302' : isInnerMongolia(hukou) ? '150100' : '610100')
const residenceAs = (residence: string, hukou: string) => {
  if (isHere(residence))
    return isHere(hukou) && hukou.slice(0, 6) !== residence.slice(0, 6) ? '150303' : '150302'
  if (isInnerMongolia(residence)) return '150100'
  return residence.slice(0, 2) === hukou.slice(0, 2) ? '610100' : '620100'
}

const comparisons: Readonly<Record<string, Comparison>> = {
  'child.birthDate': byMark(({ birthDate }) => birthDate, ageMark),
  'child.recognised': compare(({ recognised }) => recognised, sameStatuses),
  'child.abandoned': equal(({ abandoned }) => abandoned),
  'child.adoption': equal(({ adopted }) => adopted),
  'child.adoption.registeredOn': registeredOn,
  'child.adoption.wasDisabled': equal(({ wasDisabled }) => wasDisabled),
  'child.adoption.wasIll': equal(({ wasIll }) => wasIll),
  'child.adoption.wasOrphanOrAbandoned': equal(({ wasOrphan }) => wasOrphan),
  'child.schooling.stage': equal(({ stage }) => stage),
  'child.schooling.fullTime': equal(({ isFullTime }) => isFullTime),
  'child.hukou.division': compare(
    ({ hukou }) => hukou,
    (own, other) => hukouAs(own) === other,
  ),
  'child.residence.division': compare(
    ({ residence }) => residence,
    (own, other, { hukou }) => hukou.values.every((place) => residenceAs(own, place) === other),
  ),
  'child.residence.since': equal(({ livesHereHalfAYear }) => livesHereHalfAYear),
  'child.residencePermit.held': equal(({ holdsPermit }) => holdsPermit),
  'child.residencePermit.lastSignedOn': signedOn,
  'child.disabilities': byMark(({ disabilities }) => disabilities, kinds),
  'child.illnesses': byMark(({ illnesses }) => illnesses, listsOf),
  'child.confidentialCategoryA': equal(({ isCategoryA }) => isCategoryA),
  'child.insured': equal(({ insured }) => insured),
  'child.suddenHardship': equal(({ suddenHardship }) => suddenHardship),
  'household.recognised': compare(
    ({ lists }) => lists,
    (own, [wanted]) => (wanted === undefined ? own.length === 0 : own.includes(wanted)),
  ),
  'household.incomeAboveNearSubsistenceLimit': equal(({ incomeAboveLimit }) => incomeAboveLimit),
  'household.bothParentsAwayForWork': equal(({ parentsAway }) => parentsAway),
  'household.meetsLocalHousingRule': equal(({ meetsHousingRule }) => meetsHousingRule),
  'parents.father': byMark(({ father }) => father.situation, situationOf),
  'parents.mother': byMark(({ mother }) => mother.situation, situationOf),
  'parents.father.ableToCare': equal(({ father }) => father.isAble),
  'parents.mother.ableToCare': equal(({ mother }) => mother.isAble),
  'parents.father.paysMaintenance': equal(({ father }) => father.paysMaintenance),
  'parents.mother.paysMaintenance': equal(({ mother }) => mother.paysMaintenance),
  'parents.father.resumedCareOn': returnedOn('father'),
  'parents.mother.resumedCareOn': returnedOn('mother'),
}

/** Days that have passed: nobody is told to have done something on another day. */
export const isPast = (path: string): boolean =>
  path === 'child.adoption.registeredOn' || path.endsWith('.resumedCareOn')

/**
 * The values of a fact of the unknown household that are this household's own.
 * @returns one bit a value, the first value the lowest; 0 where the household's is not known
 * @throws RangeError on a path that no rule reads
 */
export function likenessOf(path: string, household: Circumstances, unknown: Circumstances): number {
  const comparison = comparisons[path]
  if (!comparison) throw new RangeError('a fact that is not compared')
  return comparison(household, unknown)
}
