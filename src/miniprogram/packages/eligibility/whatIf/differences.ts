import { type EntitlementResult } from '@domain/eligibility/assessment'
import { type EntitlementCode } from '@domain/policy/provisions'
import { groupOf, type GroupName } from '../findings'

export interface Difference {
  code: EntitlementCode
  before: GroupName
  after: GroupName
}

export interface Differences {
  /** There only if it comes so. */
  gained: readonly Difference[]
  /** There now, and not if it comes so. */
  lost: readonly Difference[]
  /** Neither: e.g. from 还差一步 to 这次不符合. */
  other: readonly Difference[]
  /** How many stay as they are. */
  same: number
}

const had: readonly GroupName[] = ['apply', 'automatic', 'held', 'ending']
const has = (group: GroupName) => had.includes(group)

/** What changes between two assessments, told by the groups of the result page. */
export function differencesOf(
  before: readonly EntitlementResult[],
  after: readonly EntitlementResult[],
): Differences {
  const all = after.reduce<Difference[]>((list, result) => {
    const now = before.filter(({ code }) => code === result.code)[0]
    const difference = now && { code: result.code, before: groupOf(now), after: groupOf(result) }
    return difference && difference.before !== difference.after ? list.concat(difference) : list
  }, [])
  return {
    gained: all.filter((each) => !has(each.before) && has(each.after)),
    lost: all.filter((each) => has(each.before) && !has(each.after)),
    other: all.filter((each) => has(each.before) === has(each.after)),
    same: after.length - all.length,
  }
}
