import * as z from 'zod/mini'
import { text } from './text'

/** wx.login's code: once, five minutes. */
export const WechatSignIn = z.strictObject({ code: text(1, 200) })
export type WechatSignIn = z.infer<typeof WechatSignIn>

/** Demo mode only: the browser's own random id stands for the person. */
export const DemoSignIn = z.strictObject({ person: z.uuid() })
export type DemoSignIn = z.infer<typeof DemoSignIn>

export const Session = z.strictObject({
  /** Opaque bearer token. Only its hash is stored. */
  token: z.string(),
  /** ISO 8601 instant after which the session is over whatever happens. */
  expiresAt: z.string(),
})
export type Session = z.infer<typeof Session>
