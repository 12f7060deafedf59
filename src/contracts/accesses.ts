import * as z from 'zod/mini'
import { actors } from '@domain/tracking/machine'

/** What was looked at: the whole file, the full ID numbers, or one photo. */
export const accessKinds = ['file', 'numbers', 'photo'] as const

export const Access = z.strictObject({
  what: z.enum(accessKinds),
  /** The paper on the photo. */
  paper: z.optional(z.string()),
  role: z.enum(actors),
  /** 海勃湾区凤凰岭街道; never a person's name. */
  office: z.string(),
  /** ISO 8601 instant. */
  at: z.string(),
})
export type Access = z.infer<typeof Access>

/** Newest first. */
export const AccessPage = z.strictObject({ accesses: z.array(Access), hasMore: z.boolean() })
export type AccessPage = z.infer<typeof AccessPage>

/** Page 1 when absent. */
export const AccessQuery = z.strictObject({
  page: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/))),
})
