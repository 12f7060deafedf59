import fc from 'fast-check'
import {
  applicantRelations,
  childStatuses,
  graduationStages,
  householdStatuses,
  schoolStages,
  type Adoption,
  type Child,
  type Household,
  type HouseholdStatus,
  type Parent,
  type Settings,
} from '@domain/eligibility/facts'
import { addDays, addMonths } from '@domain/calendar/date'
import { anyParent, disability, illnesses, maybe, mostly, past, record } from './anyHouseholdParent'
import { today } from './families'

/** Any household the schema allows: every fact of it, drawn one by one and often missing. */

type Model<T> = { [Key in keyof T]: fc.Arbitrary<T[Key]> }

/** The ages at which some rule changes, the day before and the day itself; and any other. */
const birthDate = fc.oneof(
  past(24),
  fc
    .tuple(fc.constantFrom(3, 6, 7, 8, 14, 16, 18), fc.constantFrom(0, 1))
    .map(([years, days]) => addDays(addMonths(today, -12 * years), days)),
)

const division = fc.constantFrom('150302001', '150304008', '150402', '150122', '610113', '150303104')

const status = record<object>({
  as: fc.constantFrom(...childStatuses),
  since: maybe(past(10)),
})

const adoption = record<Adoption>({
  registeredOn: maybe(past(5)),
  wasOrphanOrAbandoned: maybe(fc.boolean()),
  wasDisabled: maybe(fc.boolean()),
  wasIll: maybe(fc.boolean()),
} as Model<Adoption>)

const schooling = record<object>({
  stage: mostly(fc.constantFrom(...schoolStages)),
  fullTime: maybe(fc.boolean()),
  graduatedFromStage: maybe(fc.constantFrom(...graduationStages)),
  graduatedOn: maybe(past(2)),
})

const child = record<Child>({
  birthDate: mostly(birthDate),
  hukou: mostly(record<object>({ division: mostly(division) })),
  residence: mostly(record<object>({ division: mostly(division), since: maybe(past(2)) })),
  residencePermit: maybe(record<object>({ held: mostly(fc.boolean()), lastSignedOn: maybe(past(2)) })),
  schooling: mostly(schooling),
  disabilities: mostly(fc.array(disability, { maxLength: 2 })),
  illnesses: mostly(illnesses('尿毒症', '脑瘫', '孤独症', '感冒', '苯丙酮尿症', '血友病')),
  recognised: mostly(fc.uniqueArray(status, { maxLength: 2, selector: ({ as }: { as?: string }) => as })),
  abandoned: mostly(fc.boolean()),
  adoption: mostly(fc.option(adoption, { nil: null, freq: 1 })),
  insured: mostly(fc.constantFrom('wuhai', 'elsewhere', 'none')),
  inInstitution: maybe(fc.boolean()),
  inpatientBill: maybe(fc.boolean()),
  suddenHardship: maybe(fc.boolean()),
} as Model<Child>)

const household = record<HouseholdStatus>({
  recognised: mostly(fc.uniqueArray(fc.constantFrom(...householdStatuses), { maxLength: 2 })),
  recognisedAt: maybe(fc.constantFrom('150302', '150402')),
  incomeAboveNearSubsistenceLimit: maybe(fc.boolean()),
  bothParentsAwayForWork: maybe(fc.boolean()),
  meetsLocalHousingRule: maybe(fc.boolean()),
} as Model<HouseholdStatus>)

const settings = record<Settings>({
  gradualExitMonths: maybe(fc.constantFrom(null, 0, 6, 12)),
  gradualExitAfterGraduation: maybe(fc.boolean()),
  rehabMaxAgeInclusive: maybe(fc.constantFrom(null, 6, 7, 17)),
  nearSubsistenceMultiple: maybe(fc.constantFrom(null, 1.5)),
  restrictedTermMonths: maybe(fc.constantFrom(3, 6)),
  seriousIllnesses: maybe(fc.constantFrom(null, ['尿毒症'], ['尿毒症', '血友病'])),
  chronicOutpatientIllnesses: maybe(fc.constantFrom(null, [], ['血友病'])),
} as Model<Settings>)

/** Without the confidential route: nothing of the public checker may give it away. */
export const anyHousehold: fc.Arbitrary<Household> = record<Household>({
  today: fc.constant(today),
  settings: mostly(settings),
  child: mostly(child),
  parents: mostly(
    fc
      .tuple(mostly(anyParent('father')), mostly(anyParent('mother')))
      .map((list) => list.filter((each): each is Parent => !!each)),
  ),
  household: mostly(household),
  applicant: maybe(
    record<object>({
      relation: maybe(fc.constantFrom(...applicantRelations)),
      entrusted: maybe(fc.boolean()),
    }),
  ),
} as Model<Household>)

/** The same on the confidential route, where the flag is given. */
export const anyConfidentialHousehold: fc.Arbitrary<Household> = fc
  .tuple(anyHousehold, fc.boolean())
  .map(([facts, confidentialCategoryA]) => ({
    ...facts,
    child: { ...facts.child, confidentialCategoryA },
  }))
