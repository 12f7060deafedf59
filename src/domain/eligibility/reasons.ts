import { formatDate } from '@domain/calendar/date'
import type { CheckerCode } from '@domain/policy/checkerCodes'
import type { ProvisionId } from '@domain/policy/provisions'
import type { Reason, Result } from './assessment'
import type { Circumstances } from './circumstances'
import { parentRoles, type ParentRole } from './facts'
import { lossSentence, parentSentence } from './parentReasons'
import type { Sentence, Verdict } from './verdict'

/** What there is to explain: one settled verdict, or the facts that keep the answer open. */
export interface Explained {
  code: CheckerCode
  row: ProvisionId
  result: Result
  /** The verdict all completions agree on in its words; undefined when they only agree in the result. */
  verdict: Verdict | undefined
  /** The settled verdicts, where they agree in the result and not in its words. */
  causes: readonly Verdict[]
  /** NEEDS_INFO: what would settle it, as paths. */
  missing: readonly string[]
  canApply: boolean
  facts: Circumstances
}

/** What is not known, in the words of the family. A parent's own facts are told in one sentence about the parent. */
const openFactSentences: Readonly<Record<string, string>> = {
  'child.birthDate': '还不知道孩子的出生日期。',
  'child.recognised': '还不知道孩子现在领没领补贴。',
  'child.abandoned': '还不知道能不能找到亲生父母。',
  'child.adoption': '还不知道孩子办没办过收养登记。',
  'child.adoption.registeredOn': '还不知道收养登记的日期。',
  'child.adoption.wasDisabled': '还不知道收养以前孩子有没有残疾。',
  'child.adoption.wasIll': '还不知道收养以前孩子有没有病。',
  'child.adoption.wasOrphanOrAbandoned': '还不知道收养以前是不是孤儿、弃婴。',
  'child.schooling.stage': '还不知道孩子现在上什么学。',
  'child.schooling.fullTime': '还不知道孩子是不是全日制上学。',
  'child.hukou.division': '还不知道孩子的户口在哪里。',
  'child.residence.division': '还不知道孩子住在哪里。',
  'child.residence.since': '还不知道孩子在这里住了多久。',
  'child.residencePermit.held': '还不知道有没有居住证。',
  'child.residencePermit.lastSignedOn': '还不知道居住证今年签注了没有。',
  'child.disabilities': '还不知道孩子有没有残疾。',
  'child.disabilities.type': '还不知道孩子主要是哪一类残疾。',
  'child.disabilities.grade': '还不知道孩子的残疾是几级。',
  'child.disabilities.certified': '孩子还没有办残疾证。',
  'child.illnesses': '还不知道孩子有没有病。',
  'child.insured': '还不知道孩子今年在哪里参保。',
  'child.suddenHardship': '还不知道家里有没有突发的困难。',
  'household.recognised': '还不知道家里在不在低保等名单上。',
  'household.incomeAboveNearSubsistenceLimit': '还不知道家庭收入有没有超过上限。',
  'household.bothParentsAwayForWork': '还不知道父母是不是都在外打工。',
  'household.meetsLocalHousingRule': '住房保障的条件，请问住建部门。',
}

const parentFactSentences: Readonly<Record<string, string>> = {
  ableToCare: '有没有能力抚养孩子，还不清楚。',
  paysMaintenance: '给不给抚养费，还不清楚。',
  resumedCareOn: '哪一天又能照顾孩子，还不清楚。',
}
const parentWords: Record<ParentRole, string> = { father: '孩子爸爸', mother: '孩子妈妈' }

/** Plain sentences for the family, each with the provision it rests on; never empty. */
export function reasonsFor(explained: Explained): Reason[] {
  const { row } = explained
  const sentences = [
    ...(explained.result === 'NEEDS_INFO' ? openSentences(explained) : settledSentences(explained)),
    ...closingSentences(explained),
  ]
  return sentences.map(([text, provision = row]) => ({ text, provision }))
}

function openSentences({ code, missing, verdict, causes, facts, canApply }: Explained): Sentence[] {
  const open = missing.reduce<string[]>((all, path) => {
    const sentence = openFactSentences[path] ?? sentenceAboutParent(code, path, facts)
    return sentence === undefined || all.includes(sentence) ? all : all.concat(sentence)
  }, [])
  const department = verdict?.says ?? []
  const isOpen = open.length > 0
  return [
    ...department,
    ...fewSentences(open),
    ...(canApply && isOpen ? [['可以先提交申请，由部门核实。'] as const] : []),
    ...(!isOpen && department.length === 0 ? sharedOrEach(causes, '由部门核实以后决定，可能是：') : []),
  ]
}

