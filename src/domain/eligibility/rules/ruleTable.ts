import type { CheckerCode } from '@domain/policy/checkerCodes'
import type { Circumstances } from '../circumstances'
import { adoptedContinuation, adoptedDisabledOrphan } from './adoption'
import { dibao, isInDifficulty, singlePersonHousehold, subsistence, tekun, temporaryAid } from './assistance'
import { confidentialAllowance, crossProvince, dfucAllowance, isOrphan, orphanAllowance } from './basicLiving'
import { housing, legalAid, lovingMother } from './care'
import {
  compulsoryWaiver,
  fucaiDream,
  livingSubsidy,
  migrantAid,
  migrantSchooling,
  migrantWaiver,
  preschool,
  seniorGrant,
  seniorWaiver,
  specialEducation,
  stageAid,
} from './education'
import { homeAccessibility, rehabilitation } from './disability'
import {
  accidentInsurance,
  chronicOutpatient,
  localInsurance,
  medicalCover,
  premiumFixed,
  premiumFull,
} from './insurance'
import { inpatientAid, otherMedicalAid, tomorrowPlan } from './medical'
import type { Decision } from '../diagram'
import type { Verdict } from '../verdict'
import type { Rule, Standing } from './rule'

/** Every entitlement answered, in the order of the catalogue. A further one is a further row. */
export const ruleTable: Readonly<Record<CheckerCode, Rule>> = {
  ORPHAN_ALLOWANCE: orphanAllowance,
  DFUC_ALLOWANCE: dfucAllowance,
  XPROV_ACCEPT: crossProvince,
  TEKUN: tekun,
  DIBAO: dibao,
  TEMP_AID: temporaryAid,
  DIBAO_SINGLE: singlePersonHousehold,
  ADOPTED_CONTINUATION: adoptedContinuation,
  HIV_ALLOWANCE: confidentialAllowance,
  HOME_ACCESS: homeAccessibility,
  HOUSING: housing,
  INSURE_LOCAL: localInsurance,
  MED_COVER: medicalCover,
  CHRONIC_OUTPATIENT: chronicOutpatient,
  ACCIDENT_INS: accidentInsurance,
  PREMIUM_FULL: premiumFull,
  PREMIUM_FIXED: premiumFixed,
  INPATIENT_70: inpatientAid,
  MED_AID_OTHER: otherMedicalAid,
  TOMORROW_PLAN: tomorrowPlan,
  REHAB: rehabilitation,
  PRESCHOOL: preschool,
  SCHOOL_MIGRANT: migrantSchooling,
  MIGRANT_WAIVER: migrantWaiver,
  MIGRANT_AID: migrantAid,
  SPECIAL_EDU: specialEducation,
  COMPULSORY_WAIVER: compulsoryWaiver,
  LIVING_SUBSIDY: livingSubsidy,
  HS_WAIVER: seniorWaiver,
  HS_GRANT: seniorGrant,
  STAGE_AID: stageAid,
  FUCAI_DREAM: fucaiDream,
  LEGAL_AID: legalAid,
  ADOPTED_DISABLED_ORPHAN: adoptedDisabledOrphan,
  AIXIN_MAMA: lovingMother,
}

/** What the rules build on, each decided once. */
export function standingOf(facts: Circumstances): Standing {
  const { decisions } = facts
  const standing = { isOrphan: decisions.decide((read) => isOrphan(read, facts)) } as Standing
  const decide = (rule: Rule) => rule(facts, standing)
  standing.orphan = decide(orphanAllowance)
  standing.dfuc = decide(dfucAllowance)
  standing.tekun = decide(tekun)
  standing.single = decide(singlePersonHousehold)
  standing.subsistence = decide(subsistence)
  standing.adoptedDisabled = decide(adoptedDisabledOrphan)
  standing.isInDifficulty = decisions.decide((read) => isInDifficulty(read, facts, standing))
  return standing
}

/**
 * The answer to one entitlement, as far as it is settled.
 * @param facts that of `HIV_ALLOWANCE` is meant for the confidential route only
 */
export function decisionOf(code: CheckerCode, facts: Circumstances, standing: Standing): Decision<Verdict> {
  switch (code) {
    case 'ORPHAN_ALLOWANCE':
      return standing.orphan
    case 'DFUC_ALLOWANCE':
      return standing.dfuc
    case 'TEKUN':
      return standing.tekun
    case 'DIBAO_SINGLE':
      return standing.single
    case 'ADOPTED_DISABLED_ORPHAN':
      return standing.adoptedDisabled
    default:
      return ruleTable[code](facts, standing)
  }
}
