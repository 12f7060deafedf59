import { formatDate } from '@domain/calendar/date'
import type {
  Applicant,
  Disability,
  DisabilityType,
  LostContact,
  Parent,
  ParentRole,
  Restriction,
} from '@domain/eligibility/facts'
import { nationalTermMonths } from '@domain/policy/nationalTerm'
import { needsAuthority, relationWords, type Helper } from '@domain/people/relations'
import { notTold } from './factWords'

/** S05: a number the family did not call safe is shown to nobody, so that nobody calls it. */
export const hiddenPhone = '家里没同意打电话，不显示'

/** What the family told about one parent. What was not told is in neither list: it is not known, never "no". */
export interface ParentWords {
  role: ParentRole
  told: string[]
  /** Asked, and the answer was no. */
  denied: string[]
}

const disabilityWords: Record<DisabilityType, string> = {
  visual: '视力',
  hearing: '听力',
  speech: '言语',
  physical: '肢体',
  intellectual: '智力',
  mental: '精神',
  multiple: '多重',
}

const grades = ['', '一级', '二级', '三级', '四级']

type Told = string | false | undefined

/** One row a fact: told, denied (`false`) or not known (`undefined`). */
const parentRows: readonly { name: string; tell(parent: Parent): Told }[] = [
  { name: '去世', tell: ({ dead, deadSince }) => dead && withDate('去世了', deadSince) },
  { name: '法院宣告失踪', tell: ({ declaredMissing }) => declaredMissing && '法院宣告失踪' },
  { name: '联系不上', tell: ({ lostContact }) => lostContact && lostContactText(lostContact) },
  { name: '服刑', tell: ({ imprisoned }) => imprisoned && restrictionText('在服刑', imprisoned) },
  { name: '强制戒毒', tell: ({ compulsoryRehab: rehab }) => rehab && restrictionText('在强制戒毒', rehab) },
  {
    name: '其他限制自由',
    tell: ({ otherRestriction: other }) => other && restrictionText('被其他措施限制自由', other),
  },
  { name: '残疾', tell: ({ disabilities }) => listText(disabilities?.map(disabilityText)) },
  { name: '重病', tell: ({ seriouslyIll }) => seriouslyIll && '得了重病，说认定过' },
  { name: '别的病', tell: ({ illnesses }) => listText(illnesses) },
  { name: '撤销监护资格', tell: ({ guardianshipRevoked }) => guardianshipRevoked && '被撤销监护资格' },
  { name: '遣送出境', tell: ({ deported }) => deported && '被遣送出境' },
  { name: '能照顾孩子', tell: ({ ableToCare }) => ableToCare && '能照顾孩子，或以上都没有' },
  { name: '给抚养费', tell: ({ paysMaintenance }) => paysMaintenance && '没有说欠抚养费' },
  {
    name: '回来照顾',
    tell: ({ resumedCareOn }) => resumedCareOn && withDate('又能照顾孩子', resumedCareOn),
  },
]

/** The facts about one parent in plain words. */
export function parentWords(parent: Parent): ParentWords {
  const rows = parentRows.map(({ name, tell }) => ({ name, text: tell(parent) }))
  return {
    role: parent.role,
    told: rows.map(({ text }) => text).filter((text): text is string => typeof text === 'string'),
    denied: rows.filter(({ text }) => text === false).map(({ name }) => name),
  }
}

function withDate(text: string, date: string | undefined): string {
  return date === undefined ? text : `${text}（${formatDate(date)}）`
}

/** Asked and empty is a no. */
function listText(list: readonly string[] | undefined): Told {
  return list && (list.length > 0 ? list.join('、') : false)
}

/** 视力残疾二级，有残疾证 */
export function disabilityText({ type, grade, certified }: Disability): string {
  const degree = grade === undefined ? '，几级不清楚' : (grades[grade] ?? '')
  const card = certified === undefined ? '' : certified ? '，有残疾证' : '，没有残疾证'
  return `${disabilityWords[type]}残疾${degree}${card}`
}

/**
 * The form asks on which side of the policy's limit a term lies, never for the exact figure: more is not said here
 * than was asked there.
 */
function restrictionText(text: string, restriction: Restriction | true): string {
  const { termMonths, from, releasedOn } = restriction === true ? ({} as Restriction) : restriction
  const term =
    termMonths === undefined
      ? '期限不清楚'
      : termMonths >= nationalTermMonths
        ? `期限${nationalTermMonths}个月或更长`
        : `期限不到${nationalTermMonths}个月`
  const dates = [from && `从${formatDate(from)}起`, releasedOn && `${formatDate(releasedOn)}结束`]
  return [text, term, ...dates.filter((part) => part !== undefined)].join('，')
}

function lostContactText(lost: LostContact | true): string {
  if (lost === true) return '联系不上'
  const { since, policeAcceptedOn, policeReceipt, establishedByStreet } = lost
  const parts = [
    since && `从${formatDate(since)}起`,
    policeAcceptedOn === null && '没报过警',
    policeAcceptedOn && `${formatDate(policeAcceptedOn)}公安受理`,
    policeReceipt === true && '有查找回执单',
    policeReceipt === false && '还没有回执单',
    establishedByStreet === true && '街道认定过失联',
    establishedByStreet === false && '街道没有认定过失联',
  ]
  return ['联系不上', ...parts.filter((part) => typeof part === 'string')].join('，')
}

/** What the applicant is to the child, and on what ground. */
export function relationText({ relation, entrusted }: Applicant = {}): string {
  if (relation === undefined) return notTold
  const word = relationWords[relation]
  if (!needsAuthority[relation]) return word
  const ground = { true: '受监护人委托', false: '说自己是监护人', undefined: '是不是监护人不清楚' } as const
  return `${word}，${ground[`${entrusted}`]}`
}

export const helperWords: Record<Helper, string> = {
  none: '自己填的',
  family: '家里人帮着填的',
  childDirector: '儿童主任帮着填的',
}
