import { useState } from 'react'
import { type DraftPhoto } from '@domain/application/draft'
import { paperOf } from '@domain/services/paperCatalogue'
import { isPaperId, type PaperId } from '@domain/services/papers'
import { removePhoto, type PhotoSource } from '@/platform/photos'
import { takeDraftPhotos } from '@/stores/camera'
import { forgetUpload, sendPhotos } from '@/stores/uploads'
import { changePhotos, photosOfPaper, useSupplement } from './supplementDraft'

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
export function useSupplementPhotos() {
  const [problem, setProblem] = useState<string>()

  const taken = async (source: PhotoSource, count: number) => {
    const { photos, problem: found } = await takeDraftPhotos(source, count)
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
      const photos = await taken(source, room)
      if (photos.length === 0) return
      changePhotos(paper, (before) => before.concat(photos))
      sendPhotos()
    },
    retake: async (paper: PaperId, clientId: string) => {
      const [photo] = await taken('camera', 1)
      if (photo) without(paper, clientId, [photo])
    },
    remove: (paper: PaperId, clientId: string) => without(paper, clientId, []),
  }
}
