import fc from 'fast-check'
import { disabilityTypes, type Disability, type Parent, type ParentRole } from '@domain/eligibility/facts'
import { addDays, addMonths } from '@domain/calendar/date'
import { today } from './families'

/* The small parts of any household: days, lists and one parent, drawn one by one and often missing. */

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(today, days))
/** Any day of the past years, and more often one on which a period of whole months ends, or the day beside it. */
export const past = (years: number) =>
  fc.oneof(
    day(-365 * years, 0),
    fc
      .tuple(fc.constantFrom(1, 5, 6, 7, 12), fc.constantFrom(-1, 0, 1))
      .map(([months, days]) => earlierOf(addDays(addMonths(today, -months), days), today)),
  )
export const coming = (days: number) => day(1, days)
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
/** A property the family was nearly always asked about. */
export const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 6 })

/** Facts of any shape; a property that is missing is absent, not undefined. */
export const record = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc
    .record<object>(model as { [Key in string]: fc.Arbitrary<object> })
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T)

const earlierOf = (a: string, b: string) => (a < b ? a : b)

export const disability = record<Disability>({
  type: fc.constantFrom(...disabilityTypes),
  grade: mostly(fc.integer({ min: 1, max: 4 })),
  certified: maybe(fc.boolean()),
} as { [Key in keyof Disability]: fc.Arbitrary<Disability[Key]> })

export const illnesses = (...names: string[]) => fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 })

const restriction = fc.oneof(
  fc.boolean(),
  record<object>({
    termMonths: maybe(fc.constantFrom(1, 5, 5.5, 6, 7, 36)),
    from: maybe(past(3)),
    releasedOn: maybe(coming(900)),
  }),
  record<object>({ termMonths: fc.constantFrom(5, 6, 36), from: coming(400) }),
  record<object>({ termMonths: maybe(fc.constantFrom(5, 6, 36)), releasedOn: past(2) }),
)

const lostContact = fc.oneof(
  fc.boolean(),
  record<object>({
    since: maybe(past(2)),
    policeAcceptedOn: maybe(fc.option(past(1), { nil: null })),
    policeReceipt: maybe(fc.boolean()),
    establishedByStreet: maybe(fc.boolean()),
  }),
)

/** Facts of one parent, each of them missing as often as not; many of them are able to care. */
export const anyParent = (role: ParentRole): fc.Arbitrary<Parent> =>
  record<Parent>({
    role: fc.constant(role),
    dead: maybe(fc.boolean()),
    deadSince: fc.option(past(5), { nil: undefined, freq: 1 }),
    declaredMissing: maybe(fc.boolean()),
    lostContact: maybe(lostContact),
    imprisoned: maybe(restriction),
    compulsoryRehab: maybe(restriction),
    otherRestriction: maybe(restriction),
    disabilities: maybe(fc.array(disability, { maxLength: 2 })),
    illnesses: maybe(illnesses('尿毒症', '感冒')),
    seriouslyIll: maybe(fc.boolean()),
    guardianshipRevoked: maybe(fc.boolean()),
    deported: maybe(fc.boolean()),
    resumedCareOn: fc.option(past(2), { nil: undefined, freq: 1 }),
    ableToCare: maybe(fc.boolean()),
    paysMaintenance: maybe(fc.boolean()),
  } as { [Key in keyof Parent]: fc.Arbitrary<Parent[Key]> }).map(withoutContradiction)

/** Who is dead or keeps the child from harm by nothing is not at the same time "able to care". */
function withoutContradiction(parent: Parent): Parent {
  const { ableToCare, ...rest } = parent
  return ableToCare === true && rest.dead === true ? rest : parent
}
