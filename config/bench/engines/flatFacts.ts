import { addMonths, compareDates, eighteenthBirthday, fullYears, monthOf } from '@domain/calendar/date'
import type { Child, Disability, Household, IsoDate, Settings } from '@domain/eligibility/facts'
import { flatParent, type FlatParent, type Role } from './flatParent'

/**
 * What an ordinary rules engine is given: a flat list of named values, none of them missing. Dates are already
 * counted into ages and months and lists are already read, so that the engine compares and combines only. This is
 * the work ours does by itself; it is not counted in the time of the others.
 *
 * What a family has not said becomes "no" here, as it does for such engines: one of the completions of the facts.
 */
export type FlatFacts = ChildFacts & HouseholdFacts & ParentFacts

type ParentFacts = { [Key in keyof FlatParent as `${Role}${Capitalize<Key>}`]: FlatParent[Key] }
type ChildFacts = ReturnType<typeof childFacts>
type HouseholdFacts = ReturnType<typeof householdFacts>
export type FactName = keyof FlatFacts

const noDay: IsoDate = '1900-01-01'
const tenYearsOld = 120
const noGrade = 9

/** @param household with `today`; every other fact may be missing */
export function flatFacts(household: Household): FlatFacts {
  const { today = noDay, settings = {}, child = {}, parents = [] } = household
  const reading = { today, settings, child }
  const prefixed = (role: Role) => {
    const facts = flatParent(
      parents.find((each) => each.role === role),
      reading,
    )
    return Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        `${role}${name[0]?.toUpperCase()}${name.slice(1)}`,
        value,
      ]),
    )
  }
  const parentFacts = { ...prefixed('father'), ...prefixed('mother') } as ParentFacts
  return { ...childFacts(child, today, settings), ...householdFacts(household), ...parentFacts }
}

function childFacts(child: Child, today: IsoDate, settings: Settings) {
  const { birthDate = addMonths(today, -tenYearsOld), schooling = {}, insured = 'none' } = child
  return {
    age: fullYears(birthDate, today),
    stage: schooling.stage ?? 'none',
    fullTime: schooling.fullTime === true,
    insured,
    abandoned: child.abandoned === true,
    protectedAfter18: isProtected(lastDayAfter18(child, birthDate, today, settings), today),
    tekunPaidThisMonth: monthOf(lastDayOfTekun(child, birthDate, today)) >= monthOf(today),
    ...places(child, today),
    ...health(child, settings),
    ...statuses(child, birthDate),
    ...adoption(child, today),
  }
}

function places({ hukou = {}, residence = {}, residencePermit = {} }: Child, today: IsoDate) {
  const home = hukou.division ?? residence.division ?? '150302'
  const here = residence.division ?? home
  const { held, lastSignedOn } = residencePermit
  return {
    hukouInWuhai: home.startsWith('1503'),
    livesInWuhai: here.startsWith('1503'),
    livesInOtherProvince: home.slice(0, 2) !== here.slice(0, 2),
    livesInOtherCity: home.slice(0, 4) !== here.slice(0, 4),
    monthsAtResidence: residence.since === undefined ? 0 : fullMonths(residence.since, today),
    permitHeld:
      held === true && (lastSignedOn === undefined || compareDates(today, addMonths(lastSignedOn, 12)) < 0),
  }
}

/** The worst grade counts; 9 where there is none. */
function health({ disabilities = [], illnesses = [] }: Child, settings: Settings) {
  const worst = (types: readonly Disability['type'][]) =>
    Math.min(
      noGrade,
      ...disabilities.filter(({ type }) => types.includes(type)).map(({ grade }) => grade ?? noGrade),
    )
  const chronic = ['苯丙酮尿症', '脑瘫', ...(settings.chronicOutpatientIllnesses ?? [])]
  const serious = settings.seriousIllnesses ?? []
  const named = (list: readonly string[]) => illnesses.some((illness) => list.includes(illness))
  return {
    isDisabled: disabilities.length > 0,
    isIll: illnesses.length > 0,
    worstGrade: Math.min(noGrade, ...disabilities.map(({ grade }) => grade ?? noGrade)),
    worstMentalGrade: worst(['mental', 'intellectual']),
    worstPhysicalGrade: worst(['physical']),
    worstVisualGrade: worst(['visual']),
    rehabilitationKind: named(['孤独症']) || disabilities.some(({ type }) => type !== 'mental'),
    rehabilitationAgeLimit: settings.rehabMaxAgeInclusive ?? -1,
    chronicIllness: named(chronic),
    seriousIllness: named(serious),
  }
}

