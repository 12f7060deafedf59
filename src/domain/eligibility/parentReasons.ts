import { compareDates, formatDate } from '@domain/calendar/date'
import type { Parent, ParentRole } from './facts'
import { readGround, termLimitOf, type Ground, type Reading, type Span } from './grounds'
import { cannotCareOn, type ParentFacts } from './parentSituation'

/** The two parents, and under what they were read. */
interface Parents extends Reading {
  father: ParentFacts
  mother: ParentFacts
}

const words: Record<ParentRole, string> = { father: '爸爸', mother: '妈妈' }

const groundSentences: Record<Ground, (months: number) => string> = {
  disabilities: () => '是重度残疾。',
  seriouslyIll: () => '得了认定的重病。',
  imprisoned: (months) => `在服刑，刑期满${months}个月。`,
  compulsoryRehab: (months) => `在强制戒毒，期限满${months}个月。`,
  otherRestriction: (months) => `被限制自由，期限满${months}个月。`,
  lostContact: () => '失联满6个月。',
  guardianshipRevoked: () => '被撤销了监护资格。',
  deported: () => '被遣送出境。',
}

const restrictions = [
  ['imprisoned', '的刑期', '已经刑满释放，不再算。'],
  ['compulsoryRehab', '的戒毒期限', '戒毒已经结束，不再算。'],
  ['otherRestriction', '被限制自由的期限', '已经恢复自由，不再算。'],
] as const

/** One sentence (≤ 40 characters) on what is known of a parent on the day of the question. */
export function parentSentence(role: ParentRole, parents: Parents): string {
  return `孩子${words[role]}` + predicate(parents[role], parents)
}

/** Whether a parent counts as lost (去世、宣告失踪), which alone matters for an orphan. */
export function lossSentence(role: ParentRole, parents: Parents): string {
  const who = `孩子${words[role]}`
  const { situation, stated } = parents[role]
  const { values } = situation
  if (values.every(({ lost }) => !lost)) return `${who}没有去世，也没有被宣告失踪。`
  if (values.some(({ lost }) => !lost)) return `${who}的情况还不清楚。`
  return who + lostPredicate(stated)
}

const lostPredicate = (parent: Parent | undefined) =>
  parent?.declaredMissing ? '被法院宣告失踪。' : '已经去世。'

function predicate({ stated, situation, knownGrounds, coming }: ParentFacts, reading: Reading): string {
  const { today, settings } = reading
  const { values } = situation
  if (values.every(({ lost }) => lost)) return lostPredicate(stated)
  const [ground] = knownGrounds
  if (ground && values.every(({ lost }) => !lost)) return groundSentences[ground](termLimitOf(settings))
  if (values.every((each) => cannotCareOn(each, today))) return '属于规定的情形。'
  if (coming) return comingSentence(coming)
  if (values.some((each) => cannotCareOn(each, today))) return openSentence(stated)
  return nearMiss(stated, reading) ?? '不属于规定的八种情形。'
}

/** An illness is known, the list of illnesses is not: the family can do nothing about that. */
function openSentence(parent: Parent | undefined): string {
  const awaitsList = parent?.seriouslyIll === undefined && (parent?.illnesses ?? []).length > 0
  return awaitsList ? '的病算不算重病，以部门公布为准。' : '的情况还不清楚。'
}

const waitsForPolice = '失联，从报警那天算，还没满6个月。'

function comingSentence({ from, undated, byPoliceReport }: Span): string {
  if (undated) return waitsForPolice
  return byPoliceReport ? `失联，到${formatDate(from)}满6个月。` : `到${formatDate(from)}属于规定的情形。`
}

const isReportOpen = (parent: Parent, reading: Reading) =>
  readGround('lostContact', parent, reading).values.every((span) => span?.byPoliceReport)

/** Why a hardship that was stated does not count, or not yet. */
function nearMiss(parent: Parent | undefined, reading: Reading): string | undefined {
  if (!parent) return undefined
  const { today, settings } = reading
  if (parent.lostContact && isReportOpen(parent, reading)) return waitsForPolice
  for (const [ground, term, ended] of restrictions) {
    const fact = parent[ground]
    if (typeof fact !== 'object') continue
    const isOver = fact.releasedOn !== undefined && compareDates(fact.releasedOn, today) <= 0
    return isOver ? ended : `${term}不满${termLimitOf(settings)}个月，不算。`
  }
  return (parent.disabilities ?? []).length > 0 ? '的残疾类别和级别不在范围里。' : undefined
}
