import { addDays, addMonths, compareDates } from '@domain/calendar/date'
import type { EntitlementResult } from './assessment'
import { ageLimits, unique } from './possibleFacts'
import { readHousehold } from './circumstances'
import { birthdayOf } from './derivedFacts'
import type { Household, IsoDate } from './facts'

/**
 * Days after today on which an answer may change, earliest first: birthdays at an age that some rule names, the day a
 * parent's ground becomes complete or ends, half a year at the place.
 * A day that is only possible (a report nobody has made yet) is none of them.
 */
export function turningDays(household: Household, today: IsoDate): IsoDate[] {
  const { birthDate, residence } = household.child ?? {}
  const rehab = household.settings?.rehabMaxAgeInclusive
  const ages = [...Object.values(ageLimits), ...(rehab == null ? [] : [rehab + 1])]
  const days = [
    ...(birthDate === undefined ? [] : ages.map((age) => birthdayOf(birthDate, age))),
    ...(residence?.since === undefined ? [] : [addMonths(residence.since, 6)]),
    ...parentDays(household, today),
  ]
  return unique(days.filter((day) => compareDates(today, day) < 0)).sort(compareDates)
}

/** The last day on which 居住证 signed on a day is in force (居住证暂行条例 10 条). */
export const permitEnd = (signedOn: IsoDate): IsoDate => addMonths(signedOn, 12)

function parentDays(household: Household, today: IsoDate): IsoDate[] {
  const { father, mother } = readHousehold(household, today)
  const situations = father.situation.values.concat(mother.situation.values)
  return situations.reduce<IsoDate[]>((days, { spans }) => {
    for (const { from, until, undated } of spans)
      if (!undated) days.push(from, ...(until === undefined ? [] : [until]))
    return days
  }, [])
}

/** The first days after a protection that ends: after 渐退期, or after the last month paid where there is none. */
export function daysAfterEnds(results: readonly EntitlementResult[]): IsoDate[] {
  return results.reduce<IsoDate[]>((days, { dates = {} }) => {
    const { lastProtectedDay, lastPaidMonth } = dates
    if (lastProtectedDay !== undefined) return days.concat(addDays(lastProtectedDay, 1))
    return lastPaidMonth === undefined ? days : days.concat(addMonths(`${lastPaidMonth}-01`, 1))
  }, [])
}
