import * as z from 'zod/mini'

/** What the phone needs to know about the running service. Public, no personal data. */
export const ServiceInfo = z.strictObject({
  mode: z.enum(['demo', 'production']),
  policyVersion: z.string(),
  /** Calendar date in 乌海 (UTC+8). */
  today: z.string(),
})
export type ServiceInfo = z.infer<typeof ServiceInfo>
