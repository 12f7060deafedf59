/**
 * The facts about one household, as a family knows them.
 *
 * Every property is optional. **Absent means not known, never "no".** `[]`, `false` and `null` (adoption)
 * mean asked and not so. Dates are ISO 8601 calendar dates; places are GB/T 2260 codes (6 digits) or
 * statistical street codes (9 digits).
 */
export type IsoDate = string
export type DivisionCode = string

export interface Household {
  today?: IsoDate
  settings?: Settings
  child?: Child
  parents?: Parent[]
  household?: HouseholdStatus
  applicant?: Applicant
}

/** What the policy leaves to a department to publish. Absent or null: not published. */
export interface Settings {
  gradualExitMonths?: number | null
  gradualExitAfterGraduation?: boolean
  rehabMaxAgeInclusive?: number | null
  nearSubsistenceMultiple?: number | null
  /** 服刑、强制戒毒、其他限制 的最短期限，月；默认 6 */
  restrictedTermMonths?: number
  seriousIllnesses?: string[] | null
  chronicOutpatientIllnesses?: string[] | null
}

export const schoolStages = [
  'none',
  'preschool',
  'primary',
  'juniorSecondary',
  'seniorSecondary',
  'secondaryVocational',
  'higherVocational',
  'juniorCollege',
  'undergraduate',
  'master',
  'doctorate',
] as const
export type SchoolStage = (typeof schoolStages)[number]

export const graduationStages = [
  'secondaryVocational',
  'seniorSecondary',
  'higherVocational',
  'juniorCollege',
  'undergraduate',
] as const
export type GraduationStage = (typeof graduationStages)[number]

export const childStatuses = [
  'orphan',
  'deFactoUnattended',
  'extremePoverty',
  'subsistenceAllowance',
  'subsistenceAllowanceSingle',
] as const
export type ChildStatus = (typeof childStatuses)[number]

export const householdStatuses = [
  'subsistenceAllowance',
  'nearSubsistence',
  'rigidExpenditure',
  'povertyRelapseMonitored',
  'extremePoverty',
] as const
export type HouseholdStatusKind = (typeof householdStatuses)[number]

export const disabilityTypes = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
] as const
export type DisabilityType = (typeof disabilityTypes)[number]

export const parentRoles = ['father', 'mother'] as const
export type ParentRole = (typeof parentRoles)[number]

export const applicantRelations = [
  'father',
  'mother',
  'grandparent',
  'otherRelative',
  'guardian',
  'institution',
  'villageCommittee',
  'self',
  'other',
] as const
export type ApplicantRelation = (typeof applicantRelations)[number]

export interface Child {
  birthDate?: IsoDate
  hukou?: { division?: DivisionCode }
  residence?: { division?: DivisionCode; since?: IsoDate }
  residencePermit?: { held?: boolean; lastSignedOn?: IsoDate }
  schooling?: {
    stage?: SchoolStage
    fullTime?: boolean
    graduatedFromStage?: GraduationStage
    graduatedOn?: IsoDate
  }
  disabilities?: Disability[]
  illnesses?: string[]
  recognised?: { as: ChildStatus; since?: IsoDate }[]
  abandoned?: boolean
  adoption?: Adoption | null
  insured?: 'wuhai' | 'elsewhere' | 'none'
  inInstitution?: boolean
  /** Given on the confidential route only; the public checker never asks it. */
  confidentialCategoryA?: boolean
  inpatientBill?: boolean
  suddenHardship?: boolean
}

export interface Adoption {
  registeredOn?: IsoDate
  wasOrphanOrAbandoned?: boolean
  wasDisabled?: boolean
  wasIll?: boolean
}

export interface Disability {
  type: DisabilityType
  grade?: number
  certified?: boolean
}

export interface Parent {
  role: ParentRole
  dead?: boolean
  deadSince?: IsoDate
  /** 宣告失踪 by a court */
  declaredMissing?: boolean
  /** 失联; false = in contact */
  lostContact?: LostContact | boolean
  imprisoned?: Restriction | boolean
  compulsoryRehab?: Restriction | boolean
  otherRestriction?: Restriction | boolean
  disabilities?: Disability[]
  illnesses?: string[]
  /** certified as on the published 重病 list */
  seriouslyIll?: boolean
  guardianshipRevoked?: boolean
  deported?: boolean
  resumedCareOn?: IsoDate
  paysMaintenance?: boolean
  /** true only when asked and none of the grounds applies */
  ableToCare?: boolean
}

export interface LostContact {
  since?: IsoDate
  /** null = never reported */
  policeAcceptedOn?: IsoDate | null
  policeReceipt?: boolean
  establishedByStreet?: boolean
}

export interface Restriction {
  termMonths?: number
  from?: IsoDate
  releasedOn?: IsoDate
}

export interface HouseholdStatus {
  recognised?: HouseholdStatusKind[]
  recognisedAt?: DivisionCode
  incomeAboveNearSubsistenceLimit?: boolean
  bothParentsAwayForWork?: boolean
  meetsLocalHousingRule?: boolean
}

export interface Applicant {
  relation?: ApplicantRelation
  entrusted?: boolean
}

/** What a family hands in: the same facts without the clock and the settings, which the server supplies. */
export type FamilyFacts = Omit<Household, 'today' | 'settings'>
