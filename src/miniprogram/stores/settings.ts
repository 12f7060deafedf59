import { type Settings } from '@domain/eligibility/facts'
import { settingsForRules, settingsWith, type PolicySettings } from '@domain/policy/settings'
import { settingsCopy, type SettingsCopy } from './settingsCopy'

interface Known {
  copy: SettingsCopy | undefined
  all: PolicySettings
  rules: Settings
}

let known: Known | undefined

/** Made again only when the copy is another one: the rules ask with every tap. */
function knownSettings(): Known {
  const copy = settingsCopy()
  if (known && known.copy === copy) return known
  const all = settingsWith(copy?.settings ?? [])
  known = { copy, all, rules: settingsForRules(all) }
  return known
}

/** What departments have published, as far as this phone knows, for the rules. Never asks the net. */
export function currentSettings(): Settings {
  return knownSettings().rules
}

/** The same with title, source and standing (domain/policy/settingWords.ts), for pages. Never asks the net. */
export function settingsOfPhone(): PolicySettings {
  return knownSettings().all
}
