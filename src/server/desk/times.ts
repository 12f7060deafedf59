import { formatInstant, wuhaiTime } from '@domain/calendar/instant'

/** 3月9日 20:14, in 乌海 time. @param today ISO date: the year is named when it is another */
export function moment(at: Date, today: string): string {
  return formatInstant(at.toISOString(), today)
}

const dayMs = 24 * 60 * 60 * 1000

/** Whole calendar days since: 今天, 昨天, 3天. */
export function waitedDays(since: Date, today: string): string {
  const date = wuhaiTime(since.toISOString())?.date ?? today
  const days = Math.round((Date.parse(today) - Date.parse(date)) / dayMs)
  return days <= 0 ? '今天' : days === 1 ? '昨天' : `${days}天前`
}

/** 20260309-201433, in 乌海 time: for a mark that can only draw figures, and no two looks alike. */
export function figuresOf(at: Date): string {
  const { date = '', time = '' } = wuhaiTime(at.toISOString()) ?? {}
  const seconds = String(at.getUTCSeconds()).padStart(2, '0')
  return [date, time + seconds].map((part) => part.replace(/\D/g, '')).join('-')
}
