import { eighteenthBirthday } from '@domain/calendar/date'
import type { Child, Household } from '@domain/eligibility/facts'

/**
 * What a family states settles some of what it leaves open; what it states itself is never doubted, even where it does not
 * fit together.
 * - Recognised as an orphan and never adopted: both parents are lost.
 * - A status of 孤儿、事实无人抚养 or 特困 with its day: the child was not yet 18 on that day.
 * - Abandoned, or recognised as an orphan: it was so before an adoption too.
 * - Income above the limit of 低保边缘: the family is on neither list, 低保 or 低保边缘.
 * - What the child is recognised as: 特困 is granted to the child, so a family on that list has it there.
 */
export function isPossible(
  { child = {}, parents = [], household = {} }: Household,
  isOpen: (path: string) => boolean,
) {
  const { recognised = [], adoption, birthDate, abandoned } = child
  const isStated = (path: string) => !isOpen(path)
  const isOrphan = isStated('child.recognised') && recognised.some(({ as }) => as === 'orphan')
  const neverAdopted = isStated('child.adoption') && adoption === null
  const isAliveAfterAll = parents.some(
    ({ role, dead, declaredMissing }) =>
      !dead && !declaredMissing && (isOpen(`parents.${role}`) || isOpen(`parents.${role}.dead`)),
  )
  const isTooOld = recognised.some(
    ({ since }) => since !== undefined && birthDate !== undefined && since >= eighteenthBirthday(birthDate),
  )
  const wasStatedOrphan = isOrphan || (isStated('child.abandoned') && abandoned === true)
  const wasNoOrphan = adoption?.wasOrphanOrAbandoned === false && isOpenPart(isOpen)
  const isRich = isStated(incomePath) && household.incomeAboveNearSubsistenceLimit === true
  const isPoor = household.recognised?.some(
    (each) => each === 'subsistenceAllowance' || each === 'nearSubsistence',
  )
  const isTekunFamily = household.recognised?.includes('extremePoverty') === true
  const isTekunChild = recognised.some(({ as }) => as === 'extremePoverty')
  return !(
    (isOrphan && neverAdopted && isAliveAfterAll) ||
    (isStated('child.recognised') && isTooOld && isOpen('child.birthDate')) ||
    (wasStatedOrphan && wasNoOrphan) ||
    (isRich && isPoor === true && isOpen('household.recognised')) ||
    (isTekunFamily && !isTekunChild && isStated('child.recognised') && isOpen('household.recognised'))
  )
}

/** A change settles nothing by itself: what was abandoned or recognised is taken from before it. */
export const statedAs = (household: Household, { abandoned, recognised }: Child): Household => ({
  ...household,
  child: { ...household.child, abandoned, recognised },
})

const incomePath = 'household.incomeAboveNearSubsistenceLimit'
const isOpenPart = (isOpen: (path: string) => boolean) => isOpen('child.adoption.wasOrphanOrAbandoned')
