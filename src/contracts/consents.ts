import * as z from 'zod/mini'
import { consentActors, consentKinds } from '@domain/application/consents'
import { text } from './text'

/** One consent given on the phone, for one text of one version. Source: PIPL 14–17, 29, 31. */
export const ConsentGiven = z.strictObject({
  kind: z.enum(consentKinds),
  noticeVersion: text(1, 40),
  /** guardian in person; a helper never consents for somebody */
  actor: z.enum(consentActors),
})
export type ConsentGiven = z.infer<typeof ConsentGiven>
