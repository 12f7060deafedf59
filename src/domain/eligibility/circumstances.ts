import { addMonths, compareDates, eighteenthBirthday, fullYears } from '@domain/calendar/date'
import { readChild, type ChildFacts, type Status, type Statuses } from './childFacts'
import { Decisions } from './decision'
import type { Decision } from './diagram'
import type { ChildStatus, Household, IsoDate, Settings } from './facts'
import type { Reading } from './grounds'
import { readParent, type ParentFacts } from './parentSituation'
import { ageLimits, longAgo, namedChronicIllnesses, unique } from './possibleFacts'

/** A household as the rules read it: its facts, and what several rules ask of them. */
export interface Circumstances extends ChildFacts, Reading {
  today: IsoDate
  settings: Settings
  decisions: Decisions
  father: ParentFacts
  mother: ParentFacts
  /** The day a parent could care again, where no dated event tells. */
  fatherReturned: Decision<IsoDate>
  motherReturned: Decision<IsoDate>
  /** Days after today on which a ground may become complete, earliest first. */
  comingDays: readonly IsoDate[]
  /** The day of leaving school for good, where it is stated. */
  graduatedOn?: IsoDate
  /** What the child has finished. */
  graduatedFrom?: string
  /** Known on the confidential route only. */
  isCategoryA: Decision<boolean>
  /** 3, 6 and 18 years old or older, and past the age of 残疾儿童康复 where one is published. */
  isOfKindergartenAge: Decision<boolean>
  isOfSchoolAge: Decision<boolean>
  isAdult: Decision<boolean>
  isPastRehab: Decision<boolean>
  /** The statuses that still count: granted before the 18th birthday. */
  orphanStatus: Decision<Status | undefined>
  dfucStatus: Decision<Status | undefined>
  tekunStatus: Decision<Status | undefined>
  /** undefined where there is an illness and no list of 重病. */
  isSeriouslyIll: Decision<boolean | undefined>
  isChronicallyIll: Decision<boolean>
  /** 16 and older: the ability to work is no longer denied by age alone (§4.5), and 流动、留守 end (§4.7). */
  isOfWorkingAge: Decision<boolean>
  hasHukouHere: Decision<boolean>
  residency: Decision<Residency>
  isAwayFromProvince: Decision<boolean>
  /** Six months and more at the place, which makes a child of another county 流动儿童 and earns a 居住证. */
  livesHereHalfAYear: Decision<boolean>
  /** 居住证 in force: signed every year (居住证暂行条例 10 条). */
  permitIsValid: Decision<boolean>
}

/**
 * Where the child lives, seen from its hukou. Between the districts of 乌海 nobody has said whether a child counts as
 * 流动 (reference §4.7).
 */
export type Residency = 'elsewhere' | 'atHukou' | 'otherDistrict' | 'fromElsewhere'

const wuhaiCity = '1503'

