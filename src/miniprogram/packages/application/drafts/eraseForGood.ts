import { allPhotos } from '@domain/application/draftPapers'
import { draftOf } from '@/stores/draft'
import { eraseDraft } from '@/stores/draftShelf'
import { forgetUpload } from '@/stores/uploads'
import { removeFromServer } from '../draftUploads'

/** A draft leaves this phone, and what of it has been sent already leaves the server; nobody waits for that. */
export async function eraseForGood(id: string): Promise<void> {
  const draft = draftOf(id)
  const photos = draft ? allPhotos(draft) : []
  await eraseDraft(id)
  photos.forEach(({ clientId }) => forgetUpload(clientId))
  photos.forEach(removeFromServer)
}
