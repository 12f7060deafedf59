import { addMonths, compareDates, eighteenthBirthday, fullYears } from '@domain/calendar/date'
import type { StatedFacts, Status, Statuses } from './statedFacts'
import type { Decision } from './diagram'
import type { ChildStatus, IsoDate } from './facts'
import { ageLimits, namedChronicIllnesses } from './possibleFacts'
import { remembered } from './remembering'

/** What several rules ask of the facts. */
export interface DerivedFacts {
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

const isHere = (place: string) => place.slice(0, 4) === '1503'

const reached = (years: number) =>
  remembered(({ decisions, birthDate, today }: StatedFacts) =>
    decisions.map(birthDate, (date) => fullYears(date, today) >= years),
  )

const counting = (as: ChildStatus) =>
  remembered(({ decisions, recognised, birthDate }: StatedFacts) =>
    decisions.decide((read) => {
      const status = read(recognised)[as]
      return status?.since === undefined ? status : statusAsMinor({ [as]: status }, as, read(birthDate))
    }),
  )

/** Each of them, from the facts of a household. */
export const derived: { readonly [Name in keyof DerivedFacts]: (facts: StatedFacts) => DerivedFacts[Name] } =
  {
    isOfKindergartenAge: reached(ageLimits.preschool),
    isOfSchoolAge: reached(ageLimits.school),
    isOfWorkingAge: reached(ageLimits.worker),
    isAdult: reached(ageLimits.adult),
    isPastRehab: remembered(({ decisions, settings, birthDate, today }: StatedFacts) => {
      const { rehabMaxAgeInclusive: last } = settings
      // The limit is the last full year inside: it ends the day before the next birthday (§4.6).
      return last == null
        ? decisions.known(false)
        : decisions.map(birthDate, (date) => fullYears(date, today) > last)
    }),
    orphanStatus: counting('orphan'),
    dfucStatus: counting('deFactoUnattended'),
    tekunStatus: counting('extremePoverty'),
    isSeriouslyIll: remembered(({ decisions, illnesses, settings }: StatedFacts) =>
      decisions.map(illnesses, (list) => {
        const { seriousIllnesses } = settings
        if (list.length === 0) return false
        return seriousIllnesses ? list.some((illness) => seriousIllnesses.includes(illness)) : undefined
      }),
    ),
    isChronicallyIll: remembered(({ decisions, illnesses, settings }: StatedFacts) => {
      const published = settings.chronicOutpatientIllnesses ?? []
      const isNamed = (illness: string) =>
        namedChronicIllnesses.includes(illness) || published.includes(illness)
      return decisions.map(illnesses, (list) => list.some(isNamed))
    }),
    hasHukouHere: remembered(({ decisions, hukou }: StatedFacts) => decisions.map(hukou, isHere)),
    residency: remembered(({ decisions, residence, hukou }: StatedFacts) =>
      decisions.decide((read): Residency => {
        const home = read(residence)
        if (!isHere(home)) return 'elsewhere'
        const registered = read(hukou)
        if (!isHere(registered)) return 'fromElsewhere'
        return registered.slice(0, 6) === home.slice(0, 6) ? 'atHukou' : 'otherDistrict'
      }),
    ),
    isAwayFromProvince: remembered(({ decisions, hukou, residence }: StatedFacts) =>
      decisions.decide((read) => read(hukou).slice(0, 2) !== read(residence).slice(0, 2)),
    ),
    livesHereHalfAYear: remembered(({ decisions, livesHereSince, today }: StatedFacts) =>
      decisions.map(livesHereSince, (since) => compareDates(addMonths(since, 6), today) <= 0),
    ),
    permitIsValid: remembered(({ decisions, holdsPermit, permitSignedOn, today }: StatedFacts) =>
      decisions.decide(
        (read) => read(holdsPermit) && compareDates(today, addMonths(read(permitSignedOn), 12)) <= 0,
      ),
    ),
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
