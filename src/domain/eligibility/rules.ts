import { addDays, compareDates } from '@domain/calendar/date'
import type { Result } from './assessment'
import type { Circumstances, Setting, Status } from './circumstances'
import type { Read } from './completions'
import { verdictAfter18, verdictAfterAdoption, verdictWhenParentCaresAgain } from './exits'
import type { IsoDate } from './facts'
import { cannotCareOn } from './parentSituation'
import { eligible, notEligible, type Verdict } from './verdict'

/*
 * The rules, on complete facts. Each is read once for every completion of the facts that are not known, so that no
 * rule needs to think of "unknown". Source: policy 1.1-a, 1.1-b, 1.1-d; reference §4.1, §4.2, §5.0.
 */

type ReadFact = Read<Circumstances>
export type Rule = (read: ReadFact, setting: Setting, facts: Circumstances) => Verdict

/** First inclusion is possible before the 18th birthday only (§3.1). */
function isMinorOn(read: ReadFact, day: IsoDate): boolean {
  return compareDates(day, read('adultOn')) < 0
}

function wasRecognisedAsMinor(read: ReadFact, { since }: Status): boolean {
  return since === undefined || isMinorOn(read, since)
}

/** Both parents lost, or no parents to be found; adoptive parents take the place of those who were not. */
function isOrphan(read: ReadFact): boolean {
  return (read('father').lost && read('mother').lost) || (read('abandoned') && !read('adopted'))
}

function cannotCareBothOn(read: ReadFact, day: IsoDate): boolean {
  return cannotCareOn(read('father'), day) && cannotCareOn(read('mother'), day)
}

function wasAdoptedSince(read: ReadFact, { since }: Status): boolean {
  return read('adopted') && (since === undefined || compareDates(since, read('adoptedOn')) <= 0)
}

export const orphanAllowance: Rule = (read, setting) => {
  const status = read('recognised').orphan
  const isAdult = !isMinorOn(read, setting.today)
  if (isAdult && !(status && wasRecognisedAsMinor(read, status))) return notEligible('tooOld')
  if (isOrphan(read)) return isAdult ? verdictAfter18(read, setting) : eligible('meetsRule')
  if (status && wasAdoptedSince(read, status)) return adoptedOrphan(read, setting, isAdult)
  return notEligible('parentsNotLost')
}

/** X3 and its exception for 病残孤弃儿童 (C3). 1.1-k says 病残, 6.2-d says 残疾: illness alone is the department's call. */
function adoptedOrphan(read: ReadFact, setting: Setting, isAdult: boolean): Verdict {
  const departmentDecides: Verdict = {
    result: 'NEEDS_INFO',
    cause: 'departmentDecidesAfterAdoption',
    exit: 'X3',
  }
  if (read('wasDisabled'))
    return isAdult ? departmentDecides : { ...eligible('continuesAfterAdoption'), exit: 'X3' }
  if (read('wasIll')) return departmentDecides
  return verdictAfterAdoption(read('adoptedOn'), setting)
}

export const dfucAllowance: Rule = (read, setting, facts) => {
  const status = read('recognised').deFactoUnattended
  const { today } = setting
  const isAdult = !isMinorOn(read, today)
  if (isAdult && !(status && wasRecognisedAsMinor(read, status))) return notEligible('tooOld')
  if (!isAdult && isOrphan(read)) return notEligible('isOrphan')
  if (cannotCareBothOn(read, today)) return isAdult ? verdictAfter18(read, setting) : eligible('meetsRule')
  const exit = status && exitOf(read, setting, facts, status, isAdult)
  if (exit && exit.result !== 'NOT_ELIGIBLE') return exit
  return completeLater(read, setting) ?? exit ?? notEligible('parentCanCare')
}

function exitOf(
  read: ReadFact,
  setting: Setting,
  { father, mother }: Circumstances,
  status: Status,
  isAdult: boolean,
): Verdict {
  if (wasAdoptedSince(read, status)) return verdictAfterAdoption(read('adoptedOn'), setting)
  return verdictWhenParentCaresAgain(read, setting, { status, isAdult, father, mother })
}

/** Both parents at once, on a day that is still before the 18th birthday. */
function completeLater(read: ReadFact, { comingDays }: Setting): Verdict | undefined {
  const day = comingDays.find((coming) => isMinorOn(read, coming) && cannotCareBothOn(read, coming))
  if (day === undefined) return undefined
  const starting = read('father')
    .spans.concat(read('mother').spans)
    .filter(({ from }) => from === day)
  const isDated = starting.every(({ undated }) => !undated)
  const byPolice = starting.some(({ byPoliceReport }) => byPoliceReport)
  const dates = byPolice ? { eligibleFrom: day, receiptExpectedFrom: addDays(day, 1) } : { eligibleFrom: day }
  const isCertain = starting.every(({ undated }) => undated !== 'reportUnknown')
  return { result: 'NOT_YET', cause: 'completeLater', dates: isDated ? dates : undefined, isCertain }
}

/** Where the papers may be handed in, never whether the status is granted (§5.0). */
export const crossProvince: Rule = (read, setting, facts) => {
  if (read('hukou').slice(0, 2) === read('residence').slice(0, 2)) return notEligible('notAwayFromProvince')
  const orphan = orphanAllowance(read, setting, facts)
  if (orphan.result === 'ELIGIBLE') return orphan
  const verdicts = [orphan, dfucAllowance(read, setting, facts)]
  const withResult = (wanted: Result) => verdicts.find(({ result }) => result === wanted)
  return (
    withResult('ELIGIBLE') ?? withResult('NOT_YET') ?? withResult('NEEDS_INFO') ?? notEligible('noStatus')
  )
}
