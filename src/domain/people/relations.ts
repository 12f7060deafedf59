import type { ApplicantRelation, ParentRole } from '@domain/eligibility/facts'

/** How a family calls each parent. */
export const parentWords: Record<ParentRole, string> = { father: '孩子爸爸', mother: '孩子妈妈' }

/** What the applicant is to the child, in the family's words. */
export const relationWords: Record<ApplicantRelation, string> = {
  father: '爸爸',
  mother: '妈妈',
  grandparent: '爷爷奶奶、外公外婆',
  otherRelative: '其他亲戚',
  guardian: '监护人',
  institution: '儿童福利机构',
  villageCommittee: '村（居）委会',
  self: '孩子本人',
  other: '其他人',
}

/** Who fills the form in: the applicant, somebody of the family, or a 儿童主任. Source: experience §9. */
export const helpers = ['none', 'family', 'childDirector'] as const
export type Helper = (typeof helpers)[number]

/** On what ground somebody who is no parent applies. */
export const authorities = ['guardian', 'entrusted', 'unknown'] as const
export type Authority = (typeof authorities)[number]

/**
 * Relatives apply for a child either as its guardian or because the guardian entrusted them, so the form
 * asks which. A parent is guardian by law (民法典27条). Source: reference §5.2 [W22].
 */
export const needsAuthority: Record<ApplicantRelation, boolean> = {
  father: false,
  mother: false,
  grandparent: true,
  otherRelative: true,
  guardian: false,
  institution: false,
  villageCommittee: false,
  self: false,
  other: true,
}
