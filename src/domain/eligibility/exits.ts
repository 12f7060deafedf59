import { addMonths, compareDates, daysInMonth, eighteenthBirthday, monthOf } from '@domain/calendar/date'
import type { Reason } from './assessment'
import type { Status } from './statedFacts'
import type { Circumstances } from './circumstances'
import type { Read } from './decision'
import type { IsoDate, SchoolStage } from './facts'
import type { EndOfGround } from './parentSituation'
import { eligible, ending, notEligible, type Exit, type Sentence, type Verdict } from './verdict'

/*
 * How a recognised status ends. Source: policy 1.1-j, reference §3.1–3.3. An exit is looked at only after the entry
 * rule has failed on today's facts: a fact of exit never proves anything by itself.
 */

interface End {
  exit: Exit
  /** The last day of 渐退期, or of the last month paid where no 渐退期 applies. */
  lastDay: IsoDate
  inGradualExit: boolean
}

/** 义务教育、高中、高职、中专、大专、本科 (X1); 硕士 and 博士 are not among them (§3.3, C1). */
export const continuingStages: readonly SchoolStage[] = [
  'primary',
  'juniorSecondary',
  'seniorSecondary',
  'secondaryVocational',
  'higherVocational',
  'juniorCollege',
  'undergraduate',
]

/** 义务教育、普通高中、中等职业学校 (X2); 高职、大专 and 本科 are not among them (§3.3, C2). */
export const tekunStages: readonly SchoolStage[] = [
  'primary',
  'juniorSecondary',
  'seniorSecondary',
  'secondaryVocational',
]

/** 硕士、博士: still at school, and yet X1. */
const isBeyondListed = (stage: SchoolStage) => stage === 'master' || stage === 'doctorate'
const studiesOn: Sentence = ['退出情形第1项：硕士、博士不在继续的学段里。', '1.1-j']

const isContinuing = (stage: SchoolStage) => continuingStages.includes(stage)
const isTekunStage = (stage: SchoolStage) => tekunStages.includes(stage)

const exitSentences: Record<Exit, Sentence> = {
  X1: ['退出情形第1项：年满18周岁，不再上学。', '1.1-j'],
  X2: ['退出情形第2项：特困儿童年满18周岁。', '1.1-j'],
  X3: ['退出情形第3项：孩子被依法收养。', '1.1-j'],
  X4: ['退出情形第4项：父母一方又能抚养孩子。', '1.1-j'],
  X5: ['退出情形第5项：父母一方刑满释放或戒毒结束。', '1.1-j'],
  X6: ['退出情形第6项：家里又有能力抚养孩子。', '1.1-j'],
  X7: ['退出情形第7项：孩子的病治好了。', '1.1-j'],
}
export const exitSentence = (exit: Exit): Sentence => exitSentences[exit]

/** 退出情形第1项 of X1. */
const itemOf = (exit: Exit) => `退出情形第${exit.slice(1)}项`

/** The exit that a list of reasons names, if any. */
export function exitNamedIn(reasons: readonly Reason[]): Exit | undefined {
  const exits = Object.keys(exitSentences) as Exit[]
  return exits.find((exit) => reasons.some(({ text }) => text.startsWith(itemOf(exit))))
}

/** The 渐退期 of 乌海 in months; undefined when it is not published, or when another place's rules apply (§5.0). */
function gradualExitMonths(read: Read, { settings, hasHukouHere }: Circumstances): number | undefined {
  const months = settings.gradualExitMonths ?? undefined
  return months !== undefined && read(hasHukouHere) ? months : undefined
}

const continuesAfter18 = eligible(
  [
    ['18岁以前已经认定，现在还在上学，可以继续。', '1.1-j'],
    ['把在校证明交给街道或镇。', '1.1-j'],
  ],
  { canApply: false },
)

/** Recognised before 18 and still inside the rule at 18 or later: school goes on (C1), or X1. */
export function verdictAfter18(read: Read, facts: Circumstances): Verdict {
  if (read(facts.stage, isContinuing)) return continuesAfter18
  const months = gradualExitMonths(read, facts)
  const end =
    months === undefined ? endingWithoutDate('X1') : verdictOf(adulthoodEnd(read, facts, months), facts)
  return read(facts.stage, isBeyondListed) ? { ...end, says: [studiesOn, ...end.says.slice(1)] } : end
}

/**
 * X1: the 渐退期 starts on the 18th birthday; whether another one follows graduation is a setting. Graduating does
 * not shorten what an eighteen-year-old out of school would have.
 */
