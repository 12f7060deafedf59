import { assess } from '@domain/eligibility/assess'
import type { EntitlementResult } from '@domain/eligibility/assessment'
import type { Household, Parent, ParentRole, Settings } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'

/* Families for the tests: everything asked and answered, so that a test states only what it is about. */

export const today = '2026-03-31'

/** Test values, not policy. */
export const settings: Settings = {
  gradualExitMonths: 6,
  gradualExitAfterGraduation: false,
  restrictedTermMonths: 6,
  seriousIllnesses: null,
}

type Circumstances = Omit<Parent, 'role'>

/** Asked about everything, none of it so. */
export const caring: Circumstances = {
  dead: false,
  declaredMissing: false,
  lostContact: false,
  imprisoned: false,
  compulsoryRehab: false,
  otherRestriction: false,
  disabilities: [],
  seriouslyIll: false,
  guardianshipRevoked: false,
  deported: false,
}

export const parent = (role: ParentRole, facts: Circumstances): Parent => ({ role, ...caring, ...facts })

/** A ten-year-old of 海勃湾 living at home, never recognised, with these two parents. */
export function family(
  father: Circumstances,
  mother: Circumstances,
  child: Household['child'] = {},
): Household {
  return {
    today,
    settings,
    child: {
      birthDate: '2016-03-31',
      hukou: { division: '150302001' },
      residence: { division: '150302001' },
      recognised: [],
      abandoned: false,
      adoption: null,
      ...child,
    },
    parents: [parent('father', father), parent('mother', mother)],
  }
}

export function answerOf(code: EntitlementCode, household: Household): EntitlementResult {
  const found = assess(household).results.find((result) => result.code === code)
  if (!found) throw new Error(`no answer for ${code}`)
  return found
}

export const resultOf = (code: EntitlementCode, household: Household) => answerOf(code, household).result
export const dfuc = (household: Household) => answerOf('DFUC_ALLOWANCE', household)
export const orphan = (household: Household) => answerOf('ORPHAN_ALLOWANCE', household)
