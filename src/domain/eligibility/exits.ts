import { addMonths, compareDates, daysInMonth, monthOf } from '@domain/calendar/date'
import type { Circumstances, Setting, Status } from './circumstances'
import type { Read } from './completions'
import type { IsoDate } from './facts'
import { cannotCareOn, type EndOfGround, type ParentFact } from './parentSituation'
import { eligible, notEligible, type Cause, type Exit, type Verdict } from './verdict'

/*
 * How a recognised status ends. Source: policy 1.1-j, reference §3.1–3.3. An exit is looked at only after the entry
 * rule has failed on today's facts: a fact of exit never proves anything by itself.
 */

type ReadFact = Read<Circumstances>

interface End {
  exit: Exit
  /** The last day of 渐退期, or of the last month paid where no 渐退期 applies. */
  lastDay: IsoDate
  inGradualExit: boolean
}

const wuhaiCity = '1503'

/** The 渐退期 of 乌海 in months; undefined when it is not published, or when another place's rules apply (§5.0). */
function gradualExitMonths(read: ReadFact, { settings }: Setting): number | undefined {
  const months = settings.gradualExitMonths ?? undefined
  return months !== undefined && read('hukou').slice(0, 4) === wuhaiCity ? months : undefined
}

/** Recognised before 18 and still inside the rule at 18 or later: school goes on (C1), or X1. */
export function verdictAfter18(read: ReadFact, setting: Setting): Verdict {
  if (read('continuesSchool')) return eligible('continuesAfter18')
  const months = gradualExitMonths(read, setting)
  if (months === undefined) return endingWithoutDate('grownUp', 'X1')
  return verdictOf(adulthoodEnd(read, setting, months), 'grownUp', setting)
}

/**
 * X1: the 渐退期 starts on the 18th birthday; whether another one follows graduation is a setting. Graduating does
 * not shorten what an eighteen-year-old out of school would have.
 */
function adulthoodEnd(read: ReadFact, { graduatedOn, settings, today }: Setting, months: number): End {
  const birthday = read('adultOn')
  const afterBirthday: End = { exit: 'X1', lastDay: addMonths(birthday, months), inGradualExit: true }
  const leftSchoolAsAdult =
    graduatedOn !== undefined &&
    compareDates(birthday, graduatedOn) <= 0 &&
    compareDates(graduatedOn, today) <= 0
  if (!leftSchoolAsAdult) return afterBirthday
  const afterSchool: End = settings.gradualExitAfterGraduation
    ? { exit: 'X1', lastDay: addMonths(graduatedOn, months), inGradualExit: true }
    : { exit: 'X1', lastDay: endOfMonth(graduatedOn), inGradualExit: false }
  return endsBefore(afterBirthday, afterSchool) ? afterSchool : afterBirthday
}

/**
 * X4, X5: one parent able to care is enough. The clock starts on the day that parent came out or came back; with
 * two such parents on the earlier day. At 18 and out of school X1 runs beside it.
 */
export function verdictWhenParentCaresAgain(
  read: ReadFact,
  setting: Setting,
  child: { status: Status; isAdult: boolean; father: ParentFact; mother: ParentFact },
): Verdict {
  const roles = (['father', 'mother'] as const).filter((role) => !cannotCareOn(read(role), setting.today))
  const events = roles.map((role) => ({ role, event: endSince(child[role].ended, child.status) }))
  const months = gradualExitMonths(read, setting)
  if (months === undefined) return endingWithoutDate('parentCaresAgain', events[0]?.event?.exit ?? 'X4')
  const ends = events.map(({ role, event }): End => {
    const on = event?.on ?? read(`${role}Returned`)
    return { exit: event?.exit ?? 'X4', lastDay: addMonths(on, months), inGradualExit: true }
  })
  if (child.isAdult && !read('continuesSchool')) ends.push(adulthoodEnd(read, setting, months))
  return verdictOf(
    ends.reduce((earliest, end) => (endsBefore(end, earliest) ? end : earliest)),
    'parentCaresAgain',
    setting,
  )
}

/** What ended before the child was recognised is not why the status ends. */
function endSince(ended: EndOfGround | undefined, { since }: Status): EndOfGround | undefined {
  return ended && (since === undefined || compareDates(since, ended.on) <= 0) ? ended : undefined
}

/** X3: ends from the month after the registration, without 渐退期. */
export function verdictAfterAdoption(registeredOn: IsoDate, setting: Setting): Verdict {
  return verdictOf(
    { exit: 'X3', lastDay: endOfMonth(registeredOn), inGradualExit: false },
    'adopted',
    setting,
  )
}

const endingWithoutDate = (cause: Cause, exit: Exit): Verdict => ({ result: 'ENDING', cause, exit })

/** Paid to the end of the month that holds the last day (§3.2). */
function verdictOf({ exit, lastDay, inGradualExit }: End, cause: Cause, { today }: Setting): Verdict {
  if (compareDates(lastDay, today) < 0) return notEligible(cause, exit)
  const lastPaidMonth = monthOf(lastDay)
  const dates = inGradualExit ? { lastProtectedDay: lastDay, lastPaidMonth } : { lastPaidMonth }
  return { result: 'ENDING', cause, exit, dates }
}

const endsBefore = (a: End, b: End) => compareDates(a.lastDay, b.lastDay) < 0

function endOfMonth(date: IsoDate): IsoDate {
  const month = monthOf(date)
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}
