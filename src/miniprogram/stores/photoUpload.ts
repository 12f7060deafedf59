import { type AttachmentFields, type StoredAttachment } from '@contracts/attachments'
import { endpoints } from '@contracts/endpoints'
import { type UploadAnswer } from '@domain/uploads/queue'
import { upload, type Answer } from '@/platform/network'
import { headersOf, readAnswer, type Outcome } from './api'
import { readStoredAttachment } from './lightReaders'
import { dropSession, isSignedOut } from './session'
import { words } from './words'

export interface PhotoUpload {
  /** A path the platform can read: `photoPath`. */
  file: string
  fields: AttachmentFields & { sentSha256: string }
  token: string
  /** 0 to 100. */
  onProgress: (percent: number) => void
}

export type PhotoAnswer = UploadAnswer<StoredAttachment>

/** Nobody knows whether it arrived; it goes again. */
const notYet: PhotoAnswer = { is: 'later', words: words.photoLater }

/** The phone has lost the picture. */
export const photoGone: PhotoAnswer = { is: 'refused', words: words.photoGone }

/**
 * Sends one photo, once. The same `clientId` again is harmless. Received is only what the server says it got byte for
 * byte; what was aborted is answered as if it had got lost.
 */
export function uploadPhoto({ file, fields, token, onProgress }: PhotoUpload): {
  answer: Promise<PhotoAnswer>
  abort: () => void
} {
  const { path, success } = endpoints.uploadAttachment
  const call = upload({ path, file, fields: { ...fields }, headers: headersOf({ token }), onProgress })
  const heard = (given: Answer) => {
    const outcome = readAnswer(given, success, readStoredAttachment)
    if (isSignedOut(outcome)) dropSession(token)
    return meaningOf(outcome, fields.sentSha256)
  }
  const answer = call.answer.then((given): PhotoAnswer => {
    if (given.ok) return heard(given)
    const { reason } = given
    if (reason === 'noFile') return photoGone
    return reason === 'aborted' ? notYet : heard({ ok: false, reason })
  })
  return { answer, abort: call.abort }
}

function meaningOf(outcome: Outcome<StoredAttachment>, sentSha256: string): PhotoAnswer {
  if (outcome.ok) {
    const isSame = outcome.value.sentSha256 === sentSha256
    return isSame ? { is: 'received', receipt: outcome.value } : notYet
  }
  if (outcome.is === 'unknown') return notYet
  if (isSignedOut(outcome)) return { is: 'signedOut', words: outcome.message }
  return { is: outcome.isRetryable ? 'later' : 'refused', words: outcome.message }
}
