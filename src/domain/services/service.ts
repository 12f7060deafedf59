import type { ApplicantRelation } from '@domain/eligibility/facts'
import type { QuestionId } from '@domain/eligibility/questions'
import type { EntitlementCode, ProvisionId } from '@domain/policy/provisions'
import type { SettingKey } from '@domain/policy/settingKeys'
import type { CaseKind, Procedure } from '@domain/tracking/machine'
import type { Department } from './departments'
import type { DetailId } from './details'
import type { FamilyPaperKind } from './papers'
import type { Condition } from './situations'

/** Which offices work on it where the place is 乌海's own; elsewhere the papers are passed on. */
export type OfficeOrder = Exclude<Procedure, 'passedOn'>

/** Whose place decides which office it is. */
export type PlaceRule = 'hukou' | 'residence' | 'residenceOrHukou' | 'hukouOrResidence'

/** For the page that lists them. */
export const serviceGroups = ['living', 'medical', 'school', 'company', 'guardianship'] as const
export type ServiceGroup = (typeof serviceGroups)[number]

/** A time that a law names; where it stands is shown with it. */
export interface LegalLimit {
  days: number
  basis: string
}

/** How long it may take: what a law says, or what a department has published or will publish. */
export interface Limits {
  law?: LegalLimit
  /** 查验, where it is told apart. */
  street?: SettingKey
  /** 确认, where it is told apart. */
  district?: SettingKey
  /** From 受理 to the answer. */
  whole?: SettingKey
  /** What holds while nothing is published, and beside it. */
  note: string
}

export interface ServicePaper {
  paper: FamilyPaperKind
  /** Absent: always. Of several rows with one paper the first that is met speaks. */
  when?: Condition
  /** Instead of the paper's own reason. */
  why?: string
}

/** What a family can apply for, ask for or tell on the phone: one form, the rows of the policy it serves, its way. */
export interface Service {
  kind: CaseKind
  /** The official term. Only inside the case itself, where the law needs it (law-and-rules §8). */
  title: string
  /** The official term in the family's words, behind it the first time. */
  gloss: string
  /** For lists, titles and messages: tells nothing about the child. */
  neutralTitle: string
  group: ServiceGroup
  provisions: readonly ProvisionId[]
  /** What of it the checker answers, for the server's advice. */
  entitlements: readonly EntitlementCode[]
  offices: OfficeOrder
  /** Of the district that decides or, where the street acts alone, that stands behind it. */
  department: Department
  place: PlaceRule
  /** The papers may be taken by any street of the country. Source: reference §5.0. */
  crossProvince?: true
  /** Neither in a list nor in a figure; a permission of its own at the desk. Source: reference §5.3. */
  confidential?: true
  /** Whom it is about. */
  concerns: 'child' | 'applicant'
  relations: readonly ApplicantRelation[]
  whoMayApply: readonly string[]
  where: readonly string[]
  asks: {
    parents?: true
    questions?: readonly QuestionId[]
    details?: readonly DetailId[]
  }
  papers: readonly ServicePaper[]
  limits: Limits
  /** After a yes. */
  next: readonly string[]
  /** After a no, beside the written reasons. */
  refused: readonly string[]
  /** Law and documents it rests on, beside the policy's own sentence. */
  basis: readonly string[]
  cost: string
}
