/** The only clock of the server, given to everything that needs one. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const wuhaiOffsetMs = 8 * 60 * 60 * 1000

/** The calendar date in 乌海 (UTC+8, no daylight saving time), as YYYY-MM-DD. */
export function todayInWuhai(clock: Clock): string {
  return new Date(clock().getTime() + wuhaiOffsetMs).toISOString().slice(0, 10)
}

export const minutes = (count: number) => count * 60_000
export const hours = (count: number) => minutes(count * 60)
export const days = (count: number) => hours(count * 24)

export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}
