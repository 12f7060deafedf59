import * as z from 'zod/mini'
import {
  applicantRelations,
  childStatuses,
  disabilityTypes,
  graduationStages,
  householdStatuses,
  parentRoles,
  schoolStages,
  type FamilyFacts as FamilyFactsType,
  type Household as HouseholdType,
} from '@domain/eligibility/facts'
import { isIsoDate } from '@domain/calendar/date'
import { text } from './text'

const maxListLength = 40
const shortText = text(1, 60)

export const IsoDate = z.string().check(z.refine(isIsoDate, 'not a date'))
export const DivisionCode = z.string().check(z.regex(/^[0-9]{6}([0-9]{3})?$/, 'not a division code'))

const Disability = z.strictObject({
  type: z.enum(disabilityTypes),
  grade: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
  certified: z.optional(z.boolean()),
})

const Restriction = z.union([
  z.boolean(),
  z.strictObject({
    termMonths: z.optional(z.number().check(z.minimum(0))),
    from: z.optional(IsoDate),
    releasedOn: z.optional(IsoDate),
  }),
])

const LostContact = z.union([
  z.boolean(),
  z.strictObject({
    since: z.optional(IsoDate),
    policeAcceptedOn: z.optional(z.nullable(IsoDate)),
    policeReceipt: z.optional(z.boolean()),
    establishedByStreet: z.optional(z.boolean()),
  }),
])

const list = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.maxLength(maxListLength))

const Parent = z.strictObject({
  role: z.enum(parentRoles),
  dead: z.optional(z.boolean()),
  deadSince: z.optional(IsoDate),
  declaredMissing: z.optional(z.boolean()),
  lostContact: z.optional(LostContact),
  imprisoned: z.optional(Restriction),
  compulsoryRehab: z.optional(Restriction),
  otherRestriction: z.optional(Restriction),
  disabilities: z.optional(list(Disability)),
  illnesses: z.optional(list(shortText)),
  seriouslyIll: z.optional(z.boolean()),
  guardianshipRevoked: z.optional(z.boolean()),
  deported: z.optional(z.boolean()),
  resumedCareOn: z.optional(IsoDate),
  paysMaintenance: z.optional(z.boolean()),
  ableToCare: z.optional(z.boolean()),
})

const Child = z.strictObject({
  birthDate: z.optional(IsoDate),
  hukou: z.optional(z.strictObject({ division: z.optional(DivisionCode) })),
  residence: z.optional(z.strictObject({ division: z.optional(DivisionCode), since: z.optional(IsoDate) })),
  residencePermit: z.optional(
    z.strictObject({ held: z.optional(z.boolean()), lastSignedOn: z.optional(IsoDate) }),
  ),
  schooling: z.optional(
    z.strictObject({
      stage: z.optional(z.enum(schoolStages)),
      fullTime: z.optional(z.boolean()),
      graduatedFromStage: z.optional(z.enum(graduationStages)),
      graduatedOn: z.optional(IsoDate),
    }),
  ),
  disabilities: z.optional(list(Disability)),
  illnesses: z.optional(list(shortText)),
  recognised: z.optional(list(z.strictObject({ as: z.enum(childStatuses), since: z.optional(IsoDate) }))),
  abandoned: z.optional(z.boolean()),
  adoption: z.optional(
    z.nullable(
      z.strictObject({
        registeredOn: z.optional(IsoDate),
        wasOrphanOrAbandoned: z.optional(z.boolean()),
        wasDisabled: z.optional(z.boolean()),
        wasIll: z.optional(z.boolean()),
      }),
    ),
  ),
  insured: z.optional(z.enum(['wuhai', 'elsewhere', 'none'])),
  inInstitution: z.optional(z.boolean()),
  confidentialCategoryA: z.optional(z.boolean()),
  inpatientBill: z.optional(z.boolean()),
  suddenHardship: z.optional(z.boolean()),
})

const HouseholdStatus = z.strictObject({
  recognised: z.optional(list(z.enum(householdStatuses))),
  recognisedAt: z.optional(z.string().check(z.regex(/^[0-9]{6}$/, 'not a division code'))),
  incomeAboveNearSubsistenceLimit: z.optional(z.boolean()),
  bothParentsAwayForWork: z.optional(z.boolean()),
  meetsLocalHousingRule: z.optional(z.boolean()),
})

const Applicant = z.strictObject({
  relation: z.optional(z.enum(applicantRelations)),
  entrusted: z.optional(z.boolean()),
})

const Settings = z.strictObject({
  gradualExitMonths: z.optional(z.nullable(z.int().check(z.minimum(0)))),
  gradualExitAfterGraduation: z.optional(z.boolean()),
  rehabMaxAgeInclusive: z.optional(z.nullable(z.int())),
  nearSubsistenceMultiple: z.optional(z.nullable(z.number())),
  restrictedTermMonths: z.optional(z.int()),
  seriousIllnesses: z.optional(z.nullable(list(shortText))),
  chronicOutpatientIllnesses: z.optional(z.nullable(list(shortText))),
})

const Parents = z.array(Parent).check(
  z.maxLength(2),
  z.refine(
    (parents) => new Set(parents.map((parent) => parent.role)).size === parents.length,
    'at most one father and one mother',
  ),
)

const familyShape = {
  child: z.optional(Child),
  parents: z.optional(Parents),
  household: z.optional(HouseholdStatus),
  applicant: z.optional(Applicant),
}

/** What a family hands in. The confidential category is refused here: it has a route of its own. */
export const FamilyFacts = z.strictObject(familyShape).check(
  z.refine((facts) => facts.child?.confidentialCategoryA === undefined, {
    message: 'not accepted on this route',
    path: ['child', 'confidentialCategoryA'],
  }),
)
export type FamilyFacts = z.infer<typeof FamilyFacts>

/** The input of one assessment. Source: the published household schema. */
export const Household = z.strictObject({
  today: z.optional(IsoDate),
  settings: z.optional(Settings),
  ...familyShape,
})
export type Household = z.infer<typeof Household>

// The wire and the domain may not drift apart: these lines fail to compile when they do.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const householdMatchesDomain: Same<Household, HouseholdType> = true
export const familyFactsMatchDomain: Same<FamilyFacts, FamilyFactsType> = true
