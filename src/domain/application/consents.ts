import type { FamilyFacts } from '@domain/eligibility/facts'
import { routeOf } from '@domain/divisions/route'
import { paperOf } from '@domain/services/paperCatalogue'
import type { PaperId } from '@domain/services/papers'

/** The separate consents an application may need. Source: law-and-rules §3 (PIPL 28–31). */
export const consentKinds = ['childData', 'healthDocuments', 'crossProvince'] as const
export type ConsentKind = (typeof consentKinds)[number]

/**
 * Who gives it: the guardian, on the own phone or on the phone of who helps; or an applicant whose authority the
 * street has still to see (an entrusted relative, 村（居）委会). A helper never consents for somebody.
 */
export const consentActors = ['guardian', 'guardianOnHelpersPhone', 'applicant'] as const
export type ConsentActor = (typeof consentActors)[number]

/**
 * The consents this family must be asked for, each on its own.
 * @param papers the papers asked for or handed in: a document about health needs a consent of its own
 */
export function requiredConsents(facts: FamilyFacts, papers: readonly PaperId[]): ConsentKind[] {
  const needed: Record<ConsentKind, boolean> = {
    childData: true,
    healthDocuments: papers.some((paper) => paperOf(paper).health),
    crossProvince:
      routeOf({
        hukou: facts.child?.hukou?.division,
        residence: facts.child?.residence?.division,
      })?.kind === 'crossProvinceIn',
  }
  return consentKinds.filter((kind) => needed[kind])
}
