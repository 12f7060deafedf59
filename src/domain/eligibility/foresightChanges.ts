import { addDays, formatDate } from '@domain/calendar/date'
import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import type { EntitlementResult, Reason, Result } from './assessment'
import { exitNamedIn } from './exits'
import { monthText } from './reasons'
import type { Foresight } from './foresight'
import type { IsoDate } from './facts'

/*
 * What two days of the same household tell apart, in words.
 */

/** The three statuses from which other entitlements follow; what becomes of them at 18 is told by foresightAdulthood. */
export const statusCodes = ['ORPHAN_ALLOWANCE', 'DFUC_ALLOWANCE', 'TEKUN'] as const
export const isStatus = (code: EntitlementCode): boolean => statusCodes.some((each) => each === code)

/** What follows from a status begins with it, which is not told beside it. */
const following: readonly EntitlementCode[] = [
  'HOME_ACCESS',
  'MED_COVER',
  'ACCIDENT_INS',
  'PREMIUM_FULL',
  'PREMIUM_FIXED',
  'INPATIENT_70',
  'TOMORROW_PLAN',
  'LIVING_SUBSIDY',
  'AIXIN_MAMA',
]

/**
 * Where papers are handed in, whom to ask for advice, who visits, where to insure next year: nothing a family would miss
 * ends with them.
 */
const untold: readonly EntitlementCode[] = ['XPROV_ACCEPT', 'LEGAL_AID', 'AIXIN_MAMA', 'INSURE_LOCAL']

/** They end with a school, which foresightSchool tells; by age alone only for a child who would still be at none. */
const endingWithSchool: readonly EntitlementCode[] = ['SPECIAL_EDU', 'SCHOOL_MIGRANT']

type Standing = 'has' | 'ending' | 'open' | 'not'
const standings: Record<Result, Standing> = {
  ELIGIBLE: 'has',
  AUTOMATIC: 'has',
  ENDING: 'ending',
  NEEDS_INFO: 'open',
  NOT_YET: 'not',
  NOT_ELIGIBLE: 'not',
}

/** The exit an answer names, as a part of what is foreseen. */
export function exitOf(reasons: readonly Reason[]): Pick<Foresight, 'exit'> {
  const exit = exitNamedIn(reasons)
  return exit === undefined ? {} : { exit }
}

/**
 * What changes on a day, between the answers of the last turning day before it and its own.
 * @param isEighteen the day is the 18th birthday
 */
export function changesBetween(
  before: readonly EntitlementResult[],
  after: readonly EntitlementResult[],
  on: IsoDate,
  isEighteen: boolean,
): Foresight[] {
  const pairs = before.map((was, index): readonly [EntitlementResult, EntitlementResult] => [
    was,
    after[index] ?? was,
  ])
  const isGranted = before.some((each) => isStatus(each.code) && standing(each) !== 'not' && !each.canApply)
  return pairs.reduce<Foresight[]>((found, [was, is]) => {
    const change =
      isEighteen && isStatus(is.code)
        ? atEighteen(was, on)
        : untold.includes(is.code)
          ? undefined
          : changeOf(was, is, on)
    const isTold = !following.includes(is.code) || (isGranted && endsWithStatus(change, is, isEighteen))
    return change && isTold ? found.concat(change) : found
  }, [])
}

/** Of what follows from a status that was granted: its end, and whom to ask about it then. */
function endsWithStatus(
  change: Foresight | undefined,
  { canApply }: EntitlementResult,
  isEighteen: boolean,
): boolean {
  return change?.kind === 'ends' || (change?.kind === 'handIn' && (canApply || isEighteen))
}

const standing = ({ result }: EntitlementResult) => standings[result]

function changeOf(was: EntitlementResult, is: EntitlementResult, on: IsoDate): Foresight | undefined {
  const from = standing(was)
  const to = standing(is)
  if (was.result === 'NOT_YET' && was.dates?.eligibleFrom === on) return begins(was, is, on)
  if (from === to) return undefined
  if (to === 'has') return begins(was, is, on)
  if (to === 'ending') return endingBegins(is, on)
  const isEnd = (from === 'has' || from === 'ending') && !endingWithSchool.includes(is.code)
  return isEnd ? (to === 'open' ? isToBeAsked(is, on) : endsBefore(was, on)) : undefined
}

/** First inclusion is possible before the 18th birthday only (§3.1); what was granted is told by foresightAdulthood. */
function atEighteen({ code, result, canApply }: EntitlementResult, birthday: IsoDate): Foresight | undefined {
  if (result !== 'ELIGIBLE' || !canApply) return undefined
  const text = '满18周岁以前申请。满了，就不能第一次认定。'
  return { code, kind: 'handIn', on: addDays(birthday, -1), text, provision: provisionOf(code).id }
}

function begins(was: EntitlementResult, { code, result }: EntitlementResult, on: IsoDate): Foresight {
  const { name, id } = provisionOf(code)
  const [reason] = was.reasons
  const isOwnStep = result !== 'ELIGIBLE' && result !== 'AUTOMATIC' && reason !== undefined
  const text = isOwnStep
    ? reason.text
    : result === 'AUTOMATIC'
      ? `从这天起，自动享受${name}。`
      : `从这天起，可以申请${name}。`
  return { code, kind: 'begins', on, text, provision: id }
}

/** A 渐退期 begins. Where there is none, the end itself is told. */
function endingBegins({ code, dates = {}, reasons }: EntitlementResult, on: IsoDate): Foresight | undefined {
  const { lastProtectedDay, lastPaidMonth } = dates
  if (!isStatus(code) || (lastPaidMonth !== undefined && lastProtectedDay === undefined)) return undefined
  const until =
    lastProtectedDay === undefined ? '多长以民政部门公布为准' : `保障到${formatDate(lastProtectedDay)}`
  const text = `${provisionOf(code).name}进入渐退期，${until}。`
  return { code, kind: 'ends', on, text, provision: '1.1-j', ...exitOf(reasons) }
}

function endsBefore({ code, dates = {}, reasons }: EntitlementResult, day: IsoDate): Foresight {
  const { name, id } = provisionOf(code)
  const { lastPaidMonth } = dates
  const isPaid = isStatus(code) && lastPaidMonth !== undefined
  const text = isPaid ? `${name}最后发放的月份是${monthText(lastPaidMonth)}。` : `${name}到这天为止。`
  const on = addDays(day, -1)
  return { code, kind: 'ends', on, text, provision: isPaid ? '1.1-j' : id, ...exitOf(reasons) }
}

/** What opens for a status is the end of a term, which foresightDuties tells. */
function isToBeAsked({ code, reasons }: EntitlementResult, on: IsoDate): Foresight | undefined {
  const [reason] = isStatus(code) ? [] : reasons
  return reason && { code, kind: 'handIn', on, text: reason.text, provision: reason.provision }
}
