import * as z from 'zod/mini'
import { isPaperId } from '@domain/services/papers'

export const PaperId = z.string().check(z.maxLength(60), z.refine(isPaperId, 'not a paper of the catalogue'))

/** Lower-case hex. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** The form fields sent beside the file. `clientId` makes a retry harmless. */
export const AttachmentFields = z.strictObject({ paper: PaperId, clientId: z.uuid() })
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
