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
  adoptedDisabledOrphan: all(minor, is('adopted'), is('adoptedWasOrphan'), is('adoptedWasDisabled')),
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
  orphanProtected: all(
    is('recognisedOrphan'),
    any(all(not(minor), named('orphan'), is('protectedAfter18')), is('adoptedThisMonth')),
  ),
  dfucProtected: all(
    is('recognisedDfuc'),
    any(
      all(not(minor), named('neitherCanCare'), is('protectedAfter18')),
      all(not(named('neitherCanCare')), isNot('adopted'), named('protectedAfterReturn')),
      is('adoptedThisMonth'),
    ),
  ),
  protectedForAWhile: any(named('orphanProtected'), named('dfucProtected')),
  tekunProtected: all(not(minor), any(is('recognisedTekun'), is('familyTekun')), is('tekunPaidThisMonth')),
  orphanOrDfuc: any(orphan, dfuc),
  tekun: all(
    any(is('recognisedTekun'), is('familyTekun')),
    any(
      all(minor, not(named('orphanOrDfuc'))),
      all(not(minor), any(named('compulsoryStage'), named('upperSecondaryStage'))),
    ),
  ),
  dibao: any(is('familyDibao'), is('recognisedDibao')),
  severelyDisabled: any(atMost('worstGrade', 2), atMost('worstMentalGrade', 3)),
  dibaoSingle: any(
    is('recognisedSingle'),
    all(
      is('familyNear'),
      isNot('incomeTooHigh'),
      not(named('dibao')),
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
  inDifficulty: any(
    named('orphanOrDfuc'),
    named('poorFamily'),
    is('recognisedAnything'),
    named('fatherCannotCare'),
    named('motherCannotCare'),
    is('isDisabled'),
    is('isIll'),
  ),
  leftBehind: all(is('bothParentsAway'), below('age', 16)),
  beforeSchoolStage: oneOf('stage', ['none', 'preschool']),
  ofCompulsoryAge: any(
    named('compulsoryStage'),
    all(named('beforeSchoolStage'), atLeast('age', 6), below('age', 16)),
  ),
  settled: any(atLeast('monthsAtResidence', 6), is('permitHeld')),
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
  HOME_ACCESS: all(
    atMost('worstGrade', 2),
    any(named('poorFamily'), named('orphanOrDfuc'), is('recognisedAnything')),
    is('hukouInWuhai'),
  ),
  INSURE_LOCAL: all(
    is('livesInWuhai'),
    any(
      equals('insured', 'wuhai'),
      all(
        equals('insured', 'none'),
        any(is('hukouInWuhai'), named('leftBehind'), all(below('age', 16), named('settled'))),
      ),
    ),
  ),
  MED_COVER: all(
    equals('insured', 'wuhai'),
    any(all(minor, named('inDifficulty')), named('orphanOrDfuc'), named('protectedForAWhile')),
  ),
  CHRONIC_OUTPATIENT: all(is('chronicIllness'), equals('insured', 'wuhai')),
  ACCIDENT_INS: any(named('orphanOrDfuc'), named('protectedForAWhile')),
  PREMIUM_FULL: any(
    all(minor, named('orphanOrDfuc')),
    named('tekun'),
    named('tekunProtected'),
    named('protectedForAWhile'),
  ),
  PREMIUM_FIXED: any(named('onSubsistence'), is('familyMonitored')),
  INPATIENT_70: any(
    orphan,
    named('orphanProtected'),
    named('tekun'),
    named('tekunProtected'),
    named('onSubsistence'),
  ),
  TOMORROW_PLAN: any(
    named('adoptedDisabledOrphan'),
    all(
      any(is('isDisabled'), is('isIll')),
      any(
        orphan,
        named('orphanProtected'),
        all(not(minor), is('recognisedOrphan'), named('orphan'), not(equals('stage', 'none'))),
      ),
    ),
  ),
  REHAB: all(is('rehabilitationKind'), atMost('age', { fact: 'rehabilitationAgeLimit' })),
  PRESCHOOL: all(
    named('fromElsewhere'),
    atLeast('monthsAtResidence', 6),
    any(equals('stage', 'preschool'), all(equals('stage', 'none'), atLeast('age', 3), below('age', 6))),
  ),
  SCHOOL_MIGRANT: all(named('fromElsewhere'), named('ofCompulsoryAge'), is('permitHeld')),
  MIGRANT_WAIVER: all(named('fromElsewhere'), named('compulsoryStage')),
  SPECIAL_EDU: all(is('isDisabled'), named('ofCompulsoryAge')),
  COMPULSORY_WAIVER: named('compulsoryStage'),
  LIVING_SUBSIDY: all(named('compulsoryStage'), any(named('orphanOrDfuc'), named('protectedForAWhile'))),
  HS_WAIVER: named('upperSecondaryStage'),
  FUCAI_DREAM: all(
    not(minor),
    is('recognisedOrphan'),
    any(isNot('adopted'), is('adoptedWasDisabled')),
    oneOf('stage', [...continuing.slice(compulsory.length), 'master']),
    is('fullTime'),
  ),
  LEGAL_AID: all(minor, any(is('fatherPaysNothing'), is('motherPaysNothing'))),
  ADOPTED_DISABLED_ORPHAN: named('adoptedDisabledOrphan'),
  AIXIN_MAMA: all(minor, any(named('inDifficulty'), named('leftBehind'))),
}
