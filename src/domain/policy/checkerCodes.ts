import type { EntitlementCode } from './provisions'

/**
 * What the eligibility checker answers, in the order of the catalogue: every code that is an entitlement, the
 * cross-province intake and the pairing with an 爱心妈妈. HIV_ALLOWANCE is answered only where it is asked for by
 * its neutral name, never from the public questions (provision 1.1-m, 艾滋病防治条例39条).
 */
export const checkerCodes = [
  'ORPHAN_ALLOWANCE',
  'DFUC_ALLOWANCE',
  'XPROV_ACCEPT',
  'TEKUN',
  'DIBAO',
  'TEMP_AID',
  'DIBAO_SINGLE',
  'ADOPTED_CONTINUATION',
  'HIV_ALLOWANCE',
  'HOME_ACCESS',
  'HOUSING',
  'INSURE_LOCAL',
  'MED_COVER',
  'CHRONIC_OUTPATIENT',
  'ACCIDENT_INS',
  'PREMIUM_FULL',
  'PREMIUM_FIXED',
  'INPATIENT_70',
  'MED_AID_OTHER',
  'TOMORROW_PLAN',
  'REHAB',
  'PRESCHOOL',
  'SCHOOL_MIGRANT',
  'MIGRANT_WAIVER',
  'MIGRANT_AID',
  'SPECIAL_EDU',
  'COMPULSORY_WAIVER',
  'LIVING_SUBSIDY',
  'HS_WAIVER',
  'HS_GRANT',
  'STAGE_AID',
  'FUCAI_DREAM',
  'LEGAL_AID',
  'ADOPTED_DISABLED_ORPHAN',
  'AIXIN_MAMA',
] as const satisfies readonly EntitlementCode[]

export type CheckerCode = (typeof checkerCodes)[number]
