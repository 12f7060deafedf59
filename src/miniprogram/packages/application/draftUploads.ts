import { type StoredAttachment } from '@contracts/attachments'
import { type Draft, type DraftPhoto } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { photosOf } from '@domain/application/draftPapers'
import { type PaperId } from '@domain/services/papers'
import { callRoute } from '@/stores/routeCalls'
import { allDrafts, changeDraft, draftOf } from '@/stores/draft'
import { useSession } from '@/stores/session'
import { forgetUpload, sendAgain, sendPhotosOf, type UploadJob, type UploadSource } from '@/stores/uploads'

function waitingPhotos(draft: Draft): UploadJob[] {
  return papersOfDraft(draft).reduce<UploadJob[]>(
    (jobs, { paper }) =>
      jobs.concat(
        photosOf(draft, paper)
          .filter(({ attachmentId }) => attachmentId === undefined)
          .map(({ clientId, file }) => ({ clientId, file, paper })),
      ),
    [],
  )
}

const changePhotos = (draft: Draft, paper: PaperId, photos: DraftPhoto[]): Draft => ({
  ...draft,
  papers: { ...draft.papers, [paper]: { ...draft.papers[paper], photos } },
})

/** The draft with other photos of one paper. A photo taken means that the paper does not come later. */
export function withPhotos(draft: Draft, paper: PaperId, photos: DraftPhoto[]): Draft {
  const { later: _, ...handedIn } = draft.papers[paper] ?? { photos: [] }
  const kept = photos.length > 0 ? handedIn : (draft.papers[paper] ?? handedIn)
  return { ...draft, papers: { ...draft.papers, [paper]: { ...kept, photos } } }
}

const hasPhoto = (paper: PaperId, clientId: string) => (draft: Draft) =>
  (draft.papers[paper]?.photos ?? []).some((photo) => photo.clientId === clientId)

/** The photos of every application on this phone: those of one family go on while the next one is filled in. */
export const draftUploads: UploadSource = {
  pending: () => allDrafts().reduce<UploadJob[]>((jobs, draft) => jobs.concat(waitingPhotos(draft)), []),
  received: ({ clientId, paper }, { id, sha256 }: StoredAttachment) =>
    changeDraft(
      (draft) => {
        const photos = draft.papers[paper]?.photos ?? []
        const mark = (photo: DraftPhoto) =>
          photo.clientId === clientId ? { ...photo, attachmentId: id, sha256 } : photo
        return changePhotos(draft, paper, photos.map(mark))
      },
      allDrafts().find(hasPhoto(paper, clientId))?.id,
    ),
}

/** Sends what waits, and tries again what has failed: a page of photos has opened. Asks nothing when all is there. */
export function sendDraftPhotos(): void {
  sendPhotosOf(draftUploads)
  sendAgain()
}

/** The photos of one paper are to be sent again from this phone: the server no longer has them. */
export function sendPaperAgain(id: string, paper: PaperId): void {
  draftOf(id)?.papers[paper]?.photos.forEach(({ clientId }) => forgetUpload(clientId))
  changeDraft((draft) => {
    const photos = draft.papers[paper]?.photos ?? []
    return changePhotos(
      draft,
      paper,
      photos.map(({ clientId, file }) => ({ clientId, file })),
    )
  }, id)
}

/** Takes a removed photo from the server as well. What fails here is cleared there after its time. */
export function removeFromServer({ attachmentId }: DraftPhoto): void {
  const { session } = useSession.getState()
  if (attachmentId && session) void callRoute('deleteAttachment', { id: attachmentId, token: session.token })
}
