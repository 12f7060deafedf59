import * as z from 'zod/mini'
import { isPaperId } from '@domain/services/papers'

export const PaperId = z.string().check(z.maxLength(60), z.refine(isPaperId, 'not a paper of the catalogue'))

/** Lower-case hex. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/**
 * The form fields sent beside the file. `clientId` makes a retry harmless; with `sentSha256`, of the file as the phone
 * holds it, a file that was changed on the way is refused.
 */
export const AttachmentFields = z.strictObject({
  paper: PaperId,
  clientId: z.uuid(),
  sentSha256: z.optional(Sha256),
})
export type AttachmentFields = z.infer<typeof AttachmentFields>

/** A photo the server has stored and read back. */
export const Attachment = z.strictObject({
  id: z.uuid(),
  paper: z.string(),
  /** Of the stored (re-encoded) picture. */
  sha256: Sha256,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
})
export type Attachment = z.infer<typeof Attachment>

/** What an upload is answered. `sentSha256` is of the file as it arrived: both ends mean the same photo. */
export const StoredAttachment = z.strictObject({ ...Attachment.shape, sentSha256: Sha256 })
export type StoredAttachment = z.infer<typeof StoredAttachment>
