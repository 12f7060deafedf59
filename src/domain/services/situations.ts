import { isWuhai } from '@domain/divisions/division'
import { fullYears } from '@domain/calendar/date'
import type { FamilyFacts, IsoDate } from '@domain/eligibility/facts'
import { chosenDetail, type DetailId, type Details } from './details'

const adultAge = 18

/** What decides which papers a family is asked for. */
export interface Situation {
  facts: FamilyFacts
  details: Details
  /** The day on which it is asked, calendar date in 乌海; absent: not known. */
  on?: IsoDate
}

const hasSome = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0

/** What is known and asks for a paper of its own. What is not known asks for nothing. */
const known = {
  childDisabled: ({ facts: { child } }) => hasSome(child?.disabilities),
  childIll: ({ facts: { child } }) => hasSome(child?.illnesses),
  adultAtSchool: ({ facts: { child }, on }) =>
    child?.birthDate !== undefined && on !== undefined && fullYears(child.birthDate, on) >= adultAge,
  hukouElsewhere: ({ facts: { child } }) =>
    child?.hukou?.division !== undefined && !isWuhai(child.hukou.division),
  permitHeld: ({ facts: { child } }) => child?.residencePermit?.held === true,
  permitNotHeld: ({ facts: { child } }) => child?.residencePermit?.held === false,
  householdGranted: ({ facts: { household } }) => hasSome(household?.recognised),
} as const satisfies Record<string, (situation: Situation) => boolean>
export type KnownSituation = keyof typeof known

/** When a paper is asked for: what the facts say, or what was chosen on a page of the matter. */
export type Condition = KnownSituation | { detail: DetailId; is: readonly string[] }

/** Whether a condition is met; nothing that is not known meets one. */
export function isMet(condition: Condition, situation: Situation): boolean {
  if (typeof condition === 'string') return known[condition](situation)
  const chosen = chosenDetail(situation.details, condition.detail)
  return condition.is.some((value) => chosen.includes(value))
}
