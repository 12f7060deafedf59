import { useEffect, useState } from 'react'
import { type DraftPhoto } from '@domain/application/draft'
import { photoPath } from '@/platform/photos'
import { type PhotoState, type SlotPhoto } from '@/ui/PhotoSlot/photo'
import { type ShownUpload } from '@domain/uploads/shown'
import { useUploads } from './uploads'

type Previews = Readonly<Record<string, string>>

/** Addresses of the pictures on this phone. A picture whose file is gone has none. */
export function usePreviews(photos: readonly DraftPhoto[]): Previews {
  const [previews, setPreviews] = useState<Previews>({})
  const files = photos.map(({ file }) => file).join('\n')
  useEffect(() => {
    let isOpen = true
    const refs = files === '' ? [] : files.split('\n')
    void Promise.all(refs.map(async (ref) => [ref, await photoPath(ref)] as const)).then((pairs) => {
      if (!isOpen || pairs.length === 0) return
      setPreviews(
        pairs.reduce<Previews>(
          (all, [ref, path]) => (path === undefined ? all : { ...all, [ref]: path }),
          {},
        ),
      )
    })
    return () => {
      isOpen = false
    }
  }, [files])
  return previews
}

/** Photos as a slot shows them: where each one is on its way to the server. */
export function useSlotPhotos(previews: Previews): (photos: readonly DraftPhoto[]) => SlotPhoto[] {
  const states = useUploads((state) => state.states)
  return (photos) =>
    photos.map((photo) => ({
      id: photo.clientId,
      preview: previews[photo.file],
      state: photoState(photo, states[photo.clientId]),
    }))
}

function photoState({ attachmentId }: DraftPhoto, state: ShownUpload = { is: 'waiting' }): PhotoState {
  if (attachmentId !== undefined) return { is: 'received' }
  return state.is === 'needed' ? { is: 'failed', words: state.words } : state
}
