import { type DraftPhoto } from '@domain/application/draft'
import { findingWords } from '@domain/photos/words'
import { type SlotPhoto } from '@/ui/PhotoSlot/photo'

/** Photos of a slot with what the phone noticed about them, the most important thing only. */
export function withDoubts(shown: readonly SlotPhoto[], photos: readonly DraftPhoto[]): SlotPhoto[] {
  return shown.map((photo) => {
    const doubt = photos.filter(({ clientId }) => clientId === photo.id)[0]?.doubts?.[0]
    return doubt ? { ...photo, doubt: findingWords[doubt].sentence } : photo
  })
}

/** 仍要使用: nothing more is said about this photo. */
export function withoutDoubts(photo: DraftPhoto): DraftPhoto {
  const { doubts: _, ...kept } = photo
  return kept
}
