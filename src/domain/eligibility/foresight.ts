import { compareDates, eighteenthBirthday } from '@domain/calendar/date'
import type { ExitId } from '@domain/policy/exitItems'
import type { EntitlementCode, ProvisionId } from '@domain/policy/provisions'
import { assess } from './assess'
import type { EntitlementResult } from './assessment'
import type { Household, IsoDate } from './facts'
import { adulthoodOf } from './foresightAdulthood'
import { changesBetween } from './foresightChanges'
import { daysAfterEnds, permitEnd, turningDays } from './foresightDays'
import { dutiesOf } from './foresightDuties'
import { schoolChanges } from './foresightSchool'

/** What happens: something ends, goes on or begins, or the family has something to hand in, to tell or to ask. */
export type ForesightKind = 'handIn' | 'continues' | 'begins' | 'ends'

/** One thing that lies ahead of a family. */
export interface Foresight {
  /** The entitlement it is about; absent where it is about all of them. */
  code?: EntitlementCode
  kind: ForesightKind
  /** The day, today or later; absent where nobody can know it (a graduation, a length that is not published). */
  on?: IsoDate
  /** A plain sentence (≤ 40 characters). */
  text: string
  provision: ProvisionId
  /** The item of the list of exits (1.1-j) it rests on. */
  exit?: ExitId
}

/**
 * What lies ahead of a household, as far as its facts tell: the days themselves are known (birthdays, releases, the end
 * of a term, of a permit, of a 渐退期), and what changes on them is what the rules say of that day. Nothing else is said.
 *
 * @param household the facts as for `assess`; schooling and places are taken to stay as they are, and what the next school
 *   changes is said without a day
 * @returns dated ones first, by date, then the others; empty without `today`
 */
export function foresee(household: Household): Foresight[] {
  const { today } = household
  if (today === undefined) return []
  const asked = withoutConfidential(household)
  const now = assess(asked).results
  return sorted([
    ...changesAhead(asked, today, now),
    ...adulthoodOf(asked, today, now),
    ...dutiesOf(asked, today, now),
    ...schoolChanges(asked, today),
  ])
}

/**
 * Every day on which an answer changes, and what changes. A protection that ends brings a further day, as seen from today
 * or from a turning day: an end that would move with the day of asking is not known, and would never be reached.
 */
function changesAhead(household: Household, today: IsoDate, now: readonly EntitlementResult[]): Foresight[] {
  const { birthDate } = household.child ?? {}
  const adultOn = birthDate === undefined ? undefined : eighteenthBirthday(birthDate)
  const turning = turningDays(household, today)
  const found: Foresight[] = []
  let coming = turning.concat(daysAfterEnds(now))
  let before = now
  let last = today
  for (;;) {
    coming = coming.filter((day) => compareDates(last, day) < 0).sort(compareDates)
    const [on] = coming
    if (on === undefined) return found
    const after = assess(onDay(household, on)).results
    found.push(...changesBetween(before, after, on, on === adultOn))
    if (turning.includes(on)) coming = coming.concat(daysAfterEnds(after))
    before = after
    last = on
  }
}

/** The household on a later day: 居住证 in force is taken to be signed every year, which dutiesOf asks for. */
function onDay(household: Household, on: IsoDate): Household {
  const { today, child } = household
  const permit = child?.residencePermit
  const signedOn = permit?.lastSignedOn
  if (!signedOn || !today || compareDates(permitEnd(signedOn), today) < 0) return { ...household, today: on }
  return { ...household, today: on, child: { ...child, residencePermit: { ...permit, lastSignedOn: on } } }
}

/** What stands on the confidential route only is not foreseen either (reference §5.3). */
function withoutConfidential({ child, ...others }: Household): Household {
  const { confidentialCategoryA, ...told } = child ?? {}
  return confidentialCategoryA === undefined ? { child, ...others } : { child: told, ...others }
}

const kindOrder: readonly ForesightKind[] = ['handIn', 'continues', 'begins', 'ends']

function sorted(list: readonly Foresight[]): Foresight[] {
  const never = '9999-12-31'
  return list
    .slice()
    .sort(
      (a, b) =>
        compareDates(a.on ?? never, b.on ?? never) || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind),
    )
}
