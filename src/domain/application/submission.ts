import type { FamilyFacts } from '@domain/eligibility/facts'
import { normaliseIdNumber } from '@domain/people/idNumber'
import { normaliseMobileNumber } from '@domain/people/mobileNumber'
import { normaliseName } from '@domain/people/name'
import type { Helper } from '@domain/people/relations'
import { asksIdNumbers, services, type ServiceCode } from '@domain/services/catalogue'
import { normaliseDetails, type Details } from '@domain/services/details'
import type { PaperId } from '@domain/services/papers'
import type { ConsentActor, ConsentKind } from './consents'
import type { Draft } from './draft'
import { consentActor, consentsOfDraft, factsOfDraft, papersOfDraft } from './draftFacts'
import { photosNotReceived, photosOf } from './draftPapers'

/** Of the questions and papers a family is asked; stored with every application. */
export const formVersion = 2

/** What is sent. The wire's `ApplicationSubmission` has the same shape; a test holds them together. */
export interface Submission {
  service: ServiceCode
  formVersion: number
  policyVersion: string
  applicant: { name: string; idNumber?: string; phone: string; safeToContact: boolean; helper: Helper }
  child: { name: string; idNumber?: string }
  facts: FamilyFacts
  details: Details
  papers: { paper: PaperId; attachmentIds: string[] }[]
  consents: { kind: ConsentKind; noticeVersion: string; actor: ConsentActor }[]
}

/**
 * The application as it is sent, the same for the same draft, so that a repeated send carries the same bytes.
 * A paper without a photo is listed with no attachment: it follows later.
 * @returns nothing while a field is missing or a photo has not arrived: nothing partial is ever sent
 */
export function submissionFrom(draft: Draft, policyVersion: string): Submission | undefined {
  const { phone, safeToContact = false, helper } = draft.applicant
  const applicant = personOf(draft, draft.applicant)
  const child = services[draft.service].concerns === 'child' ? personOf(draft, draft.child) : applicant
  if (!applicant || !child || !phone || !helper) return undefined
  if (photosNotReceived(draft).length > 0) return undefined
  return {
    service: draft.service,
    formVersion,
    policyVersion,
    applicant: { ...applicant, phone: normaliseMobileNumber(phone), safeToContact, helper },
    child,
    facts: factsOfDraft(draft),
    details: normaliseDetails(draft.details),
    papers: papersOfDraft(draft).map(({ paper }) => ({ paper, attachmentIds: attachmentIds(draft, paper) })),
    consents: consentsGiven(draft),
  }
}

/** Nothing while a field is missing. The number stays on the phone where the matter does not need it. */
function personOf(
  { service }: Draft,
  { name, idNumber }: { name?: string; idNumber?: string },
): Submission['child'] | undefined {
  if (!name) return undefined
  if (!asksIdNumbers(service)) return { name: normaliseName(name) }
  return idNumber ? { name: normaliseName(name), idNumber: normaliseIdNumber(idNumber) } : undefined
}

function attachmentIds(draft: Draft, paper: PaperId): string[] {
  return photosOf(draft, paper).reduce<string[]>(
    (ids, { attachmentId }) => (attachmentId === undefined ? ids : ids.concat(attachmentId)),
    [],
  )
}

function consentsGiven(draft: Draft): Submission['consents'] {
  const actor = consentActor(draft)
  return consentsOfDraft(draft).reduce<Submission['consents']>((given, kind) => {
    const consent = draft.consents[kind]
    return consent?.given ? given.concat({ kind, noticeVersion: consent.noticeVersion, actor }) : given
  }, [])
}
