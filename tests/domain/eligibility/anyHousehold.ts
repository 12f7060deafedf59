import fc from 'fast-check'
import {
  disabilityTypes,
  schoolStages,
  type Child,
  type Household,
  type Parent,
  type ParentRole,
} from '@domain/eligibility/facts'
import { addDays } from '@domain/calendar/date'
import { today } from './families'

/** Any household the schema allows, its facts drawn one by one and often missing. */

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(today, days))
const past = (years: number) => day(-365 * years, 0)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const record = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc
    .record<object>(model as { [Key in string]: fc.Arbitrary<object> })
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T)

const restriction = fc.oneof(
  fc.boolean(),
  record<object>({
    termMonths: maybe(fc.constantFrom(1, 5, 5.5, 6, 7, 36)),
    from: maybe(past(3)),
    releasedOn: maybe(day(1, 900)),
  }),
  record<object>({ termMonths: fc.constantFrom(5, 6, 36), releasedOn: past(2) }),
)

const disability = record<object>({
  type: fc.constantFrom(...disabilityTypes),
  grade: maybe(fc.integer({ min: 1, max: 4 })),
  certified: maybe(fc.boolean()),
})

const lostContact = fc.oneof(
  fc.boolean(),
  record<object>({
    since: maybe(past(2)),
    policeAcceptedOn: maybe(fc.option(past(1), { nil: null })),
    policeReceipt: maybe(fc.boolean()),
    establishedByStreet: maybe(fc.boolean()),
  }),
)

const parentOf = (role: ParentRole) =>
  record<Parent>({
    role: fc.constant(role),
    dead: maybe(fc.boolean()),
    declaredMissing: maybe(fc.boolean()),
    lostContact: maybe(lostContact),
    imprisoned: maybe(restriction),
    compulsoryRehab: maybe(restriction),
    otherRestriction: maybe(restriction),
    disabilities: maybe(fc.array(disability, { maxLength: 2 })),
    illnesses: maybe(fc.array(fc.constantFrom('尿毒症', '感冒'), { maxLength: 2 })),
    seriouslyIll: maybe(fc.boolean()),
    guardianshipRevoked: maybe(fc.boolean()),
    deported: maybe(fc.boolean()),
    resumedCareOn: fc.option(past(2), { nil: undefined, freq: 1 }),
    ableToCare: maybe(fc.boolean()),
    paysMaintenance: maybe(fc.boolean()),
  } as { [Key in keyof Parent]: fc.Arbitrary<Parent[Key]> })

const place = record<object>({
  division: maybe(fc.constantFrom('150302001', '150304008', '150402', '610113')),
})

const child = record<Child>({
  birthDate: maybe(past(24)),
  hukou: maybe(place),
  residence: maybe(place),
  schooling: maybe(
    record<object>({ stage: maybe(fc.constantFrom(...schoolStages)), graduatedOn: maybe(past(2)) }),
  ),
  recognised: maybe(
    fc.array(
      record<object>({
        as: fc.constantFrom('orphan', 'deFactoUnattended', 'extremePoverty'),
        since: maybe(past(10)),
      }),
      { maxLength: 2 },
    ),
  ),
  abandoned: maybe(fc.boolean()),
  adoption: maybe(
    fc.option(
      record<object>({
        registeredOn: maybe(past(5)),
        wasDisabled: maybe(fc.boolean()),
        wasIll: maybe(fc.boolean()),
      }),
      {
        nil: null,
      },
    ),
  ),
} as { [Key in keyof Child]: fc.Arbitrary<Child[Key]> })

export const anyHousehold: fc.Arbitrary<Household> = record<Household>({
  today: fc.constant(today),
  settings: maybe(
    record<object>({
      gradualExitMonths: maybe(fc.constantFrom(null, 0, 6, 12)),
      gradualExitAfterGraduation: maybe(fc.boolean()),
      restrictedTermMonths: maybe(fc.constantFrom(3, 6)),
      seriousIllnesses: maybe(fc.constantFrom(null, ['尿毒症'])),
    }),
  ),
  child: maybe(child),
  parents: maybe(
    fc
      .tuple(maybe(parentOf('father')), maybe(parentOf('mother')))
      .map((list) => list.filter((each): each is Parent => !!each)),
  ),
} as { [Key in keyof Household]: fc.Arbitrary<Household[Key]> })
