import * as z from 'zod/mini'
import { text } from './text'

/**
 * The code of WeChat's phone-number button, sent after its own dialog. The number is shown to the person and not
 * stored; typing it stays possible everywhere.
 */
export const PhoneNumberRequest = z.strictObject({ code: text(1, 200), agreed: z.literal(true) })
export type PhoneNumberRequest = z.infer<typeof PhoneNumberRequest>

/** Eleven digits of the mainland. */
export const PhoneNumber = z.strictObject({ phone: z.string().check(z.regex(/^1\d{10}$/)) })
export type PhoneNumber = z.infer<typeof PhoneNumber>