const namedAtMost = 3

/** The first few by name: whoever is told nineteen things that are open reads none of them. */
function fewSentences(open: readonly string[]): Sentence[] {
  const further = open.length - namedAtMost
  const named = open.slice(0, namedAtMost).map((text): Sentence => [text])
  return further > 0 ? [...named, [`还有${further}项不清楚，答了题就知道。`]] : named
}

function sentenceAboutParent(code: CheckerCode, path: string, parents: Circumstances): string | undefined {
  const [scope, name, fact = ''] = path.split('.')
  const role = parentRoles.find((each) => each === name)
  if (scope !== 'parents' || !role) return undefined
  const own = parentFactSentences[fact]
  if (own !== undefined) return parentWords[role] + own
  // Where it is settled that this parent cannot care, what is open is the loss.
  const isAboutLoss = parents[role].cannotCareToday.values.length === 1
  return isAboutLoss ? lossSentence(role, parents) : sentenceFor(code)(role, parents)
}

function settledSentences({ code, result, verdict, causes, facts }: Explained): Sentence[] {
  const aboutParents = (): Sentence[] => parentRoles.map((role) => [sentenceFor(code)(role, facts)])
  if (!verdict)
    return [
      ...(restsOnParents(code) ? aboutParents() : []),
      ...sharedOrEach(causes, '不管是下面哪一种，结果都一样。'),
    ]
  return [...(verdict.aboutParents ? aboutParents() : []), ...verdict.says, ...dateSentences(result, verdict)]
}

/** What every cause says; where they have no sentence in common, the causes one by one. */
function sharedOrEach(causes: readonly Verdict[], heading: string): Sentence[] {
  const [first, ...others] = causes.map(({ says }) => says)
  const isIn = (says: readonly Sentence[], text: string) => says.some(([each]) => each === text)
  const shared = (first ?? []).filter(([text]) => others.every((says) => isIn(says, text)))
  if (shared.length > 0) return shared
  const each = causes.reduce<Sentence[]>((all, { says: [sentence] }) => {
    return sentence && !isIn(all, sentence[0]) ? all.concat([sentence]) : all
  }, [])
  return [[heading], ...each.slice(0, namedAtMost)]
}

const restsOnParents = (code: CheckerCode) => code === 'ORPHAN_ALLOWANCE' || code === 'DFUC_ALLOWANCE'

const sentenceFor = (code: CheckerCode) => (code === 'ORPHAN_ALLOWANCE' ? lossSentence : parentSentence)

function dateSentences(result: Result, { dates = {}, says, isEarliest }: Verdict): Sentence[] {
  const { eligibleFrom, receiptExpectedFrom, lastProtectedDay, lastPaidMonth } = dates
  const found: Sentence[] = []
  if (result === 'NOT_YET') {
    if (eligibleFrom && isEarliest) found.push([`最早从${formatDate(eligibleFrom)}起。`])
    else if (eligibleFrom) found.push([`到${formatDate(eligibleFrom)}满足条件。`])
    else if (says.length === 0) found.push(['先报警。公安受理满6个月，就能申请。'])
    if (receiptExpectedFrom) found.push([`${formatDate(receiptExpectedFrom)}起，可以向公安要回执单。`])
  }
  if (lastProtectedDay) found.push([`保障到${formatDate(lastProtectedDay)}。`, '1.1-j'])
  if (lastPaidMonth) found.push([`最后发放的月份是${monthText(lastPaidMonth)}。`, '1.1-j'])
  if (result === 'ENDING' && !lastPaidMonth) found.push(['渐退期长度以民政部门公布为准。', '1.1-j'])
  return found
}

/** 2027年9月 of `2027-09`. */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** Statuses that the place of the hukou grants by its own rules (§5.0). */
const grantedAtHukou: readonly CheckerCode[] = [
  'ORPHAN_ALLOWANCE',
  'DFUC_ALLOWANCE',
  'TEKUN',
  'DIBAO',
  'DIBAO_SINGLE',
]

function closingSentences({ code, result, canApply, facts }: Explained): Sentence[] {
  const isFromElsewhere = facts.hasHukouHere.values.every((isHere) => !isHere)
  const place: Sentence[] =
    isFromElsewhere && grantedAtHukou.includes(code) && result !== 'NOT_ELIGIBLE'
      ? [['由户口所在地认定，标准和渐退期按当地规定。', '1.1-d']]
      : []
  return result === 'ELIGIBLE' && canApply ? [...place, ['能不能认定，以部门认定为准。']] : place
}
