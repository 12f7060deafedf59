import { compareDates } from '@domain/calendar/date'
import { derived, type DerivedFacts } from './derivedFacts'
import type { Household, IsoDate, Parent, ParentRole, Settings } from './facts'
import { readParent, type ParentFacts } from './parentSituation'
import { unique } from './possibleFacts'
import { decisionsForNext, once, placed, withAll } from './remembering'
import { readFacts, type StatedFacts } from './statedFacts'

/** A household as the rules read it: its facts, and what several rules ask of them. */
export interface Circumstances extends StatedFacts, DerivedFacts {}

/** Reads a household on `today`: what is known, and what each unknown fact may still be. */
export function readHousehold(household: Household, today: IsoDate): Circumstances {
  const { child = {}, parents = [] } = household
  const decisions = decisionsForNext()
  const settingsText = JSON.stringify(household.settings ?? {})
  const settings = once(decisions, settingsText, () => JSON.parse(settingsText) as Settings)
  const reading = { today, settings }
  // Death does not end, so a recognised orphan's parents are not asked about again; after an adoption the parents
  // listed are the adoptive ones.
  const isLost = child.adoption === null && (child.recognised ?? []).some(({ as }) => as === 'orphan')
  const parent = (role: ParentRole) => {
    const text = JSON.stringify(parents.find((each) => each.role === role) ?? null)
    return once(decisions, [role, isLost, today, settingsText, text].join(), () =>
      readParent(role, (JSON.parse(text) as Parent | null) ?? undefined, { decisions, reading, isLost }),
    )
  }
  const father = parent('father')
  const mother = parent('mother')
  const coming = comingDaysOf([father, mother], today)
  const comingDays = once(decisions, coming.join(), () => coming)
  const context = { decisions, today, settings, comingDays, father, mother }
  const facts = readFacts(child, household.household ?? {}, context)
  return withAll(placed(facts) as Circumstances, derived)
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
