import type { ChildStatus, HouseholdStatusKind } from './facts'
import type { Question, QuestionOption } from './questions'
import type { ChildQuestionId } from './questionTextsChild'

/**
 * Rare situations, all asked on one page. What is not chosen there is stated as not so; but who has not been told by an
 * office what the income or the home means (the last two) knows nothing about it.
 */
export const circumstances = [
  'disability',
  'illness',
  'support',
  'hukouElsewhere',
  'livesElsewhere',
  'otherDistrict',
  'notInsuredHere',
  'parentsAway',
  'adopted',
  'parentsNotFound',
  'institution',
  'suddenHardship',
  'incomeTooHigh',
  'housingMet',
  'none',
] as const
export type Circumstance = (typeof circumstances)[number]

export type FamilyQuestionId = 'family.circumstances' | 'family.support' | 'family.parentsAway'

/** When a page is left out, beside what the rules need. */
export interface PageCondition {
  /** Once the page of rare situations is answered: asked only if it names one of these. */
  circumstances?: readonly Circumstance[]
  /** Otherwise asked only when one of these values was chosen on another page. */
  after?: { page: ChildQuestionId | FamilyQuestionId; values: readonly string[] }
}

const circumstanceOptions: readonly (QuestionOption & { value: Circumstance })[] = [
  { value: 'disability', label: '孩子有残疾证' },
  { value: 'illness', label: '孩子有重病或慢性病', note: '孤独症、脑瘫也算' },
  { value: 'support', label: '在领低保、补贴等救助', note: '孩子的、全家的，低保边缘也算' },
  { value: 'hukouElsewhere', label: '户口在外地，人在乌海' },
  { value: 'livesElsewhere', label: '户口在乌海，人在外地' },
  { value: 'otherDistrict', label: '户口和住处不在一个区', note: '都在乌海，比如乌达和海勃湾' },
  { value: 'notInsuredHere', label: '医保在外地，或没有交', note: '说的是孩子的居民医保' },
  { value: 'parentsAway', label: '爸爸妈妈都在外打工' },
  { value: 'adopted', label: '孩子办过收养登记', note: '有收养登记证' },
  { value: 'parentsNotFound', label: '找不到孩子的亲生父母', note: '比如孩子是捡到的' },
  { value: 'institution', label: '孩子住在儿童福利院' },
  { value: 'suddenHardship', label: '家里突然遇到大难处', note: '比如火灾、车祸、大病花钱多' },
  { value: 'incomeTooHigh', label: '申请过低保，说收入高了' },
  { value: 'housingMet', label: '住建局说能申请公租房' },
  { value: 'none', label: '以上都没有' },
]

/** One page for everything a family or a child may be granted; who is granted it follows from the name. */
export type Support = ChildStatus | HouseholdStatusKind

const supportOptions: readonly (QuestionOption & { value: Support | 'none' })[] = [
  { value: 'subsistenceAllowance', label: '低保', note: '全家一起领' },
  { value: 'subsistenceAllowanceSingle', label: '低保，只给孩子一个人' },
  { value: 'extremePoverty', label: '特困供养' },
  { value: 'orphan', label: '孤儿基本生活费' },
  { value: 'deFactoUnattended', label: '事实无人抚养儿童补贴' },
  { value: 'nearSubsistence', label: '低保边缘家庭', note: '收入比低保高一点' },
  { value: 'rigidExpenditure', label: '刚性支出困难家庭', note: '看病、上学花钱太多' },
  { value: 'povertyRelapseMonitored', label: '防止返贫监测对象' },
  { value: 'none', label: '都没有' },
]

/** Pages about the household and who lives in it. */
export const familyQuestions: readonly (Question & PageCondition & { id: FamilyQuestionId })[] = [
  {
    id: 'family.circumstances',
    title: '有没有下面这些情况？',
    help: '有的都选上。都没有，就选最后一项。',
    kind: 'multiple',
    options: circumstanceOptions,
    exclusive: ['none'],
  },
  {
    id: 'family.support',
    title: '在领哪些救助、补贴？',
    help: '孩子在领的、全家在领的，都选上。',
    kind: 'multiple',
    options: supportOptions,
    exclusive: ['none'],
    circumstances: ['support'],
  },
  {
    id: 'family.parentsAway',
    title: '爸爸妈妈都在外打工吗？',
    kind: 'single',
    options: [
      { value: 'away', label: '都在外打工' },
      { value: 'notAway', label: '不是' },
    ],
    circumstances: ['parentsAway'],
  },
]