/** Reads a household on `today`: what is known, and what each unknown fact may still be. */
export function readHousehold(household: Household, today: IsoDate): Circumstances {
  const { child = {}, parents = [], settings = {} } = household
  const decisions = new Decisions()
  const reading = { today, settings }
  // Death does not end, so a recognised orphan's parents are not asked about again; after an adoption the parents
  // listed are the adoptive ones.
  const isLost = child.adoption === null && (child.recognised ?? []).some(({ as }) => as === 'orphan')
  const parent = (role: 'father' | 'mother') =>
    readParent(
      role,
      parents.find((each) => each.role === role),
      { decisions, reading, isLost },
    )
  const father = parent('father')
  const mother = parent('mother')
  const comingDays = comingDaysOf([father, mother], today)
  const facts = readChild(child, household.household ?? {}, { decisions, today, settings, comingDays })
  const returned = (role: 'father' | 'mother') =>
    decisions.fact(`parents.${role}.resumedCareOn`, [today, longAgo])
  const isHere = (place: string) => place.slice(0, 4) === wuhaiCity
  return Object.assign(facts, {
    today,
    settings,
    decisions,
    father,
    mother,
    fatherReturned: returned('father'),
    motherReturned: returned('mother'),
    comingDays,
    graduatedOn: child.schooling?.graduatedOn,
    graduatedFrom: child.schooling?.graduatedFromStage,
    isCategoryA: decisions.yesOrNo('child.confidentialCategoryA', child.confidentialCategoryA),
    ...agesOf(facts, decisions, reading),
    orphanStatus: countingStatus('orphan', facts, decisions),
    dfucStatus: countingStatus('deFactoUnattended', facts, decisions),
    tekunStatus: countingStatus('extremePoverty', facts, decisions),
    isSeriouslyIll: decisions.map(facts.illnesses, (illnesses) => {
      const { seriousIllnesses: list } = settings
      if (illnesses.length === 0) return false
      return list ? illnesses.some((illness) => list.includes(illness)) : undefined
    }),
    isChronicallyIll: decisions.map(facts.illnesses, (illnesses) =>
      illnesses.some(
        (illness) =>
          namedChronicIllnesses.includes(illness) || settings.chronicOutpatientIllnesses?.includes(illness),
      ),
    ),
    hasHukouHere: decisions.map(facts.hukou, isHere),
    residency: decisions.decide((read): Residency => {
      const residence = read(facts.residence)
      if (!isHere(residence)) return 'elsewhere'
      const hukou = read(facts.hukou)
      if (!isHere(hukou)) return 'fromElsewhere'
      return hukou.slice(0, 6) === residence.slice(0, 6) ? 'atHukou' : 'otherDistrict'
    }),
    isAwayFromProvince: decisions.decide(
      (read) => read(facts.hukou).slice(0, 2) !== read(facts.residence).slice(0, 2),
    ),
    livesHereHalfAYear: decisions.map(
      facts.livesHereSince,
      (since) => compareDates(addMonths(since, 6), today) <= 0,
    ),
    permitIsValid: decisions.decide(
      (read) =>
        read(facts.holdsPermit) && compareDates(today, addMonths(read(facts.permitSignedOn), 12)) <= 0,
    ),
  })
}

function agesOf(
  { birthDate }: ChildFacts,
  decisions: Decisions,
  reading: Reading,
): Pick<
  Circumstances,
  'isOfKindergartenAge' | 'isOfSchoolAge' | 'isOfWorkingAge' | 'isAdult' | 'isPastRehab'
> {
  const age = decisions.map(birthDate, (date) => fullYears(date, reading.today))
  const reached = (years: number) => decisions.map(age, (full) => full >= years)
  const rehab = reading.settings.rehabMaxAgeInclusive
  return {
    isOfKindergartenAge: reached(ageLimits.preschool),
    isOfSchoolAge: reached(ageLimits.school),
    isOfWorkingAge: reached(ageLimits.worker),
    isAdult: reached(ageLimits.adult),
    // The limit is the last full year inside: it ends the day before the next birthday (§4.6).
    isPastRehab: rehab == null ? decisions.known(false) : reached(rehab + 1),
  }
}

function countingStatus(
  as: ChildStatus,
  { recognised, birthDate }: ChildFacts,
  decisions: Decisions,
): Decision<Status | undefined> {
  return decisions.decide((read) => {
    const status = read(recognised)[as]
    return status?.since === undefined ? status : statusAsMinor({ [as]: status }, as, read(birthDate))
  })
}

function comingDaysOf(parents: readonly ParentFacts[], today: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (const { situation } of parents) {
    for (const { spans } of situation.values) {
      for (const { from } of spans) if (compareDates(from, today) > 0) days.push(from)
    }
  }
  return unique(days).sort(compareDates)
}

/** The birthday at an age in years. */
export const birthdayOf = (birthDate: IsoDate, years: number): IsoDate => addMonths(birthDate, 12 * years)

/** A status granted before the 18th birthday, or on a day nobody has said. */
export function statusAsMinor(statuses: Statuses, as: ChildStatus, birthDate: IsoDate): Status | undefined {
  const status = statuses[as]
  const since = status?.since
  const isMinor = since === undefined || compareDates(since, eighteenthBirthday(birthDate)) < 0
  return isMinor ? status : undefined
}
