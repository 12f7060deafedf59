import { useState } from 'react'
import { type Draft, type DraftPhoto } from '@domain/application/draft'
import { allPhotos } from '@domain/application/draftPapers'
import { services } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { type PaperId } from '@domain/services/papers'
import { type PhotoSource } from '@/platform/takePhotos'
import { takeDraftPhotos } from '@/stores/camera'
import { withoutDoubts } from '@/stores/doubts'
import { changeDraft, useDraft } from '@/stores/draft'
import { forgetUpload, sendOnceMore, sendPhotos } from '@/stores/uploads'
import { removeFromServer, withPhotos } from './draftUploads'

export interface PaperDesk {
  /** Why the last photo could not be taken. */
  problem: string | undefined
  take: (paper: PaperId, source: PhotoSource) => Promise<void>
  retake: (paper: PaperId, clientId: string) => Promise<void>
  remove: (paper: PaperId, clientId: string) => void
  /** 仍要使用, after something was noticed. */
  keep: (paper: PaperId, clientId: string) => void
  retry: (clientId: string) => void
  later: (paper: PaperId, later: boolean) => void
}

const photosNow = (paper: PaperId) => useDraft.getState().draft?.papers[paper]?.photos ?? []

function drop(photo: DraftPhoto | undefined): void {
  if (!photo) return
  forgetUpload(photo.clientId)
  removeFromServer(photo)
}

const find = (paper: PaperId, clientId: string) =>
  photosNow(paper).find((photo) => photo.clientId === clientId)

/** What can be done with the papers of the draft. A photo is on its way as soon as it is taken. */
export function usePaperDesk(): PaperDesk {
  const [problem, setProblem] = useState<string>()

  const taken = async (paper: PaperId, source: PhotoSource, count: number) => {
    const { draft } = useDraft.getState()
    if (!draft) return []
    const asked = { matter: services[draft.service].neutralTitle, paper, others: allPhotos(draft) }
    const { photos, problem: found } = await takeDraftPhotos(source, count, asked)
    setProblem(found)
    return photos
  }
  return {
    problem,
    take: async (paper, source) => {
      const room = paperOf(paper).maxPhotos - photosNow(paper).length
      const photos = await taken(paper, source, room)
      if (photos.length === 0) return
      changeDraft((draft) => withPhotos(draft, paper, photosNow(paper).concat(photos)))
      sendPhotos()
    },
    // The old photo stays until the new one is there: closing the camera must not lose it.
    retake: async (paper, clientId) => {
      const [photo] = await taken(paper, 'camera', 1)
      if (!photo) return
      const old = find(paper, clientId)
      changeDraft((draft) =>
        withPhotos(
          draft,
          paper,
          photosNow(paper).map((one) => (one.clientId === clientId ? photo : one)),
        ),
      )
      drop(old)
      sendPhotos()
    },
    remove: (paper, clientId) => {
      const old = find(paper, clientId)
      changeDraft((draft) =>
        withPhotos(
          draft,
          paper,
          photosNow(paper).filter((one) => one.clientId !== clientId),
        ),
      )
      drop(old)
    },
    keep: (paper, clientId) =>
      changeDraft((draft) =>
        withPhotos(
          draft,
          paper,
          photosNow(paper).map((one) => (one.clientId === clientId ? withoutDoubts(one) : one)),
        ),
      ),
    retry: sendOnceMore,
    later: (paper, later) => changeDraft((draft) => withLater(draft, paper, later)),
  }
}

const withLater = (draft: Draft, paper: PaperId, later: boolean): Draft => {
  const photos = draft.papers[paper]?.photos ?? []
  return { ...draft, papers: { ...draft.papers, [paper]: later ? { photos, later } : { photos } } }
}
