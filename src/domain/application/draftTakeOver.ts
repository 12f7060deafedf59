import { asksIdNumbers, mayApply, services } from '@domain/services/catalogue'
import type { Draft, DraftApplicant, DraftChild } from './draft'
import { pruneDraft } from './draftPruning'

/**
 * The new application with the persons and places of another one of this phone: for the same child nothing is asked
 * twice. What the new matter does not ask stays behind, and so do consents and photos, which were given for the other.
 */
export function takeOver(draft: Draft, other: Draft): Draft {
  return pruneDraft({
    ...draft,
    applicant: { ...draft.applicant, ...applicantFor(draft, other.applicant) },
    child: { ...draft.child, ...childFor(draft, other) },
  })
}

function applicantFor({ service }: Draft, applicant: DraftApplicant): DraftApplicant {
  const { idNumber, relation, authority, ...others } = applicant
  return {
    ...others,
    ...(idNumber !== undefined && asksIdNumbers(service) ? { idNumber } : {}),
    ...(relation !== undefined && mayApply(service, relation)
      ? { relation, ...(authority === undefined ? {} : { authority }) }
      : {}),
  }
}

function childFor({ service }: Draft, other: Draft): DraftChild {
  const { name, idNumber, ...places } = other.child
  // Where the matter concerns the applicant, the places are the applicant's, and there is no child to name.
  if (services[service].concerns !== services[other.service].concerns) return {}
  if (services[service].concerns === 'applicant') return places
  return {
    ...places,
    ...(name === undefined ? {} : { name }),
    ...(idNumber !== undefined && asksIdNumbers(service) ? { idNumber } : {}),
  }
}

/** Whether there is anything to take over. */
export function hasPersons({ applicant, child }: Draft): boolean {
  return (applicant.name ?? child.name ?? '') !== ''
}
