import { compareDates } from '@domain/calendar/date'
import { provisionOf } from '@domain/policy/provisions'
import type { EntitlementResult } from './assessment'
import type { ChildStatus, Household, IsoDate, ParentRole } from './facts'
import type { Foresight } from './foresight'
import { exitOf, isStatus } from './foresightChanges'
import { permitEnd } from './foresightDays'
import { endOfTerm } from './grounds'

/*
 * What a family has to tell, to renew or to expect by itself. Source: reference §3.1 (X4 to X7), §5.2 (change duty),
 * §5.14 (居住证).
 */

/** What to tell or to do on a day that is known, and what may come on a day nobody knows. */
export function dutiesOf(
  household: Household,
  today: IsoDate,
  now: readonly EntitlementResult[],
): Foresight[] {
  return [
    ...endingNow(now),
    ...receipts(now),
    ...releases(household, today),
    ...permitRenewal(household, today),
    ...reviews(household),
    ...changesToTell(household),
  ]
}

/** Already in 渐退期 of a length nobody has published; a dated one is told on its last day. */
const endingNow = (now: readonly EntitlementResult[]): Foresight[] =>
  now
    .filter(({ code, result, dates }) => isStatus(code) && result === 'ENDING' && !dates)
    .map(({ code, reasons }) => ({
      code,
      kind: 'ends',
      text: '正在渐退期里，多长以民政部门公布为准。',
      provision: '1.1-j',
      ...exitOf(reasons),
    }))

const receipts = (now: readonly EntitlementResult[]): Foresight[] =>
  now.reduce<Foresight[]>((found, { code, dates }) => {
    const on = dates?.receiptExpectedFrom
    if (code !== 'DFUC_ALLOWANCE' || on === undefined) return found
    const text = '这天起可以向公安要回执单，申请时交给街道。'
    return found.concat({ code, kind: 'handIn', on, text, provision: provisionOf(code).id })
  }, [])

const restrictions = [
  ['imprisoned', 'X5', '刑满释放', '的刑期'],
  ['compulsoryRehab', 'X5', '戒毒结束', '的戒毒期限'],
  ['otherRestriction', 'X4', '恢复自由', '被限制自由的期限'],
] as const
const parentWords: Record<ParentRole, string> = { father: '爸爸', mother: '妈妈' }

/** A release is to be told, whether or not it ends anything: the rule is run again on that day's facts (§3.1). */
function releases({ child, parents = [] }: Household, today: IsoDate): Foresight[] {
  if (!isRecognised(child, 'deFactoUnattended')) return []
  return parents.reduce<Foresight[]>((found, parent) => {
    const who = `孩子${parentWords[parent.role]}`
    for (const [fact, exit, event, term] of restrictions) {
      const restriction = parent[fact]
      if (typeof restriction !== 'object') continue
      const { releasedOn } = restriction
      const on = releasedOn ?? endOfTerm(restriction)
      if (on === undefined || compareDates(on, today) <= 0) continue
      const text = releasedOn
        ? `${who}这天${event}，请告诉街道或居委会。`
        : `${who}${term}到这天，出来了请告诉街道或居委会。`
      found.push({ code: 'DFUC_ALLOWANCE', kind: 'handIn', on, text, provision: '1.1-j', exit })
    }
    return found
  }, [])
}

/** 居住证 is signed every year; late signing revives it, so one that has lapsed is to be signed now. */
function permitRenewal({ child }: Household, today: IsoDate): Foresight[] {
  const { held, lastSignedOn } = child?.residencePermit ?? {}
  if (held !== true || lastSignedOn === undefined) return []
  const until = permitEnd(lastSignedOn)
  const hasLapsed = compareDates(until, today) < 0
  const text = hasLapsed ? '居住证过了签注的日子，现在就可以补签。' : '居住证每年签注一次，请在这天以前签注。'
  return [{ code: 'SCHOOL_MIGRANT', kind: 'handIn', on: hasLapsed ? today : until, text, provision: '3.1-c' }]
}

/** X6 and X7 come by a review of the department only; what rests on an illness ends when it is cured. */
function reviews({ child, parents = [], household }: Household): Foresight[] {
  const found: Foresight[] = []
  const add = (code: Foresight['code'], exit: 'X6' | 'X7', text: string) =>
    found.push({ code, kind: 'ends', text, provision: '1.1-j', exit })
  const isSingle = isRecognised(child, 'subsistenceAllowanceSingle')
  const onList = (list: 'subsistenceAllowance' | 'extremePoverty') =>
    household?.recognised?.includes(list) === true || isRecognised(child, list)
  if (onList('extremePoverty')) add('TEKUN', 'X6', '家里能抚养孩子了，特困由民政部门复核。')
  if (onList('subsistenceAllowance')) add('DIBAO', 'X6', '家里情况好转了，低保由民政部门复核。')
  if (isSingle) add('DIBAO_SINGLE', 'X6', '家里情况好转了，单独低保由民政部门复核。')
  if (isSingle && (child?.illnesses ?? []).length > 0)
    add('DIBAO_SINGLE', 'X7', '孩子的病治好了，单独低保由民政部门复核。')
  if (isRecognised(child, 'deFactoUnattended') && parents.some(({ seriouslyIll }) => seriouslyIll))
    add('DFUC_ALLOWANCE', 'X7', '父母的病治好了，补贴由民政部门复核。')
  return found
}

const changesToTell = ({ child }: Household): Foresight[] =>
  (child?.recognised ?? []).length > 0
    ? [{ kind: 'handIn', text: '家里情况有变化，请告诉街道或居委会。', provision: '1.1-j' }]
    : []

const isRecognised = (child: Household['child'], as: ChildStatus) =>
  (child?.recognised ?? []).some((each) => each.as === as)
