const millisecondsInDay = 86_400_000

/**
 * Days that an unfinished application still stays on the phone: answers and photos share the clock, and it starts anew
 * with every change.
 * @param updatedAt ISO 8601 instant of the last change
 * @param now ISO 8601 instant; when the phone's clock was set back since, no time has passed
 * @param keptDays `draftPhotoKeptDays`
 * @returns 0 when its time is over; nothing when the last change is not known: it then has no end
 */
export function daysLeft(updatedAt: string | undefined, now: string, keptDays: number): number | undefined {
  const untouched = Date.parse(now) - Date.parse(updatedAt ?? '')
  if (Number.isNaN(untouched)) return undefined
  return Math.max(0, Math.ceil(keptDays - Math.max(0, untouched) / millisecondsInDay))
}
