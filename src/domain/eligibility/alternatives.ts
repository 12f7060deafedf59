import type { CheckerCode } from '@domain/policy/checkerCodes'
import type { EntitlementCode } from '@domain/policy/provisions'
import type { EntitlementResult, Result } from './assessment'
import { unique } from './possibleFacts'
import type { Circumstances } from './circumstances'
import { remembered } from './remembering'

/*
 * Nobody is left with a bare no (reference §0.2): first what serves the same need, where it is open, then what every
 * family in difficulty can turn to.
 */

const sameNeed: Partial<Record<CheckerCode, readonly EntitlementCode[]>> = {
  ORPHAN_ALLOWANCE: ['DFUC_ALLOWANCE'],
  DFUC_ALLOWANCE: ['ORPHAN_ALLOWANCE'],
  XPROV_ACCEPT: ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE'],
  TEKUN: ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE'],
  DIBAO: ['DIBAO_SINGLE'],
  ADOPTED_DISABLED_ORPHAN: ['ADOPTED_CONTINUATION'],
  HOME_ACCESS: ['REHAB', 'SPECIAL_EDU'],
  HOUSING: [],
  INSURE_LOCAL: ['XPLACE_SETTLEMENT'],
  MED_COVER: ['INSURE_LOCAL'],
  CHRONIC_OUTPATIENT: ['MED_COVER', 'MED_AID_OTHER'],
  ACCIDENT_INS: ['MED_COVER', 'INSURE_LOCAL'],
  PREMIUM_FULL: ['PREMIUM_FIXED', 'INSURE_LOCAL'],
  PREMIUM_FIXED: ['PREMIUM_FULL', 'INSURE_LOCAL'],
  INPATIENT_70: ['MED_AID_OTHER', 'MED_COVER'],
  MED_AID_OTHER: ['INPATIENT_70', 'MED_COVER'],
  TOMORROW_PLAN: ['REHAB', 'MED_AID_OTHER'],
  REHAB: ['CHRONIC_OUTPATIENT'],
  PRESCHOOL: ['SCHOOL_MIGRANT', 'STAGE_AID'],
  SCHOOL_MIGRANT: ['SCHOOL_ONE_THING', 'STAGE_AID'],
  MIGRANT_WAIVER: ['COMPULSORY_WAIVER'],
  MIGRANT_AID: ['STAGE_AID'],
  SPECIAL_EDU: ['STAGE_AID'],
  COMPULSORY_WAIVER: ['HS_WAIVER', 'STAGE_AID'],
  LIVING_SUBSIDY: ['HS_GRANT', 'STAGE_AID'],
  HS_WAIVER: ['COMPULSORY_WAIVER', 'STAGE_AID'],
  HS_GRANT: ['LIVING_SUBSIDY', 'STAGE_AID'],
  FUCAI_DREAM: ['STAGE_AID'],
}

const withAlternatives: readonly Result[] = ['NOT_ELIGIBLE', 'NOT_YET', 'ENDING']

/**
 * What to use instead of one entitlement.
 * @param refused what the same assessment refuses
 * @returns codes that are open, the nearest first; never empty for NOT_ELIGIBLE
 */
export function alternativesTo(
  { code, result }: EntitlementResult,
  refused: ReadonlySet<EntitlementCode>,
  facts: Circumstances,
): EntitlementCode[] {
  if (!withAlternatives.includes(result)) return []
  const isOpen = (other: EntitlementCode) => other !== code && !refused.has(other)
  const nearest = (sameNeed[code as CheckerCode] ?? []).filter(isOpen)
  // It only says where papers are handed in: whoever may have the allowance needs nothing else.
  if (code === 'XPROV_ACCEPT' && nearest.length > 0) return nearest
  const isAdult = facts.isAdult.values.every((each) => each)
  const further = (['TEMP_AID', 'DIBAO'] as const).filter(isOpen)
  return unique(nearest.concat(further, isAdult ? forAdults(facts, isOpen) : forMinors(facts)))
}

function forAdults({ stage }: Circumstances, isOpen: (code: EntitlementCode) => boolean): EntitlementCode[] {
  const isStudent = stage.values.every((each) => each !== 'none')
  return [...(isStudent && isOpen('STAGE_AID') ? (['STAGE_AID'] as const) : []), 'LEGAL_AID']
}

/** 抚养费 can be claimed from a living parent who does not pay; a child nobody cares for needs a guardian first. */
const forMinors = remembered(({ father, mother }: Circumstances): readonly EntitlementCode[] => {
  const owesMaintenance = [father, mother].some(
    ({ situation, paysMaintenance }) =>
      situation.values.some(({ lost }) => !lost) && paysMaintenance.values.includes(false),
  )
  const hasCarer = [father, mother].some(({ isAble }) => isAble.values.every((each) => each))
  return [
    ...(owesMaintenance ? (['LEGAL_AID'] as const) : []),
    'DIRECTOR_VISIT',
    ...(hasCarer ? [] : (['GUARDIANSHIP_HELP'] as const)),
  ]
})
