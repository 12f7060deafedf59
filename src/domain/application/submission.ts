import type { FamilyFacts } from '@domain/eligibility/facts'
import { normaliseIdNumber } from '@domain/people/idNumber'
import { normaliseMobileNumber } from '@domain/people/mobileNumber'
import { normaliseName } from '@domain/people/name'
import type { Helper } from '@domain/people/relations'
import type { ServiceCode } from '@domain/services/catalogue'
import type { PaperId } from '@domain/services/papers'
import type { ConsentActor, ConsentKind } from './consents'
import type { Draft } from './draft'
import { consentsOfDraft, factsOfDraft, papersOfDraft } from './draftFacts'
import { photosNotReceived, photosOf } from './draftPapers'

/** Of the questions and papers a family is asked; stored with every application. */
export const formVersion = 1

/** What is sent. The wire's `ApplicationSubmission` has the same shape; a test holds them together. */
export interface Submission {
  service: ServiceCode
  formVersion: number
  policyVersion: string
  applicant: { name: string; idNumber: string; phone: string; safeToContact: boolean; helper: Helper }
  child: { name: string; idNumber: string }
  facts: FamilyFacts
  papers: { paper: PaperId; attachmentIds: string[] }[]
  consents: { kind: ConsentKind; noticeVersion: string; actor: ConsentActor }[]
}

/**
 * The application as it is sent, the same for the same draft, so that a repeated send carries the same bytes.
 * A paper without a photo is listed with no attachment: it follows later.
 * @returns nothing while a field is missing or a photo has not arrived: nothing partial is ever sent
 */
export function submissionFrom(draft: Draft, policyVersion: string): Submission | undefined {
  const { name, idNumber, phone, safeToContact = false, helper } = draft.applicant
  const child = draft.child
  if (!name || !idNumber || !phone || !helper || !child.name || !child.idNumber) return undefined
  if (photosNotReceived(draft).length > 0) return undefined
  return {
    service: draft.service,
    formVersion,
    policyVersion,
    applicant: {
      name: normaliseName(name),
      idNumber: normaliseIdNumber(idNumber),
      phone: normaliseMobileNumber(phone),
      safeToContact,
      helper,
    },
    child: { name: normaliseName(child.name), idNumber: normaliseIdNumber(child.idNumber) },
    facts: factsOfDraft(draft),
    papers: papersOfDraft(draft).map(({ paper }) => ({ paper, attachmentIds: attachmentIds(draft, paper) })),
    consents: consentsGiven(draft),
  }
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

/** Nobody is recorded as the guardian who has not said so. Parents are guardians by law (民法典27条). */
function consentActor({ applicant: { relation, authority, helper } }: Draft): ConsentActor {
  const isGuardian =
    relation === 'father' || relation === 'mother' || relation === 'guardian' || authority === 'guardian'
  if (!isGuardian) return relation === 'self' ? 'child' : 'applicant'
  return helper === 'none' ? 'guardian' : 'guardianOnHelpersPhone'
}
