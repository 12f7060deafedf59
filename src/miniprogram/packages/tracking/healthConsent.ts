import { answerInForce, consentNotices } from '@domain/application/consentNotices'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { paperOf } from '@domain/services/paperCatalogue'
import { dropPhotos } from './supplementPhotos'
import { changeSupplement, type SupplementDraft } from './supplementDraft'

const { version } = consentNotices.healthDocuments

export const isAboutHealth = (paper: PaperId): boolean => paperOf(paper).health

/** @returns the answer to the notice in force; undefined: still to be asked */
export const healthConsentOf = ({ healthConsent }: SupplementDraft): boolean | undefined =>
  answerInForce('healthDocuments', healthConsent)

/** Who refuses has nothing on the phone that may not be sent: those papers are shown at the window. */
export async function answerHealthConsent(given: boolean): Promise<void> {
  if (!given) dropPhotos(isAboutHealth)
  await changeSupplement((draft) => ({ ...draft, healthConsent: { given, noticeVersion: version } }))
}

/** Asks once more. */
export async function askHealthConsentAgain(): Promise<void> {
  await changeSupplement(({ healthConsent: _, ...draft }) => draft)
}

/** What goes along with the photos: the version that was agreed to, where one of them is about somebody's health. */
export function healthConsentSent(draft: SupplementDraft): string | undefined {
  const isSent = Object.keys(draft.photos)
    .filter(isPaperId)
    .some((paper) => isAboutHealth(paper) && (draft.photos[paper] ?? []).length > 0)
  return isSent && healthConsentOf(draft) ? version : undefined
}
