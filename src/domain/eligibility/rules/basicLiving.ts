import { addDays, compareDates, eighteenthBirthday } from '@domain/calendar/date'
import type { Status } from '../statedFacts'
import type { Circumstances } from '../circumstances'
import type { Read } from '../decision'
import { verdictAfter18, verdictAfterAdoption, verdictWhenParentCaresAgain } from '../exits'
import type { IsoDate } from '../facts'
import { cannotCareOn, type ParentSituation } from '../parentSituation'
import { departmentDecides, eligible, isMet, mayApply, notEligible, notYet, type Verdict } from '../verdict'
import { rule } from './rule'

/*
 * 孤儿 and 事实无人抚养儿童, where their papers may be handed in, and the allowance that follows the orphans'.
 * Source: policy 1.1-a, 1.1-b, 1.1-d, 1.1-m; reference §3, §4.1, §4.2, §5.0, §5.3.
 */

const isAMinor = eligible([['孩子未满18周岁。']], { aboutParents: true })
/** Nobody can be asked for the parents of a child whose parents cannot be found. */
const isAFoundling = eligible([['查找不到亲生父母，孩子未满18周岁。']])
const goesOn: Verdict = { ...isAMinor, canApply: false }
const tooOld = notEligible([['已满18周岁，18岁以前没有认定过。']])
const parentsNotLost = notEligible([['父母都去世或被宣告失踪，才能按孤儿认定。']], { aboutParents: true })
const parentCanCare = notEligible([['父母双方都属于规定的情形，才能认定。']], { aboutParents: true })
const choosesOrphan = notEligible([
  ['孩子符合孤儿的条件，请申请孤儿基本生活费。', '1.1-a'],
  ['两项只能领一项。'],
])
const continuesAfterAdoption = eligible(
  [
    ['残疾孤儿被收养以后，基本生活保障继续。', '6.2-d'],
    ['继续到什么时候，以民政部门政策为准。', '1.1-k'],
  ],
  { exit: 'X3', canApply: false },
)
const decidedAfterAdoption = departmentDecides([['收养以后能不能继续，由民政部门决定。', '1.1-k']], {
  exit: 'X3',
  canApply: false,
})

const isLost = ({ lost }: ParentSituation) => lost

/** First inclusion is possible before the 18th birthday only (§3.1). */
function isMinorOn(read: Read, { birthDate }: Circumstances, day: IsoDate): boolean {
  return compareDates(day, eighteenthBirthday(read(birthDate))) < 0
}

/** Both parents lost, or no parents to be found; adoptive parents take the place of those who were not. */
export function isOrphan(read: Read, { father, mother, abandoned, adopted }: Circumstances): boolean {
  return (
    (read(father.situation, isLost) && read(mother.situation, isLost)) || (read(abandoned) && !read(adopted))
  )
}

function cannotCareBothOn(read: Read, { father, mother }: Circumstances, day: IsoDate): boolean {
  return cannotCareOn(read(father.situation), day) && cannotCareOn(read(mother.situation), day)
}

/** Adopted after a status was granted, or on a day nobody has said. */
export function wasAdoptedSince(read: Read, facts: Circumstances, { since }: Status): boolean {
  return read(facts.adopted) && (since === undefined || compareDates(since, read(facts.adoptedOn)) <= 0)
}

export const orphanAllowance = rule((read, facts) => {
  const isAdult = read(facts.isAdult)
  const status = read(facts.orphanStatus)
  if (isAdult && !status) return tooOld
  if (read(facts.isOrphan)) return isAdult ? verdictAfter18(read, facts) : asAMinor(facts, status)
  if (status && wasAdoptedSince(read, facts, status)) return adoptedOrphan(read, facts, isAdult)
  return parentsNotLost
})

/** The words follow what is known; a foundling's parents say nothing. */
function asAMinor({ abandoned }: Circumstances, status: Status | undefined): Verdict {
  const minor = abandoned.values.every((each) => each) ? isAFoundling : isAMinor
  return status ? { ...minor, canApply: false } : minor
}

