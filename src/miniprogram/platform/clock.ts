import { type IsoDate } from '@domain/eligibility/facts'

// 乌海 keeps China Standard Time, UTC+8 without daylight saving; a phone abroad must not be a day off.
const chinaOffset = 8 * 60 * 60 * 1000

/** The calendar date in 乌海 at this moment. */
export function today(): IsoDate {
  return new Date(Date.now() + chinaOffset).toISOString().slice(0, 10)
}

/** This moment as an ISO 8601 instant in UTC. */
export function now(): string {
  return new Date().toISOString()
}
