import { days, hours, minutes } from './clock'

/** Every limit on what one person may do, in one table. Sources: threats §3 (T2), §4.2, §5.1; law-and-rules §6 (L21). */
export interface Limits {
  citizenSession: { idleMs: number; absoluteMs: number }
  staffSession: { idleMs: number; absoluteMs: number }
  staffLock: { failures: number; lockMs: number }
  /** A code of wx.login lives five minutes; its hash is kept longer. */
  loginCodeKeptMs: number
  uploads: { perDay: number; bytesPerDay: number }
  photosPerApplication: number
  /** Everybody waits that long for a copy of the own data: in it a person looks at the few that need a look. */
  copyWaitMs: number
  /** Different children one account may apply for: keeps anybody from trying ID numbers. */
  children: { perHour: number; perDay: number }
  /** Requests a minute. High per address: whole villages share one. */
  requests: { perAddress: number; perAccount: number; signInsPerAddress: number }
  bodyBytes: number
}

export const defaultLimits: Limits = {
  citizenSession: { idleMs: days(7), absoluteMs: days(30) },
  staffSession: { idleMs: minutes(15), absoluteMs: hours(12) },
  staffLock: { failures: 5, lockMs: minutes(10) },
  loginCodeKeptMs: minutes(10),
  uploads: { perDay: 40, bytesPerDay: 60 * 1024 * 1024 },
  // Two parents with several grounds reach 20 papers' pages; the day's quota holds anyway.
  photosPerApplication: 30,
  copyWaitMs: days(1),
  children: { perHour: 5, perDay: 10 },
  requests: { perAddress: 1200, perAccount: 240, signInsPerAddress: 120 },
  bodyBytes: 256 * 1024,
}
