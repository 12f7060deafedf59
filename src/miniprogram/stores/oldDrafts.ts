import { daysLeft } from '@domain/application/draftClock'
import { now } from '@/platform/clock'
import { cardOf } from './draftCard'
import { eraseDraft, useDraftShelf } from './draftShelf'
import { settingsOfPhone } from './settings'

/** Days after which a draft and its photos leave the phone, unless the family goes on with it. */
export function draftKeptDays(): number {
  return settingsOfPhone().draftPhotoKeptDays.value ?? 30
}

/** Days this draft still stays; nothing for one that has no end. */
export function daysLeftOf(updatedAt: string | undefined): number | undefined {
  return daysLeft(updatedAt, now(), draftKeptDays())
}

/**
 * Erases as a whole what nobody has touched for too long, and counts it for the pages that say so. What the family has
 * handed in and is not answered yet stays, however long that takes.
 */
export async function eraseOldDrafts(): Promise<void> {
  const { drafts, draft: shown } = useDraftShelf.getState()
  const old = Object.keys(drafts)
    .map((id) => cardOf(id, drafts[id]))
    .filter(({ id, updatedAt, isWaiting }) => !isWaiting && id !== shown?.id && daysLeftOf(updatedAt) === 0)
  if (old.length === 0) return
  for (const { id } of old) await eraseDraft(id)
  useDraftShelf.setState(({ erased }) => ({ erased: erased + old.length }))
}
