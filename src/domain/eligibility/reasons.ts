import { formatDate } from '@domain/calendar/date'
import type { EntitlementCode, ProvisionId } from '@domain/policy/provisions'
import type { Reason, Result } from './assessment'
import type { CircumstanceKey } from './circumstances'
import { lossSentence, parentSentence, type ParentsRead } from './parentReasons'
import type { Cause, Exit, Verdict } from './verdict'

/** What there is to explain: one settled verdict, or the facts that keep the answer open. */
export interface Explained {
  code: EntitlementCode
  row: ProvisionId
  result: Result
  /** The verdict all completions agree on in its cause; undefined when they only agree in the result. */
  verdict: Verdict | undefined
  deciding: readonly CircumstanceKey[]
  canApply: boolean
  parents: ParentsRead
  /** The hukou is known to be outside 乌海: its place decides, and its rules apply (§5.0). */
  isFromElsewhere: boolean
}

type Sentences = readonly (readonly [text: string, provision?: ProvisionId])[]

const fromRow: readonly Cause[] = ['meetsRule', 'parentCanCare', 'parentsNotLost', 'completeLater']

/** One entry a cause; the sentences about the parents come from `parentReasons.ts`. */
const causeSentences: Record<Cause, Sentences> = {
  meetsRule: [['孩子未满18周岁。']],
  continuesAfter18: [['18岁以前已经认定，现在还在上学，可以继续。', '1.1-j']],
  continuesAfterAdoption: [
    ['残疾孤儿被收养以后，基本生活保障继续。', '6.2-d'],
    ['继续到什么时候，以民政部门政策为准。', '1.1-k'],
  ],
  departmentDecidesAfterAdoption: [['收养以后能不能继续，由民政部门决定。', '1.1-k']],
  completeLater: [],
  tooOld: [['已满18周岁，18岁以前没有认定过。']],
  isOrphan: [['孩子符合孤儿的条件，请申请孤儿基本生活费。', '1.1-a'], ['两项只能领一项。']],
  parentsNotLost: [['父母都去世或被宣告失踪，才能按孤儿认定。']],
  parentCanCare: [['父母双方都属于规定的情形，才能认定。']],
  grownUp: [['退出情形第1项：年满18周岁，不再上学。', '1.1-j']],
  adopted: [['退出情形第3项：孩子被依法收养。', '1.1-j']],
  parentCaresAgain: [],
  notAwayFromProvince: [['孩子没有住在外省，在户口所在地申请就行。']],
  noStatus: [['跨省交材料，先要符合孤儿或事实无人抚养的条件。']],
}

const exitSentences: Partial<Record<Exit, string>> = {
  X4: '退出情形第4项：父母一方又能抚养孩子。',
  X5: '退出情形第5项：父母一方刑满释放或戒毒结束。',
}

const openFactSentences: Partial<Record<CircumstanceKey, string>> = {
  adultOn: '还不知道孩子的出生日期。',
  recognised: '还不知道孩子现在领没领补贴。',
  abandoned: '还不知道能不能找到亲生父母。',
  adopted: '还不知道孩子办没办过收养登记。',
  adoptedOn: '还不知道收养登记的日期。',
  wasDisabled: '还不知道收养以前孩子有没有残疾。',
  wasIll: '还不知道收养以前孩子有没有病。',
  continuesSchool: '还不知道孩子现在上什么学。',
  hukou: '还不知道孩子的户口在哪里。',
  residence: '还不知道孩子住在哪里。',
  fatherReturned: '还不知道爸爸哪一天又能照顾孩子。',
  motherReturned: '还不知道妈妈哪一天又能照顾孩子。',
}

/** Plain sentences for the family, each with the provision it rests on; never empty. */
export function reasonsFor(explained: Explained): Reason[] {
  const { row } = explained
  const sentences: Sentences = [
    ...(explained.result === 'NEEDS_INFO' ? openSentences(explained) : settledSentences(explained)),
    ...closingSentences(explained),
  ]
  return sentences.map(([text, provision = row]) => ({ text, provision }))
}

function openSentences({ code, deciding, verdict, parents, canApply }: Explained): Sentences {
  const open = deciding.map((key): readonly [string] => [
    key === 'father' || key === 'mother' ? sentenceFor(code)(key, parents) : (openFactSentences[key] ?? ''),
  ])
  const department = verdict ? causeSentences[verdict.cause] : []
  const apply: Sentences = canApply ? [['可以先提交申请，由部门核实。']] : []
  return [...department, ...open.filter(([text]) => text !== ''), ...apply]
}

function settledSentences({ code, result, verdict, parents }: Explained): Sentences {
  if (code === 'XPROV_ACCEPT' && (result === 'ELIGIBLE' || result === 'NOT_YET'))
    return crossProvinceSentences(result)
  if (!verdict) return [...aboutParents(code, parents), ['按现在知道的情况，结果都一样。']]
  const { cause, exit } = verdict
  const parentsMatter = fromRow.includes(cause) || cause === 'parentCaresAgain'
  const exitText = cause === 'parentCaresAgain' && exit ? exitSentences[exit] : undefined
  return [
    ...(parentsMatter ? aboutParents(code, parents) : []),
    ...causeSentences[cause],
    ...(exitText ? ([[exitText, '1.1-j']] as const) : []),
    ...dateSentences(verdict),
  ]
}

const sentenceFor = (code: EntitlementCode) => (code === 'ORPHAN_ALLOWANCE' ? lossSentence : parentSentence)

const aboutParents = (code: EntitlementCode, parents: ParentsRead): Sentences => [
  [sentenceFor(code)('father', parents)],
  [sentenceFor(code)('mother', parents)],
]

const crossProvinceSentences = (result: Result): Sentences =>
  result === 'ELIGIBLE'
    ? [['孩子住在外省，可以在住的地方交材料。'], ['由户口所在地审核、认定和发放。']]
    : [['条件满足以后，可以在住的地方交材料。']]

function dateSentences({ result, exit, dates = {} }: Verdict): Sentences {
  const { eligibleFrom, receiptExpectedFrom, lastProtectedDay, lastPaidMonth } = dates
  const found: [string, ProvisionId?][] = []
  if (result === 'NOT_YET') {
    found.push([
      eligibleFrom ? `到${formatDate(eligibleFrom)}满足条件。` : '先报警。公安受理满6个月，就能申请。',
    ])
    if (receiptExpectedFrom) found.push([`${formatDate(receiptExpectedFrom)}起，可以向公安要回执单。`])
  }
  if (result === 'ENDING') {
    if (lastProtectedDay) found.push([`保障到${formatDate(lastProtectedDay)}。`, '1.1-j'])
    if (lastPaidMonth) found.push([`最后发放的月份是${monthText(lastPaidMonth)}。`, '1.1-j'])
    if (!lastPaidMonth) found.push(['渐退期长度以民政部门公布为准。', '1.1-j'])
  }
  if (result === 'NOT_ELIGIBLE' && exit && exit !== 'X3') found.push(['渐退期已经满了。', '1.1-j'])
  return found
}

const monthText = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

function closingSentences({ code, result, isFromElsewhere }: Explained): Sentences {
  const place: Sentences =
    isFromElsewhere && code !== 'XPROV_ACCEPT' && result !== 'NOT_ELIGIBLE'
      ? [['由户口所在地认定，标准和渐退期按当地规定。', '1.1-d']]
      : []
  return result === 'ELIGIBLE' ? [...place, ['能不能认定，以部门认定为准。']] : place
}
