import { parentRoles, type ParentRole } from '@domain/eligibility/facts'

/** Papers about the child, the applicant or the family as a whole. Source: reference §5. */
export const familyPaperKinds = [
  'childHukouBook',
  'childIdCard',
  'birthCertificate',
  'childPhoto',
  'bankCard',
  'applicantIdCard',
  'guardianshipProof',
  'entrustment',
  'householdHukouBook',
  'householdIdCards',
  'incomeStatement',
  'incomeAuthorisation',
  'lowIncomeProof',
  'careAgreement',
  'orphanProof',
  'schoolProof',
  'studentAidForm',
  'childDisabilityCard',
  'childDiagnosis',
  'medicalBills',
  'confirmatoryReport',
  'vaccinationRecord',
  'hardshipProof',
  'residencePermit',
  'residenceProof',
  'ownerConsent',
  'adoptionCertificate',
] as const
export type FamilyPaperKind = (typeof familyPaperKinds)[number]

/** Papers about one parent's situation. Source: reference §4.2, column "evidence typically asked". */
export const parentPaperKinds = [
  'deathProof',
  'missingJudgment',
  'disabilityCard',
  'diagnosis',
  'criminalJudgment',
  'rehabDecision',
  'restrictionDocument',
  'lostContactReceipt',
  'revocationJudgment',
  'deportationDocument',
] as const
export type ParentPaperKind = (typeof parentPaperKinds)[number]

export type PaperKind = FamilyPaperKind | ParentPaperKind

/** `childHukouBook`, or `father.deathProof`. */
export type PaperId = FamilyPaperKind | `${ParentRole}.${ParentPaperKind}`

/** The paper of one parent. */
export function parentPaper(role: ParentRole, kind: ParentPaperKind): PaperId {
  return `${role}.${kind}`
}

export const paperIds: readonly PaperId[] = parentRoles.reduce<PaperId[]>(
  (ids, role) => ids.concat(parentPaperKinds.map((kind) => parentPaper(role, kind))),
  familyPaperKinds.slice(),
)

export function isPaperId(value: string): value is PaperId {
  return (paperIds as readonly string[]).includes(value)
}
