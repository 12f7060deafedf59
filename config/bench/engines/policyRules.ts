import type { EntitlementCode } from '@domain/policy/provisions'
import {
  all,
  any,
  atLeast,
  atMost,
  below,
  equals,
  is,
  isNot,
  named,
  not,
  oneOf,
  type Condition,
} from './condition'
import { parentConditions } from './parentConditions'

/*
 * The policy's rules as two-valued conditions, for engines that know only yes and no: satisfied means ELIGIBLE or
 * AUTOMATIC. Codes whose answer is a department's discretion are left out. Source: reference §3.4, §4, §5.
 */

const compulsory = ['primary', 'juniorSecondary']
const continuing = [
  ...compulsory,
  'seniorSecondary',
  'secondaryVocational',
  'higherVocational',
  'juniorCollege',
  'undergraduate',
]

const minor = named('minor')
const orphan = named('orphanAllowance')
const dfuc = named('dfucAllowance')

/** Conditions that several rules share. */
export const sharedConditions: Record<string, Condition> = {
  ...parentConditions,
  minor: below('age', 18),
  compulsoryStage: oneOf('stage', compulsory),
  upperSecondaryStage: oneOf('stage', ['seniorSecondary', 'secondaryVocational']),
  continuingStage: oneOf('stage', continuing),
  orphan: any(named('bothLost'), all(is('abandoned'), isNot('adopted'))),
  adoptedDisabledOrphan: all(is('adopted'), is('adoptedWasOrphan'), is('adoptedWasDisabled')),
  orphanAllowance: any(
    all(minor, named('orphan')),
    all(not(minor), is('recognisedOrphan'), named('orphan'), named('continuingStage')),
    all(minor, is('recognisedOrphan'), is('adopted'), is('adoptedWasDisabled'), not(named('orphan'))),
  ),
  dfucAllowance: any(
    all(minor, not(named('orphan')), named('neitherCanCare')),
    all(not(minor), is('recognisedDfuc'), named('neitherCanCare'), named('continuingStage')),
  ),
  /** 渐退期 of either status, or the month of an adoption. */
  protectedForAWhile: any(
    all(
      not(minor),
      any(all(is('recognisedOrphan'), named('orphan')), all(is('recognisedDfuc'), named('neitherCanCare'))),
      is('protectedAfter18'),
    ),
    all(is('recognisedDfuc'), not(named('neitherCanCare')), isNot('adopted'), named('protectedAfterReturn')),
    all(any(is('recognisedOrphan'), is('recognisedDfuc')), is('adoptedThisMonth')),
  ),
  orphanOrDfuc: any(orphan, dfuc),
  tekun: all(
    any(is('recognisedTekun'), is('familyTekun')),
    not(named('orphanOrDfuc')),
    any(minor, named('compulsoryStage'), named('upperSecondaryStage')),
  ),
  dibao: any(is('familyDibao'), is('recognisedDibao')),
  severelyDisabled: any(atMost('worstGrade', 2), atMost('worstMentalGrade', 3)),
  dibaoSingle: any(
    is('recognisedSingle'),
    all(
      is('familyNear'),
      isNot('incomeTooHigh'),
      isNot('familyDibao'),
      minor,
      any(named('severelyDisabled'), is('seriousIllness')),
    ),
  ),
  onSubsistence: any(named('dibao'), named('dibaoSingle')),
  poorFamily: any(
    named('onSubsistence'),
    named('tekun'),
    is('familyNear'),
    is('familyRigid'),
    is('familyMonitored'),
  ),
  inDifficulty: any(named('orphanOrDfuc'), named('poorFamily'), is('isDisabled'), is('isIll')),
  migrant: all(below('age', 16), is('livesInOtherCity'), is('livesInWuhai'), atLeast('monthsAtResidence', 6)),
  fromElsewhere: all(not(is('hukouInWuhai')), is('livesInWuhai')),
}

/** One rule an entitlement. */
export const policyRules: { [Code in EntitlementCode]?: Condition } = {
  ORPHAN_ALLOWANCE: orphan,
  DFUC_ALLOWANCE: dfuc,
  XPROV_ACCEPT: all(named('orphanOrDfuc'), is('livesInOtherProvince')),
  TEKUN: named('tekun'),
  DIBAO: named('dibao'),
  DIBAO_SINGLE: named('dibaoSingle'),
  ADOPTED_CONTINUATION: named('adoptedDisabledOrphan'),
  HOME_ACCESS: all(atMost('worstGrade', 2), named('poorFamily'), is('hukouInWuhai')),
  INSURE_LOCAL: all(not(equals('insured', 'wuhai')), any(named('migrant'), is('bothParentsAway'))),
  MED_COVER: all(equals('insured', 'wuhai'), named('inDifficulty')),
  CHRONIC_OUTPATIENT: all(is('chronicIllness'), equals('insured', 'wuhai')),
  ACCIDENT_INS: any(named('orphanOrDfuc'), named('protectedForAWhile')),
  PREMIUM_FULL: any(all(minor, named('orphanOrDfuc')), named('tekun'), named('protectedForAWhile')),
  PREMIUM_FIXED: any(named('onSubsistence'), is('familyMonitored')),
  INPATIENT_70: any(all(minor, orphan), named('tekun'), named('onSubsistence')),
  TOMORROW_PLAN: all(any(orphan, named('adoptedDisabledOrphan')), any(is('isDisabled'), is('isIll'))),
  REHAB: all(is('rehabilitationKind'), atMost('age', { fact: 'rehabilitationAgeLimit' })),
  PRESCHOOL: all(named('migrant'), atLeast('age', 3), below('age', 6)),
  SCHOOL_MIGRANT: all(named('fromElsewhere'), atLeast('age', 6), below('age', 16), is('permitHeld')),
  MIGRANT_WAIVER: all(named('fromElsewhere'), named('compulsoryStage')),
  SPECIAL_EDU: all(is('isDisabled'), atLeast('age', 6), below('age', 16)),
  COMPULSORY_WAIVER: named('compulsoryStage'),
  LIVING_SUBSIDY: all(named('compulsoryStage'), named('orphanOrDfuc')),
  HS_WAIVER: named('upperSecondaryStage'),
  FUCAI_DREAM: all(
    not(minor),
    is('recognisedOrphan'),
    any(isNot('adopted'), named('adoptedDisabledOrphan')),
    oneOf('stage', [...continuing.slice(compulsory.length), 'master']),
    is('fullTime'),
  ),
  LEGAL_AID: all(minor, any(is('fatherPaysNothing'), is('motherPaysNothing'))),
  ADOPTED_DISABLED_ORPHAN: named('adoptedDisabledOrphan'),
  AIXIN_MAMA: any(named('inDifficulty'), is('bothParentsAway')),
}
