import { addDays, compareDates, eighteenthBirthday } from '@domain/calendar/date'
import type { Fact } from './completions'
import type { Child, ChildStatus, DivisionCode, Household, IsoDate, SchoolStage, Settings } from './facts'
import { readParent, unique, type ParentFact } from './parentSituation'

/** When a status was granted; the day may be unknown. */
export interface Status {
  since?: IsoDate
}
export type Statuses = Partial<Record<ChildStatus, Status>>

/** Everything the rules of this room read about a household, one entry a fact. */
export interface Circumstances {
  /** The 18th birthday. */
  adultOn: Fact<IsoDate>
  recognised: Fact<Statuses>
  abandoned: Fact<boolean>
  adopted: Fact<boolean>
  adoptedOn: Fact<IsoDate>
  wasDisabled: Fact<boolean>
  wasIll: Fact<boolean>
  /** At school in a stage in which protection goes on after 18 (C1). */
  continuesSchool: Fact<boolean>
  hukou: Fact<DivisionCode>
  residence: Fact<DivisionCode>
  father: ParentFact
  mother: ParentFact
  /** The day the parent could care again, where no dated event tells. */
  fatherReturned: Fact<IsoDate>
  motherReturned: Fact<IsoDate>
}
export type CircumstanceKey = keyof Circumstances

/** What a rule knows besides the facts. */
export interface Setting {
  today: IsoDate
  settings: Settings
  /** Days after today on which a ground may become complete, earliest first. */
  comingDays: readonly IsoDate[]
  /** The day of leaving school for good; known or not stated. */
  graduatedOn?: IsoDate
}

const longAgo: IsoDate = '1900-01-01'
const farOff: IsoDate = '9000-01-01'

/** 义务教育、高中、高职、中专、大专、本科 (X1); 硕士 and 博士 are not among them (§3.3, C1). */
export const continuingStages: readonly SchoolStage[] = [
  'primary',
  'juniorSecondary',
  'seniorSecondary',
  'secondaryVocational',
  'higherVocational',
  'juniorCollege',
  'undergraduate',
]

const known = <T>(path: string, value: T): Fact<T> => ({ path, values: [value] })
const anyOf = <T>(path: string, values: readonly T[]): Fact<T> => ({ path, values })
const yesOrNo = (path: string, value: boolean | undefined): Fact<boolean> =>
  value === undefined ? anyOf(path, [true, false]) : known(path, value)

/** Reads a household on `today`: what is known, and what each unknown fact may still be. */
export function readHousehold(
  household: Household,
  today: IsoDate,
): { facts: Circumstances; setting: Setting } {
  const { child = {}, parents = [], settings = {} } = household
  const parent = (role: 'father' | 'mother') =>
    lostWhereRecognisedAsOrphan(
      child,
      readParent(
        role,
        parents.find((each) => each.role === role),
        { today, settings },
      ),
    )
  const father = parent('father')
  const mother = parent('mother')
  const comingDays = comingDaysOf([father, mother], today)
  const facts: Circumstances = {
    ...childFacts(child, today, comingDays, settings),
    father,
    mother,
    fatherReturned: returned('father', today),
    motherReturned: returned('mother', today),
  }
  return { facts, setting: { today, settings, comingDays, graduatedOn: child.schooling?.graduatedOn } }
}

type ChildFacts = Omit<Circumstances, 'father' | 'mother' | 'fatherReturned' | 'motherReturned'>

function childFacts(
  child: Child,
  today: IsoDate,
  comingDays: readonly IsoDate[],
  { gradualExitMonths }: Settings,
): ChildFacts {
  const { adoption } = child
  const registered = adoption ?? {}
  const stage = child.schooling?.stage
  const hukou = child.hukou?.division
  const residence = child.residence?.division
  return {
    adultOn: child.birthDate
      ? known('child.birthDate', eighteenthBirthday(child.birthDate))
      : anyOf('child.birthDate', possibleBirthdays(child, today, comingDays)),
    recognised: recognisedFact(child),
    abandoned: yesOrNo('child.abandoned', child.abandoned),
    adopted: yesOrNo('child.adoption', adoption === undefined ? undefined : adoption !== null),
    adoptedOn: registered.registeredOn
      ? known('child.adoption.registeredOn', registered.registeredOn)
      : anyOf('child.adoption.registeredOn', [today, longAgo]),
    wasDisabled: yesOrNo('child.adoption.wasDisabled', registered.wasDisabled),
    wasIll: yesOrNo('child.adoption.wasIll', registered.wasIll),
    continuesSchool: yesOrNo('child.schooling.stage', stage && continuingStages.includes(stage)),
    hukou: placeFact('child.hukou.division', hukou, residence, gradualExitMonths != null),
    residence: placeFact('child.residence.division', residence, hukou, false),
  }
}

/**
 * One 18th birthday for every age the rules can tell apart: still far off; the very day on which a ground becomes
 * complete; today; as long past as can be. A status is granted before 18 only, so its day bounds the birthday.
 */
function possibleBirthdays(
  { recognised = [] }: Child,
  today: IsoDate,
  comingDays: readonly IsoDate[],
): IsoDate[] {
  const earliest = recognised
    .filter(({ as }) => as === 'orphan' || as === 'deFactoUnattended')
    .reduce((day, { since = longAgo }) => (compareDates(day, since) <= 0 ? addDays(since, 1) : day), longAgo)
  return unique([farOff, ...comingDays, today, earliest]).filter((day) => compareDates(earliest, day) <= 0)
}

function recognisedFact({ recognised }: Child): Fact<Statuses> {
  const path = 'child.recognised'
  if (!recognised) return anyOf<Statuses>(path, [{}, { orphan: {} }, { deFactoUnattended: {} }])
  return known(
    path,
    recognised.reduce<Statuses>((all, { as, since }) => ({ ...all, [as]: { since } }), {}),
  )
}

/**
 * An unknown place: in 乌海 or in another province; elsewhere in 内蒙古, which only 渐退期 tells from 乌海; and where
 * the other place is known, in its province.
 */
function placeFact(
  path: string,
  place: DivisionCode | undefined,
  other: DivisionCode | undefined,
  tellsCities: boolean,
): Fact<DivisionCode> {
  if (place !== undefined) return known(path, place)
  const others = other === undefined ? [] : [`${other.slice(0, 2)}0000`]
  const provinces = unique(['150300', '610000', ...others.filter((code) => code !== '150000')])
  return anyOf(path, tellsCities ? [...provinces, '150100'] : provinces)
}

const returned = (role: 'father' | 'mother', today: IsoDate): Fact<IsoDate> =>
  anyOf(`parents.${role}.resumedCareOn`, [today, longAgo])

/**
 * Who was recognised as an orphan has lost both parents, and death does not end: a parent of whom nothing else is
 * known is read so, and the family is not asked again. After an adoption the parents listed are the adoptive ones.
 */
function lostWhereRecognisedAsOrphan({ recognised, adoption }: Child, parent: ParentFact): ParentFact {
  const isOrphan = recognised?.some(({ as }) => as === 'orphan') && adoption === null
  const lost = parent.values.filter((situation) => situation.lost)
  return isOrphan && lost.length > 0 ? { ...parent, values: lost, completions: [] } : parent
}

function comingDaysOf(parents: readonly ParentFact[], today: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (const { values } of parents) {
    for (const { spans } of values) {
      for (const { from } of spans) if (compareDates(from, today) > 0) days.push(from)
    }
  }
  return unique(days).sort(compareDates)
}
