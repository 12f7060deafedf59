import { days, hours, minutes } from './clock'
import type { DayLimit } from './store/uploadDays'

/** Every limit on what one person may do, in one table. Sources: threats §3 (T2), §4.2, §5.1; law-and-rules §6 (L21). */
export interface Limits {
  citizenSession: { idleMs: number; absoluteMs: number }
  staffSession: { idleMs: number; absoluteMs: number }
  staffLock: { failures: number; lockMs: number }
  /** A code of wx.login lives five minutes; its hash is kept longer, also where the clocks of two servers differ. */
  loginCodeKeptMs: number
  /** Photos an account sends a day, refused ones included. */
  uploads: DayLimit
  /** The same for the account of a 儿童主任, who helps several families a day. */
  helperUploads: DayLimit
  /** Bodies of uploads held in memory at once. What does not fit hears 503 before it is read. */
  uploadsInFlight: { bytes: number; perAccount: number }
  photosPerApplication: number
  /** Different cases a person of the desk opens a day, until somebody allows more. Source: threats T7. */
  caseReadsPerDay: number
  /** Everybody waits that long for a copy of the own data: in it a person looks at the few that need a look. */
  copyWaitMs: number
  /**
   * Different children one account may apply for, which keeps anybody from trying ID numbers, and applications of one
   * account for one child in a day.
   */
  children: { perHour: number; perDay: number; ofOnePerDay: number }
  /** Numbers asked of WeChat in a day: each costs money, and each can be typed instead. */
  phoneNumbersPerDay: number
  /**
   * Requests a minute. High per address: whole villages share one. By address each replica counts for itself, by
   * account all together.
   */
  requests: { perAddress: number; perAccount: number; signInsPerAddress: number }
  /** More than a machine finishes in a second or two: who comes then hears 503 at once. */
  requestsInFlight: number
  /** Mean delay of the event loop from which on the server says it is busy. */
  loopDelayMs: number
  /** A request waits this long for the database in all and then hears 503. Source: reliability §4 (within 2.5 s). */
  databaseMs: number
  bodyBytes: number
  /** Milliseconds a connection may take. `upload`: a request with a photo, from its first byte to its answer. */
  waits: { headers: number; request: number; upload: number; idle: number; handler: number; check: number }
}

const megabyte = 1024 * 1024

export const defaultLimits: Limits = {
  citizenSession: { idleMs: days(7), absoluteMs: days(30) },
  staffSession: { idleMs: minutes(15), absoluteMs: hours(12) },
  staffLock: { failures: 5, lockMs: minutes(10) },
  loginCodeKeptMs: hours(2),
  uploads: { perDay: 40, bytesPerDay: 60 * megabyte },
  helperUploads: { perDay: 240, bytesPerDay: 360 * megabyte },
  // The phone sends two at a time.
  uploadsInFlight: { bytes: 48 * megabyte, perAccount: 4 },
  // Two parents with several grounds reach 20 papers' pages; the day's quota holds anyway.
  photosPerApplication: 30,
  caseReadsPerDay: 60,
  copyWaitMs: days(1),
  children: { perHour: 5, perDay: 10, ofOnePerDay: 10 },
  phoneNumbersPerDay: 5,
  requests: { perAddress: 1200, perAccount: 240, signInsPerAddress: 120 },
  requestsInFlight: 512,
  loopDelayMs: 1_000,
  databaseMs: 2_400,
  bodyBytes: 256 * 1024,
  // Node swaps the first two when headers may take longer than the request, and looks for overdue ones only every 30
  // seconds when not told otherwise (measured).
  // A photo of 300 kB takes 40 seconds at 64 kbit/s, two at once 80, and what gets lost on the way comes on top.
  waits: {
    headers: 10_000,
    request: 15_000,
    upload: 180_000,
    idle: 20_000,
    handler: 10_000,
    check: 1_000,
  },
}