/** X3 and its exception for 病残孤弃儿童 (C3). 1.1-k says 病残, 6.2-d says 残疾: illness alone is the department's call. */
function adoptedOrphan(read: Read, facts: Circumstances, isAdult: boolean): Verdict {
  if (read(facts.wasDisabled)) return isAdult ? decidedAfterAdoption : continuesAfterAdoption
  if (read(facts.wasIll)) return decidedAfterAdoption
  return verdictAfterAdoption(read(facts.adoptedOn), facts)
}

export const dfucAllowance = rule((read, facts) => {
  const isAdult = read(facts.isAdult)
  const status = read(facts.dfucStatus)
  if (isAdult && !status) return tooOld
  if (!isAdult && read(facts.isOrphan)) return choosesOrphan
  if (read(facts.father.cannotCareToday) && read(facts.mother.cannotCareToday))
    return isAdult ? verdictAfter18(read, facts) : status ? goesOn : isAMinor
  const exit = status && exitOf(read, facts, status, isAdult)
  if (exit && exit.result !== 'NOT_ELIGIBLE') return exit
  return completeLater(read, facts) ?? exit ?? parentCanCare
})

function exitOf(read: Read, facts: Circumstances, status: Status, isAdult: boolean): Verdict {
  return wasAdoptedSince(read, facts, status)
    ? verdictAfterAdoption(read(facts.adoptedOn), facts)
    : verdictWhenParentCaresAgain(read, facts, status, isAdult)
}

/** Both parents at once, on a day that is still before the 18th birthday. */
function completeLater(read: Read, facts: Circumstances): Verdict | undefined {
  const day = facts.comingDays.find(
    (coming) => isMinorOn(read, facts, coming) && cannotCareBothOn(read, facts, coming),
  )
  if (day === undefined) return undefined
  const starting = read(facts.father.situation)
    .spans.concat(read(facts.mother.situation).spans)
    .filter(({ from }) => from === day)
  const isDated = starting.every(({ undated }) => !undated)
  const byPolice = starting.some(({ byPoliceReport }) => byPoliceReport)
  const dates = byPolice ? { eligibleFrom: day, receiptExpectedFrom: addDays(day, 1) } : { eligibleFrom: day }
  return notYet([], {
    aboutParents: true,
    dates: isDated ? dates : undefined,
    isCertain: starting.every(({ undated }) => undated !== 'reportUnknown'),
  })
}

const notAway = notEligible([['孩子没有住在外省，在户口所在地申请就行。']])
const noStatus = notEligible([['跨省交材料，先要符合孤儿或事实无人抚养的条件。']])
const handsInWhereItLives = eligible([
  ['孩子住在外省，可以在住的地方交材料。'],
  ['由户口所在地审核、认定和发放。'],
])
const handsInLater = [['条件满足以后，可以在住的地方交材料。']] as const
const goesOnElsewhere: Verdict = { ...handsInWhereItLives, canApply: false }

/** What hangs on the status is its day, not its words. */
const later = (verdict: Verdict) =>
  verdict.result === 'NOT_YET' ? { ...verdict, says: handsInLater, aboutParents: false } : undefined
const open = (verdict: Verdict) => (verdict.result === 'NEEDS_INFO' ? verdict : undefined)

/** Where the papers may be handed in, never whether the status is granted (§5.0). */
export const crossProvince = rule((read, { isAwayFromProvince, orphan, dfuc }) => {
  if (!read(isAwayFromProvince)) return notAway
  const status = read(orphan, isMet) ? orphan : read(dfuc, isMet) ? dfuc : undefined
  if (status) return read(status, mayApply) ? handsInWhereItLives : goesOnElsewhere
  return read(dfuc, later) ?? read(orphan, open) ?? read(dfuc, open) ?? noStatus
})

const ofTheChild = eligible([
  ['不看父母的情况，孩子未满18周岁就可以。'],
  ['直接找区民政局专人，保密办理，不公示。'],
])
const adultCategoryA = departmentDecides([['满18周岁以后能不能继续，由民政部门决定。']])
const notCategoryA = notEligible([['不属于这一项的范围。']])

/** Printed on the confidential route only; C6 leaves open what follows the 18th birthday. */
export const confidentialAllowance = rule((read, { isAdult, isCategoryA }) => {
  if (!read(isCategoryA)) return notCategoryA
  return read(isAdult) ? adultCategoryA : ofTheChild
})
