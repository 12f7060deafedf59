import { fullYears } from '@domain/calendar/date'
import type { FamilyFacts, IsoDate } from '@domain/eligibility/facts'
import { paperOf } from '@domain/services/paperCatalogue'
import type { PaperId } from '@domain/services/papers'
import { routeOf } from '@domain/services/route'
import type { ServiceCode } from '@domain/services/catalogue'

/** The separate consents an application may need. Source: law-and-rules §3 (PIPL 28–31). */
export const consentKinds = ['childData', 'healthDocuments', 'crossProvince'] as const
export type ConsentKind = (typeof consentKinds)[number]

/**
 * Who gives it: the guardian, on the own phone or on the phone of who helps; an applicant whose authority the street
 * has still to see (an entrusted relative, 村（居）委会); or the child itself. A helper never consents for somebody.
 */
export const consentActors = ['guardian', 'guardianOnHelpersPhone', 'applicant', 'child'] as const
export type ConsentActor = (typeof consentActors)[number]

/** Under this age the guardian consents, whatever the child says. Source: PIPL 28, 31. */
export const childConsentsFrom = 14

/**
 * Whether this person's consent can count for this child. From 14 on the law asks for no guardian's consent; the
 * separate consents for sensitive kinds stay, and a guardian may still give them.
 * @param birthDate of the child; unknown counts as under 14
 * @param today calendar date in 乌海
 */
export function mayConsent(actor: ConsentActor, birthDate: IsoDate | undefined, today: IsoDate): boolean {
  if (actor !== 'child') return true
  return birthDate !== undefined && fullYears(birthDate, today) >= childConsentsFrom
}

/**
 * The consents this family must be asked for, each on its own.
 * @param papers the papers asked for or handed in: a document about health needs a consent of its own
 */
export function requiredConsents(
  service: ServiceCode,
  facts: FamilyFacts,
  papers: readonly PaperId[],
): ConsentKind[] {
  const needed: Record<ConsentKind, boolean> = {
    childData: true,
    healthDocuments: papers.some((paper) => paperOf(paper).health),
    crossProvince:
      routeOf(service, {
        hukou: facts.child?.hukou?.division,
        residence: facts.child?.residence?.division,
      })?.kind === 'crossProvinceIn',
  }
  return consentKinds.filter((kind) => needed[kind])
}

/** What a withdrawn consent takes with it: the whole case, or only the photos about somebody's health. */
export const withdrawalReaches: Record<ConsentKind, 'case' | 'healthPhotos'> = {
  childData: 'case',
  healthDocuments: 'healthPhotos',
  crossProvince: 'case',
}