function adulthoodEnd(read: Read, facts: Circumstances, months: number): End {
  const { graduatedOn, settings } = facts
  const birthday = eighteenthBirthday(read(facts.birthDate))
  const afterBirthday: End = { exit: 'X1', lastDay: addMonths(birthday, months), inGradualExit: true }
  if (graduatedOn === undefined || !leftSchoolAsAdult(facts, birthday)) return afterBirthday
  const afterSchool: End = settings.gradualExitAfterGraduation
    ? { exit: 'X1', lastDay: addMonths(graduatedOn, months), inGradualExit: true }
    : { exit: 'X1', lastDay: endOfMonth(graduatedOn), inGradualExit: false }
  return endsBefore(afterBirthday, afterSchool) ? afterSchool : afterBirthday
}

const leftSchoolAsAdult = ({ graduatedOn, today }: Circumstances, birthday: IsoDate) =>
  graduatedOn !== undefined &&
  compareDates(birthday, graduatedOn) <= 0 &&
  compareDates(graduatedOn, today) <= 0

/** X2: 特困 ends with the month of the 18th birthday, or of leaving the last stage in which it goes on; no 渐退期. */
export function tekunVerdictAfter18(read: Read, facts: Circumstances): Verdict {
  if (read(facts.stage, isTekunStage)) return continuesAfter18
  const birthday = eighteenthBirthday(read(facts.birthDate))
  const { graduatedOn, graduatedFrom } = facts
  const wasContinuing =
    graduatedFrom === undefined || (tekunStages as readonly string[]).includes(graduatedFrom)
  const last =
    graduatedOn !== undefined && wasContinuing && leftSchoolAsAdult(facts, birthday) ? graduatedOn : birthday
  return verdictOf({ exit: 'X2', lastDay: endOfMonth(last), inGradualExit: false }, facts)
}

/**
 * X4, X5: one parent able to care is enough. The clock starts on the day that parent came out or came back; with
 * two such parents on the earlier day. At 18 and out of school X1 runs beside it.
 */
export function verdictWhenParentCaresAgain(
  read: Read,
  facts: Circumstances,
  status: Status,
  isAdult: boolean,
): Verdict {
  const roles = (['father', 'mother'] as const).filter((role) => !read(facts[role].cannotCareToday))
  const events = roles.map((role) => ({ role, event: endSince(facts[role].ended, status) }))
  const months = gradualExitMonths(read, facts)
  if (months === undefined)
    return { ...endingWithoutDate(events[0]?.event?.exit ?? 'X4'), aboutParents: true }
  const ends = events.map(({ role, event }): End => {
    const on = event?.on ?? read(facts[role].returned)
    return { exit: event?.exit ?? 'X4', lastDay: addMonths(on, months), inGradualExit: true }
  })
  if (isAdult && !read(facts.stage, isContinuing)) ends.push(adulthoodEnd(read, facts, months))
  const first = ends.reduce((earliest, end) => (endsBefore(end, earliest) ? end : earliest))
  return { ...verdictOf(first, facts), aboutParents: true }
}

/** What ended before the child was recognised is not why the status ends. */
function endSince(ended: EndOfGround | undefined, { since }: Status): EndOfGround | undefined {
  return ended && (since === undefined || compareDates(since, ended.on) <= 0) ? ended : undefined
}

/** X3: ends from the month after the registration, without 渐退期. */
export function verdictAfterAdoption(registeredOn: IsoDate, facts: Circumstances): Verdict {
  return verdictOf({ exit: 'X3', lastDay: endOfMonth(registeredOn), inGradualExit: false }, facts)
}

const endingWithoutDate = (exit: Exit): Verdict => ending([exitSentence(exit)], { exit })

const isOver: Sentence = ['渐退期已经满了。', '1.1-j']

/** Paid to the end of the month that holds the last day (§3.2). */
function verdictOf({ exit, lastDay, inGradualExit }: End, { today }: Circumstances): Verdict {
  const why = exitSentence(exit)
  if (compareDates(lastDay, today) < 0) return notEligible(inGradualExit ? [why, isOver] : [why], { exit })
  const lastPaidMonth = monthOf(lastDay)
  const dates = inGradualExit ? { lastProtectedDay: lastDay, lastPaidMonth } : { lastPaidMonth }
  return ending([why], { exit, dates })
}

const endsBefore = (a: End, b: End) => compareDates(a.lastDay, b.lastDay) < 0

function endOfMonth(date: IsoDate): IsoDate {
  const month = monthOf(date)
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}
