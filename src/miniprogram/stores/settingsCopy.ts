import { endpoints } from '@contracts/endpoints'
import { readPublishedSettings, type PublishedSettings } from '@domain/policy/publishedSettings'
import { policy } from '@domain/policy/version'
import { now } from '@/platform/clock'
import { request } from '@/platform/network'
import { readStored, removeStored, writeStored } from '@/platform/storage'

// Apart from settings.ts: the tab pages bring the copy up to date and carry no word about any setting.

const key = 'settings'

/** Milliseconds between two questions to the server; a published value is news for months. */
const pause = 3_600_000

export type SettingsCopy = Pick<PublishedSettings, 'version' | 'settings'>

let isRead = false
let copy: SettingsCopy | undefined

/**
 * What the server last told this phone; nothing when it never did, or told it about another version of the text.
 * Asks nobody. Not personal, so it is kept unsealed and stays when the phone is cleared.
 */
export function settingsCopy(): SettingsCopy | undefined {
  if (isRead) return copy
  isRead = true
  const stored = readStored(key)
  copy = readPublishedSettings(stored, policy.version)
  if (stored !== undefined && !copy) removeStored(key)
  return copy
}

let answeredAt: number | undefined
let asking: Promise<void> | undefined

/**
 * Brings the copy up to date, in the background: nobody waits for it and nothing is said when it fails. Called only
 * where the phone has just talked to the server and by the contents of 政策说明; never by the checker, which asks the net
 * for nothing.
 */
export function refreshSettings(): Promise<void> {
  // Either way: a phone's clock may be set back.
  const isFresh = answeredAt !== undefined && Math.abs(Date.parse(now()) - answeredAt) < pause
  if (isFresh) return Promise.resolve()
  asking ??= ask().finally(() => (asking = undefined))
  return asking
}

/** Without callEndpoint: a failure here is no reason to tell the pages that the net is gone. */
async function ask(): Promise<void> {
  const { method, path, success } = endpoints.settings
  const answer = await request({ method, path })
  if (!answer.ok || answer.status !== success) return
  const told = readPublishedSettings(answer.body, policy.version)
  if (!told) return
  answeredAt = Date.parse(now())
  if (told.version === settingsCopy()?.version) return
  copy = told
  writeStored(key, { policyVersion: policy.version, ...told })
}
