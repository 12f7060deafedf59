import * as z from 'zod/mini'
import { settingStates } from '@domain/policy/publishedSettings'
import { settingKeys } from '@domain/policy/settingKeys'

const Line = z.string().check(z.minLength(1), z.maxLength(100))

/**
 * One value the policy leaves to a department. Months, 周岁, workdays and multiples are numbers; yuan are a month's.
 * Which kind belongs to which key: domain/policy/settingKeys.ts.
 */
const Setting = z.strictObject({
  key: z.enum(settingKeys),
  value: z.nullable(z.union([z.boolean(), z.number(), Line, z.array(Line)])),
  state: z.enum(settingStates),
  source: z.nullable(Line),
  /** Day of the source, YYYY-MM-DD. */
  date: z.nullable(z.string()),
})

/** Every setting in force. Public, no personal data. `version` changes with the content and only with it. */
export const SettingsAnswer = z.strictObject({
  policyVersion: z.string(),
  version: z.string(),
  settings: z.array(Setting),
})
export type SettingsAnswer = z.infer<typeof SettingsAnswer>
