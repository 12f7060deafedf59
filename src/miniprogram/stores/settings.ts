import { type Settings } from '@domain/eligibility/facts'
import { defaultSettings } from '@domain/policy/settings'

/** What the departments have published, as far as this phone knows; never asks the net. */
export function currentSettings(): Settings {
  return defaultSettings
}
