import { addDays } from './date'

/** 乌海 keeps China Standard Time, UTC+8, without daylight saving. */
const chinaOffsetHours = 8
const hoursInDay = 24
const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/

export interface WuhaiTime {
  /** ISO calendar date in 乌海. */
  date: string
  /** 20:14 */
  time: string
}

/**
 * Date and time of day in 乌海, whatever the phone's own zone is.
 * @param instant ISO 8601 in UTC, as the API gives it: 2026-03-09T12:14:05.120Z
 * @returns nothing for anything else
 */
export function wuhaiTime(instant: string): WuhaiTime | undefined {
  const match = pattern.exec(instant)
  if (!match) return undefined
  const [, date = '', hour = '', minute = ''] = match
  const hours = Number(hour) + chinaOffsetHours
  return {
    date: addDays(date, Math.floor(hours / hoursInDay)),
    time: `${`0${hours % hoursInDay}`.slice(-2)}:${minute}`,
  }
}

/** 3月9日 20:14, with the year when it is not that of `today`: 2025年12月31日 08:05. Empty for what is no instant. */
export function formatInstant(instant: string, today: string): string {
  const moment = wuhaiTime(instant)
  if (!moment) return ''
  const [year = '', month = '', day = ''] = moment.date.split('-')
  const inYear = `${Number(month)}月${Number(day)}日 ${moment.time}`
  return year === today.slice(0, 4) ? inYear : `${year}年${inYear}`
}
