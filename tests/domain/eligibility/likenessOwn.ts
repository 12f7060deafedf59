import { readHousehold, type Circumstances } from '@domain/eligibility/circumstances'
import type { Household } from '@domain/eligibility/facts'
import { likenessOf } from '@domain/eligibility/likeness'
import { today } from './families'

/** The day on which the unknown household is read: nothing of it is dated but by this day. */
export const someDay = '2000-01-01'

interface Told {
  on?: { path: string }
  values: readonly unknown[]
}
const isOn = (path: string) => (fact: unknown) => (fact as Told | undefined)?.on?.path === path

/** What the unknown household may have at this path. */
function valuesOf(path: string, { father, mother, ...facts }: Circumstances): readonly unknown[] {
  const all: unknown[] = [...Object.values(facts), ...Object.values(father), ...Object.values(mother)]
  return (all.find(isOn(path)) as Told).values
}

/** The values of the unknown household that are the household's own. */
export function own(path: string, household: Household): unknown[] {
  const unknown = readHousehold({ settings: household.settings }, someDay)
  const bits = likenessOf(path, readHousehold(household, today), unknown)
  return valuesOf(path, unknown).filter((_, at) => (bits >> at) % 2 === 1)
}
