import { isIsoDate } from '@domain/calendar/date'
import { isSettingKey, maySet, nationalTerms, type SettingKey } from './settingKeys'
import { isOfKind, type AnySettingValue } from './settingKinds'

/**
 * `published`: a department of 乌海 has said so. `assumed`: read elsewhere, to be confirmed, and shown as that.
 * `notPublished`: nobody has said anything, and there is no value.
 */
export const settingStates = ['published', 'notPublished', 'assumed'] as const
export type SettingState = (typeof settingStates)[number]

/** One setting as it is in force. */
export interface PublishedSetting {
  key: SettingKey
  value: AnySettingValue | null
  state: SettingState
  source: string | null
  /** Day of the source, ISO 8601. */
  date: string | null
}

/** Every setting in force, as it travels. */
export interface PublishedSettings {
  /** The text the settings belong to. */
  policyVersion: string
  /** Changes with the content and only with it. */
  version: string
  settings: PublishedSetting[]
}

/** Rows beyond any table of settings: what holds more is no answer of ours. */
const rowsKept = 200

/** Whether the name of a document can be kept and shown. */
export function isSource(value: unknown): value is string {
  return isOfKind('text', value)
}

const isDate = (value: unknown): value is string => typeof value === 'string' && isIsoDate(value)

/** Whether value, source and date belong to the state. */
function isWhole({ key, value, state, source, date }: PublishedSetting): boolean {
  if (state === 'notPublished') return value === null && source === null && date === null
  if (!maySet(key, value) || !isSource(source)) return false
  return state === 'published' ? isDate(date) : state === 'assumed' && (date === null || isDate(date))
}

/** A setting that this release does not know, or may not change, stays as the release has it. */
function concernsUs(row: unknown): row is PublishedSetting {
  const { key } = (row ?? {}) as { key?: unknown }
  return isSettingKey(key) && !nationalTerms.includes(key)
}

/**
 * Reads settings that came from outside: the server, or this phone's storage.
 * @param policyVersion the text they must belong to
 * @returns the rows this release knows; undefined when anything about them is wrong, because half of a table of
 *   settings would be a table nobody published
 */
export function readPublishedSettings(
  body: unknown,
  policyVersion: string,
): Pick<PublishedSettings, 'version' | 'settings'> | undefined {
  const { version, settings, ...rest } = (body ?? {}) as Record<keyof PublishedSettings, unknown>
  if (rest.policyVersion !== policyVersion || typeof version !== 'string') return undefined
  if (!/^[0-9a-f]{16}$/.test(version) || !Array.isArray(settings) || settings.length > rowsKept)
    return undefined
  const rows = settings.filter(concernsUs)
  const isOnce = rows.every(({ key }, index) => rows.map((row) => row.key).indexOf(key) === index)
  return isOnce && rows.every(isWhole) ? { version, settings: rows.map(onlyOurs) } : undefined
}

const onlyOurs = ({ key, value, state, source, date }: PublishedSetting): PublishedSetting => ({
  key,
  value,
  state,
  source,
  date,
})