function statuses({ recognised = [] }: Child, birthDate: IsoDate) {
  const as18 = eighteenthBirthday(birthDate)
  const has = (status: string) =>
    recognised.some(({ as, since = noDay }) => as === status && compareDates(since, as18) < 0)
  return {
    recognisedAnything: recognised.length > 0,
    recognisedOrphan: has('orphan'),
    recognisedDfuc: has('deFactoUnattended'),
    recognisedTekun: has('extremePoverty'),
    recognisedDibao: recognised.some(({ as }) => as === 'subsistenceAllowance'),
    recognisedSingle: recognised.some(({ as }) => as === 'subsistenceAllowanceSingle'),
  }
}

function adoption({ adoption: found }: Child, today: IsoDate) {
  const registered = found?.registeredOn ?? noDay
  return {
    adopted: !!found,
    adoptedThisMonth: !!found && monthOf(registered) >= monthOf(today),
    adoptedWasOrphan: found?.wasOrphanOrAbandoned === true,
    adoptedWasDisabled: found?.wasDisabled === true,
  }
}

function householdFacts({ household = {}, settings = {} }: Household) {
  const { recognised = [] } = household
  return {
    familyDibao: recognised.includes('subsistenceAllowance'),
    familyNear: recognised.includes('nearSubsistence'),
    familyRigid: recognised.includes('rigidExpenditure'),
    familyMonitored: recognised.includes('povertyRelapseMonitored'),
    familyTekun: recognised.includes('extremePoverty'),
    incomeTooHigh: household.incomeAboveNearSubsistenceLimit === true,
    bothParentsAway: household.bothParentsAwayForWork === true,
    restrictedTermMonths: settings.restrictedTermMonths ?? 6,
  }
}

/** Undefined: the length of 渐退期 is not published, and nobody can say that it is over. */
function lastDayAfter18(
  { schooling = {} }: Child,
  birthDate: IsoDate,
  today: IsoDate,
  { gradualExitMonths, gradualExitAfterGraduation }: Settings,
): IsoDate | undefined {
  if (gradualExitMonths == null) return undefined
  const birthday = eighteenthBirthday(birthDate)
  const { graduatedOn } = schooling
  const afterBirthday = addMonths(birthday, gradualExitMonths)
  if (graduatedOn === undefined || graduatedOn < birthday || graduatedOn > today) return afterBirthday
  const afterSchool = gradualExitAfterGraduation
    ? addMonths(graduatedOn, gradualExitMonths)
    : `${monthOf(graduatedOn)}-31`
  return afterSchool > afterBirthday ? afterSchool : afterBirthday
}

/** The 18th birthday, or the day of leaving school after it. */
function lastDayOfTekun({ schooling = {} }: Child, birthDate: IsoDate, today: IsoDate): IsoDate {
  const birthday = eighteenthBirthday(birthDate)
  const { graduatedOn, graduatedFromStage = 'seniorSecondary' } = schooling
  const wasContinuing =
    graduatedFromStage === 'seniorSecondary' || graduatedFromStage === 'secondaryVocational'
  const isLater = graduatedOn !== undefined && birthday <= graduatedOn && graduatedOn <= today
  return isLater && wasContinuing ? graduatedOn : birthday
}

const isProtected = (lastDay: IsoDate | undefined, today: IsoDate) =>
  lastDay === undefined || today <= lastDay

function fullMonths(since: IsoDate, today: IsoDate): number {
  const years = fullYears(since, today)
  const rest = Array.from({ length: 12 }, (_, month) => month).filter(
    (month) => compareDates(addMonths(since, years * 12 + month), today) <= 0,
  )
  return years * 12 + Math.max(0, ...rest)
}
