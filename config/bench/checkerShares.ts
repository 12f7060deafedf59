/**
 * Who opens the checker: the shares behind the families over which the number of screens is measured.
 *
 * Nobody has counted them. They were set down from common sense before the first measurement and are not changed to
 * better the figure. All are per cent, or weights that add up to about a hundred.
 */

/** Why a family opens the checker. */
export const reasons = {
  parentMissing: 30,
  disabledOrIll: 18,
  poor: 18,
  fromElsewhere: 15,
  leftBehind: 9,
  helpedAlready: 10,
} as const
export type Reason = keyof typeof reasons

type Rates = Readonly<{ usual: number } & Partial<Record<Reason, number>>>

/** How common a rare situation is, and for which families it is more common. */
export const situationRates = {
  disability: { usual: 4, disabledOrIll: 60, poor: 8 },
  illness: { usual: 4, disabledOrIll: 45, poor: 8 },
  support: { usual: 10, parentMissing: 25, disabledOrIll: 30, poor: 60, helpedAlready: 100 },
  notInsuredHere: { usual: 4, fromElsewhere: 50, leftBehind: 8 },
  parentsAway: { usual: 4, leftBehind: 85 },
  adopted: { usual: 1, helpedAlready: 3 },
  parentsNotFound: { usual: 0.5, parentMissing: 2, helpedAlready: 4 },
  institution: { usual: 0.5, helpedAlready: 2 },
  suddenHardship: { usual: 5, disabledOrIll: 15, poor: 20 },
  incomeTooHigh: { usual: 2, poor: 4 },
  housingMet: { usual: 1, fromElsewhere: 5 },
} satisfies Record<string, Rates>

/** Hukou and home. */
export const placeShares = {
  usual: { here: 89, hukouElsewhere: 4, livesElsewhere: 3, otherDistrict: 4 },
  fromElsewhere: { here: 0, hukouElsewhere: 85, livesElsewhere: 10, otherDistrict: 5 },
} as const

/** Youngest age of a band, in years. */
export const ageShares = {
  usual: { '0': 12, '3': 16, '6': 34, '12': 18, '15': 15, '18': 5 },
  helpedAlready: { '0': 5, '3': 10, '6': 27, '12': 18, '15': 18, '18': 22 },
} as const

/** What children of a band attend; the oldest are 21. */
export const stageShares = {
  '0': { none: 97, preschool: 3 },
  '3': { none: 20, preschool: 80 },
  '6': { none: 1, primary: 99 },
  '12': { none: 1, primary: 8, juniorSecondary: 91 },
  '15': { none: 10, juniorSecondary: 15, seniorSecondary: 47, secondaryVocational: 28 },
  '18': {
    none: 25,
    seniorSecondary: 15,
    secondaryVocational: 7,
    higherVocational: 10,
    juniorCollege: 20,
    undergraduate: 23,
  },
} as const

/** What is granted to a family that is granted something. */
export const supportShares = {
  usual: {
    subsistenceAllowance: 45,
    nearSubsistence: 18,
    povertyRelapseMonitored: 8,
    rigidExpenditure: 4,
    deFactoUnattended: 12,
    orphan: 4,
    subsistenceAllowanceSingle: 5,
    extremePoverty: 4,
  },
  helpedAlready: { deFactoUnattended: 55, orphan: 25, subsistenceAllowance: 14, extremePoverty: 6 },
} as const

export const disabilityShares = {
  type: { physical: 30, intellectual: 30, hearing: 10, speech: 6, visual: 7, mental: 10, multiple: 7 },
  grade: { '1': 25, '2': 32, '3': 25, '4': 18 },
} as const

export const illnessShares = { 脑瘫: 20, 孤独症: 20, 苯丙酮尿症: 2, other: 58 } as const

/** What is so of a parent. `none`: divorced, married again, away for work. */
export const parentShares = {
  father: {
    usual: {
      caring: 62,
      none: 20,
      noMaintenance: 5,
      dead: 4,
      imprisoned: 2,
      lostContact: 2,
      disability: 3,
      illness: 2,
    },
    parentMissing: {
      dead: 24,
      imprisoned: 15,
      lostContact: 15,
      disability: 9,
      illness: 6,
      compulsoryRehab: 4,
      otherRestriction: 2,
      declaredMissing: 1,
      guardianshipRevoked: 1,
      caring: 8,
      none: 9,
      noMaintenance: 6,
    },
    leftBehind: { caring: 10, none: 82, noMaintenance: 4, dead: 2, lostContact: 2 },
  },
  mother: {
    usual: {
      caring: 68,
      none: 14,
      noMaintenance: 4,
      dead: 2,
      imprisoned: 1,
      lostContact: 6,
      disability: 3,
      illness: 2,
    },
    parentMissing: {
      lostContact: 33,
      dead: 12,
      disability: 10,
      illness: 6,
      imprisoned: 5,
      compulsoryRehab: 2,
      otherRestriction: 1,
      declaredMissing: 1,
      guardianshipRevoked: 1,
      deported: 1,
      caring: 8,
      none: 14,
      noMaintenance: 6,
    },
    leftBehind: { caring: 10, none: 80, noMaintenance: 4, dead: 2, lostContact: 4 },
  },
} as const

/** What a follow-up about a parent is answered. */
export const parentDetailShares = {
  lostReport: { receipt: 12, accepted: 30, street: 12, never: 46 },
  imprisonedTerm: { atLeast: 88, under: 12 },
  rehabTerm: { atLeast: 92, under: 8 },
  restrictedTerm: { atLeast: 45, under: 55 },
  disabilityType: {
    physical: 38,
    mental: 20,
    intellectual: 20,
    visual: 8,
    hearing: 7,
    speech: 2,
    multiple: 5,
  },
  disabilityGrade: { '1': 22, '2': 35, '3': 25, '4': 18 },
  illness: { certified: 40, diagnosed: 60 },
} as const
