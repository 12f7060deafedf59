import { compareDates, eighteenthBirthday, formatDate } from '@domain/calendar/date'
import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { assess } from './assess'
import type { EntitlementResult } from './assessment'
import type { Household, IsoDate, SchoolStage } from './facts'
import type { Foresight } from './foresight'
import { exitOf, statusCodes } from './foresightChanges'
import { monthText } from './reasons'

/*
 * What becomes of a status at 18 (C1, C2, X1, X2): whether the young person is at school then, nobody can know, so both
 * are told, each as the rules answer it.
 */

type StatusCode = (typeof statusCodes)[number]

/** A school with which the status goes on, and what is said of it. */
const goingOn: Record<StatusCode, readonly [stage: SchoolStage, text: string]> = {
  ORPHAN_ALLOWANCE: ['undergraduate', '还在上学（小学到本科）的，继续领到毕业。'],
  DFUC_ALLOWANCE: ['undergraduate', '还在上学（小学到本科）的，继续领到毕业。'],
  TEKUN: ['secondaryVocational', '还在上小学、初中、高中、中职的，可以继续。'],
}

const handsInProof = '还在上学的，把在校证明交给街道或镇。'

/** What to hand in at 18, with which school each status that was granted goes on, and how it ends without one. */
export function adulthoodOf(
  household: Household,
  today: IsoDate,
  now: readonly EntitlementResult[],
): Foresight[] {
  const birthDate = household.child?.birthDate
  if (birthDate === undefined) return []
  const birthday = eighteenthBirthday(birthDate)
  const on = compareDates(today, birthday) < 0 ? birthday : undefined
  const granted = statusCodes.filter((code) =>
    now.some((each) => each.code === code && each.result === 'ELIGIBLE' && !each.canApply),
  )
  return granted.reduce<Foresight[]>(
    (found, code) => found.concat(endOrSchool(code, household, on ?? today, on)),
    [],
  )
}

/** @param on the 18th birthday; undefined for who is 18 already, whose school ends on a day nobody knows */
function endOrSchool(
  code: StatusCode,
  household: Household,
  day: IsoDate,
  on: IsoDate | undefined,
): Foresight[] {
  const [stage, text] = goingOn[code]
  const atSchool = answerWith(household, day, code, stage)
  const outOfSchool = answerWith(household, day, code, 'none')
  if (atSchool?.result !== 'ELIGIBLE' || !outOfSchool || outOfSchool.result === 'ELIGIBLE') return []
  const dated = on === undefined ? {} : { on }
  const ending = on === undefined ? endsWithSchool : endsWithoutSchool(outOfSchool)
  const exit = exitOf(outOfSchool.reasons)
  return [
    { code, kind: 'handIn', ...dated, text: handsInProof, provision: provisionOf(code).id },
    { code, kind: 'continues', ...dated, text, provision: '1.1-j' },
    ...(code === 'ORPHAN_ALLOWANCE' ? treatmentGoesOn(household, day, dated) : []),
    { code, kind: 'ends', ...dated, text: ending, provision: '1.1-j', ...exit },
  ]
}

/** C5: 明天计划 is for orphans to 18, and at school after that. */
function treatmentGoesOn(household: Household, day: IsoDate, dated: Pick<Foresight, 'on'>): Foresight[] {
  const atSchool = answerWith(household, day, 'TOMORROW_PLAN', 'undergraduate')
  if (!atSchool || atSchool.result === 'NOT_ELIGIBLE') return []
  const text = '还在上学的孤儿，明天计划也继续。'
  return [{ code: 'TOMORROW_PLAN', kind: 'continues', ...dated, text, provision: '2.2-f' }]
}

const endsWithSchool = '毕业或不再上学，这一项就会结束，请告诉街道。'

function endsWithoutSchool({ dates: { lastProtectedDay, lastPaidMonth } = {} }: EntitlementResult): string {
  if (lastProtectedDay !== undefined)
    return `不再上学的，这天进入渐退期，保障到${formatDate(lastProtectedDay)}。`
  if (lastPaidMonth !== undefined) return `不再上这些学校的，最后发放的月份是${monthText(lastPaidMonth)}。`
  return '不再上学的，这天进入渐退期，多长以民政公布为准。'
}

/** The answer on a day if the child were at another school then. */
function answerWith(
  household: Household,
  day: IsoDate,
  code: EntitlementCode,
  stage: SchoolStage,
): EntitlementResult | undefined {
  const child = { ...household.child, schooling: { stage, fullTime: true } }
  return assess({ ...household, today: day, child }).results.find((each) => each.code === code)
}
