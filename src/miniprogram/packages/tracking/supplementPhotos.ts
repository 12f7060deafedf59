import { useState } from 'react'
import { type DraftPhoto } from '@domain/application/draft'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { paperOf } from '@domain/services/paperCatalogue'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { removePhoto } from '@/platform/photos'
import { type PhotoSource } from '@/platform/takePhotos'
import { takeDraftPhotos } from '@/stores/camera'
import { withoutDoubts } from '@/stores/doubts'
import { forgetUpload, sendPhotos } from '@/stores/uploads'
import { changePhotos, photosOf, photosOfPaper, useSupplement } from './supplementDraft'

function drop(photo: DraftPhoto): void {
  forgetUpload(photo.clientId)
  void removePhoto(photo.file)
}

/** Takes the photos of some papers off the phone. */
export function dropPhotos(ofThese: (paper: PaperId) => boolean): void {
  const { draft } = useSupplement.getState()
  const papers = Object.keys(draft?.photos ?? {})
    .filter(isPaperId)
    .filter(ofThese)
  papers.forEach((paper) => {
    const photos = photosOfPaper(paper)
    changePhotos(paper, () => [])
    photos.forEach(drop)
  })
}

/** What can be done with the photos of a correction. */
export function useSupplementPhotos(service: ServiceCode) {
  const [problem, setProblem] = useState<string>()

  const taken = async (paper: PaperId, source: PhotoSource, count: number) => {
    const { draft } = useSupplement.getState()
    const asked = {
      matter: services[service].neutralTitle,
      paper,
      others: draft ? photosOf(draft) : [],
    }
    const { photos, problem: found } = await takeDraftPhotos(source, count, asked)
    setProblem(found)
    return photos
  }
  const without = (paper: PaperId, clientId: string, instead: DraftPhoto[]) => {
    const old = photosOfPaper(paper).filter((photo) => photo.clientId === clientId)
    changePhotos(paper, (photos) =>
      photos.reduce<DraftPhoto[]>(
        (kept, photo) => kept.concat(photo.clientId === clientId ? instead : photo),
        [],
      ),
    )
    old.forEach(drop)
    sendPhotos()
  }
  return {
    problem,
    take: async (paper: PaperId, source: PhotoSource) => {
      const room = paperOf(paper).maxPhotos - photosOfPaper(paper).length
      const photos = await taken(paper, source, room)
      if (photos.length === 0) return
      changePhotos(paper, (before) => before.concat(photos))
      sendPhotos()
    },
    retake: async (paper: PaperId, clientId: string) => {
      const [photo] = await taken(paper, 'camera', 1)
      if (photo) without(paper, clientId, [photo])
    },
    keep: (paper: PaperId, clientId: string) =>
      changePhotos(paper, (photos) =>
        photos.map((photo) => (photo.clientId === clientId ? withoutDoubts(photo) : photo)),
      ),
    remove: (paper: PaperId, clientId: string) => without(paper, clientId, []),
  }
}
