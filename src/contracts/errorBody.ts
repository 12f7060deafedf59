import * as z from 'zod/mini'
import { errorCodes } from './errors'

/** The one shape of every error answer. */
export const ErrorBody = z.strictObject({
  code: z.enum(errorCodes),
  /** Chinese, for a person. */
  message: z.string(),
  /** Path of the first wrong field, e.g. `child.idNumber`. */
  field: z.optional(z.string()),
  /** For support: found in the server's log. Holds no personal data. */
  traceId: z.string(),
})
export type ErrorBody = z.infer<typeof ErrorBody>
