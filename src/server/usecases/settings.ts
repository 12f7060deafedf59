import type { PublishedSetting, PublishedSettings } from '@domain/policy/publishedSettings'
import { settingKeys } from '@domain/policy/settingKeys'
import { settingsWith, type PolicySettings } from '@domain/policy/settings'
import { policy } from '@domain/policy/version'
import { canonicalJson } from '../crypto/canonicalJson'
import { sha256 } from '../crypto/tokens'
import type { Database, Tx } from '../store/database'
import { publishedSettings } from '../store/settings'

const versionLength = 16

/** The settings at this moment: the release's own, with what departments have published in their place. */
export interface SettingsInForce extends PublishedSettings {
  byKey: PolicySettings
}

/** What was made of the settings that were read last: every application asks for them, and they change a few times a year. */
let last: { published: string; settings: SettingsInForce } | undefined

export async function settingsInForce(db: Database | Tx): Promise<SettingsInForce> {
  const published = await publishedSettings(db)
  const text = JSON.stringify(published)
  if (last?.published !== text) last = { published: text, settings: madeOf(published) }
  return last.settings
}

function madeOf(published: readonly PublishedSetting[]): SettingsInForce {
  const byKey = settingsWith(published)
  const settings = settingKeys.map((key): PublishedSetting => {
    const { value, state, source, date } = byKey[key]
    return { key, value, state, source, date }
  })
  const content = { policyVersion: policy.version, settings }
  return { ...content, byKey, version: sha256(canonicalJson(content)).slice(0, versionLength) }
}
