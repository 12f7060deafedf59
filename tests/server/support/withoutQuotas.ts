import { defaultLimits, type Limits } from '@server/limits'

const many = 1_000_000_000

/** For trials in which a few people do in a minute what a city does in a day. Everything else is as it is in production. */
export const withoutQuotas: Limits = {
  ...defaultLimits,
  uploads: { ...defaultLimits.uploads, perDay: many, bytesPerDay: Number.MAX_SAFE_INTEGER },
  children: { perHour: many, perDay: many, ofOnePerDay: many },
  caseReadsPerDay: many,
  requests: { ...defaultLimits.requests, perAddress: many, perAccount: many, signInsPerAddress: many },
}

/** The same where how busy the computer is must not matter. */
export const unhurried: Limits = { ...withoutQuotas, loopDelayMs: 30_000, databaseMs: 30_000 }
