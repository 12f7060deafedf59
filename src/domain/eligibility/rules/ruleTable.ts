import { checkerCodes, type CheckerCode } from '@domain/policy/checkerCodes'
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
import { remembered, withAll } from '../remembering'
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

/** What the rules build on. */
const built = {
  isOrphan: remembered((facts: Standing) => facts.decisions.decide((read) => isOrphan(read, facts))),
  orphan: remembered(orphanAllowance),
  dfuc: remembered(dfucAllowance),
  tekun: remembered(tekun),
  single: remembered(singlePersonHousehold),
  subsistence: remembered(subsistence),
  adoptedDisabled: remembered(adoptedDisabledOrphan),
  isInDifficulty: remembered((facts: Standing) =>
    facts.decisions.decide((read) => isInDifficulty(read, facts)),
  ),
}

/** Adds to a household what the rules build on. */
export function standingOf(circumstances: Circumstances): Standing {
  return withAll(circumstances as Standing, built)
}

/** Those that the rules build on are decided already. */
const decided: Partial<Record<CheckerCode, Rule>> = {
  ORPHAN_ALLOWANCE: ({ orphan }) => orphan,
  DFUC_ALLOWANCE: ({ dfuc }) => dfuc,
  TEKUN: (facts) => facts.tekun,
  DIBAO_SINGLE: ({ single }) => single,
  ADOPTED_DISABLED_ORPHAN: ({ adoptedDisabled }) => adoptedDisabled,
}

const rules = checkerCodes.reduce<Partial<Record<CheckerCode, Rule>>>(
  (all, code) => ({ ...all, [code]: decided[code] ?? remembered(ruleTable[code]) }),
  {},
) as Record<CheckerCode, Rule>

/**
 * The answer to one entitlement, as far as it is settled.
 * @param facts that of `HIV_ALLOWANCE` is meant for the confidential route only
 */
export const decisionOf = (code: CheckerCode, facts: Standing): Decision<Verdict> => rules[code](facts)
