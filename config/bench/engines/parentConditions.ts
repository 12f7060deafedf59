import { all, any, atLeast, atMost, is, named, not, type Condition } from './condition'
import type { Role } from './flatParent'

/** The two halves of the entry test (reference §4.1, §4.2), once for each parent. */
export const parentConditions: Record<string, Condition> = {
  ...conditionsOf('father'),
  ...conditionsOf('mother'),
  bothLost: all(named('fatherLost'), named('motherLost')),
  neitherCanCare: all(named('fatherCannotCare'), named('motherCannotCare')),
  /** The 渐退期 after a return: whoever can care again came back not long ago. */
  protectedAfterReturn: all(
    any(named('fatherCannotCare'), is('fatherProtectedAfterReturn')),
    any(named('motherCannotCare'), is('motherProtectedAfterReturn')),
  ),
  aParentCanCare: not(named('neitherCanCare')),
}

function conditionsOf(role: Role): Record<string, Condition> {
  return {
    [`${role}Lost`]: any(is(`${role}Dead`), is(`${role}DeclaredMissing`)),
    [`${role}CannotCare`]: any(
      named(`${role}Lost`),
      atMost(`${role}WorstGrade`, 2),
      atMost(`${role}WorstMentalGrade`, 4),
      is(`${role}SeriouslyIll`),
      atLeast(`${role}PrisonMonths`, { fact: 'restrictedTermMonths' }),
      atLeast(`${role}CompulsoryRehabMonths`, { fact: 'restrictedTermMonths' }),
      atLeast(`${role}OtherRestrictionMonths`, { fact: 'restrictedTermMonths' }),
      is(`${role}LostLongEnough`),
      is(`${role}GuardianshipRevoked`),
      is(`${role}Deported`),
    ),
  }
}
