import { paperOf } from '@domain/services/paperCatalogue'
import type { PaperId } from '@domain/services/papers'
import type { Draft, DraftPhoto } from './draft'
import { papersOfDraft } from './draftFacts'

/**
 * Whether a paper may be photographed and sent. A document about health may not without its consent
 * (law-and-rules §3); the family shows it at the window instead.
 */
export function mayPhotograph(draft: Draft, paper: PaperId): boolean {
  return !paperOf(paper).health || draft.consents.healthDocuments?.given === true
}

/** Whether the family brings this paper to the window, now or later, instead of a photo. */
export function isHandedInOnPaper(draft: Draft, paper: PaperId): boolean {
  return draft.papers[paper]?.later === true || !mayPhotograph(draft, paper)
}

/** The photos that go with this application, paper by paper, in the order taken. */
export function photosOf(draft: Draft, paper: PaperId): readonly DraftPhoto[] {
  if (!mayPhotograph(draft, paper)) return []
  return draft.papers[paper]?.photos ?? []
}

/** Required papers without a photo: the receipt lists them as still to be handed in. */
export function papersLater(draft: Draft): PaperId[] {
  return papersOfDraft(draft)
    .map(({ paper }) => paper)
    .filter((paper) => photosOf(draft, paper).length === 0)
}

/** Photos of required papers that the server has not confirmed yet: nothing is submitted while there is one. */
export function photosNotReceived(draft: Draft): DraftPhoto[] {
  return papersOfDraft(draft).reduce<DraftPhoto[]>(
    (photos, { paper }) =>
      photos.concat(photosOf(draft, paper).filter((photo) => photo.attachmentId === undefined)),
    [],
  )
}

/** Every photo a draft holds, of required papers or not. */
export function allPhotos(draft: Draft): DraftPhoto[] {
  const papers = Object.keys(draft.papers) as PaperId[]
  return papers.reduce<DraftPhoto[]>((photos, paper) => photos.concat(draft.papers[paper]?.photos ?? []), [])
}
