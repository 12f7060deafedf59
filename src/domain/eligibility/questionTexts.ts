import type { DisabilityType } from './facts'
import type { Question, QuestionOption } from './questions'
import { policySettings } from '@domain/policy/settings'

/**
 * The limit the questions about a term speak of. The form asks on which side of it a judgment lies, and never for
 * the exact figure: that is in the paper.
 */
export const termLimitMonths = policySettings.restrictedTermMonths.value ?? 0

export const situations = [
  'caring',
  'dead',
  'declaredMissing',
  'lostContact',
  'imprisoned',
  'compulsoryRehab',
  'otherRestriction',
  'disability',
  'illness',
  'guardianshipRevoked',
  'deported',
  'none',
] as const
export type Situation = (typeof situations)[number]

export type ParentTopic =
  | 'situation'
  | 'lostReport'
  | 'lostAcceptedOn'
  | 'imprisonedTerm'
  | 'rehabTerm'
  | 'restrictedTerm'
  | 'disabilityType'
  | 'disabilityGrade'
  | 'illness'
  | 'returnedOn'

/** A page that is asked only when one of these values was chosen on another. */
export interface Condition {
  topic: ParentTopic
  values: readonly string[]
}

/** A page about one parent; … stands for 爸爸 or 妈妈. */
export interface ParentTopicText {
  title: string
  help?: string
  kind: Question['kind']
  options?: readonly QuestionOption[]
  exclusive?: readonly Situation[]
  after?: Condition
  /** Asked by the checker when the answer depends on it, never by the application form. */
  checkerOnly?: boolean
}

const situationOptions: readonly (QuestionOption & { value: Situation })[] = [
  { value: 'caring', label: '在身边，能照顾孩子' },
  { value: 'dead', label: '去世了' },
  { value: 'declaredMissing', label: '法院宣告失踪', note: '有法院的判决书' },
  { value: 'lostContact', label: '联系不上', note: '不知道人在哪里，也不管孩子' },
  { value: 'imprisoned', label: '在服刑' },
  { value: 'compulsoryRehab', label: '在强制戒毒' },
  { value: 'otherRestriction', label: '被其他措施限制自由', note: '比如被拘留、被逮捕' },
  { value: 'disability', label: '有残疾证' },
  { value: 'illness', label: '得了重病' },
  { value: 'guardianshipRevoked', label: '被撤销监护资格', note: '有法院的判决书' },
  { value: 'deported', label: '被遣送出境', note: '外国人，被送回本国' },
  { value: 'none', label: '以上都没有', note: '比如离婚、再婚、在外打工' },
]

const termOptions: readonly QuestionOption[] = [
  { value: 'atLeast', label: `${termLimitMonths}个月或更长` },
  { value: 'under', label: `不到${termLimitMonths}个月` },
]

const disabilityTypeOptions: readonly (QuestionOption & { value: DisabilityType })[] = [
  { value: 'visual', label: '视力残疾' },
  { value: 'hearing', label: '听力残疾' },
  { value: 'speech', label: '言语残疾' },
  { value: 'physical', label: '肢体残疾' },
  { value: 'intellectual', label: '智力残疾' },
  { value: 'mental', label: '精神残疾' },
  { value: 'multiple', label: '多重残疾' },
]

/** Mental and intellectual disabilities count at every grade, so nobody is asked for theirs. */
const typesWhoseGradeDecides: readonly DisabilityType[] = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'multiple',
]

export const parentTopics: Readonly<Record<ParentTopic, ParentTopicText>> = {
  situation: {
    title: '孩子…现在是什么情况？',
    help: '符合的都选上。',
    kind: 'multiple',
    options: situationOptions,
    exclusive: ['dead', 'none'],
  },
  lostReport: {
    title: '孩子…联系不上，报过警吗？',
    help: '报警以后满6个月还找不到，就能申请。',
    kind: 'single',
    options: [
      { value: 'receipt', label: '报过，拿到了回执单', note: '《儿童失联父母查找情况回执单》' },
      { value: 'accepted', label: '报过，还没有回执单' },
      { value: 'street', label: '街道已经认定失联', note: '《儿童父母失联情况认定表》' },
      { value: 'never', label: '没报过警' },
    ],
    after: { topic: 'situation', values: ['lostContact'] },
  },
  lostAcceptedOn: {
    title: '哪一天报的警？',
    help: '找孩子…的那一次。看报警回执上的受理日期。',
    kind: 'date',
    after: { topic: 'lostReport', values: ['accepted'] },
  },
  imprisonedTerm: {
    title: '孩子…判了多久？',
    help: '看判决书上的刑期。还没判，就选“不清楚”。',
    kind: 'single',
    options: termOptions,
    after: { topic: 'situation', values: ['imprisoned'] },
  },
  rehabTerm: {
    title: '孩子…要强制戒毒多久？',
    help: '看决定书上的期限。',
    kind: 'single',
    options: termOptions,
    after: { topic: 'situation', values: ['compulsoryRehab'] },
  },
  restrictedTerm: {
    title: '孩子…被限制自由多久？',
    help: '看公安、检察院或法院的文书。',
    kind: 'single',
    options: termOptions,
    after: { topic: 'situation', values: ['otherRestriction'] },
  },
  disabilityType: {
    title: '孩子…的残疾证是哪一类？',
    help: '残疾证上写着类别。',
    kind: 'single',
    options: disabilityTypeOptions,
    after: { topic: 'situation', values: ['disability'] },
  },
  disabilityGrade: {
    title: '孩子…的残疾证是几级？',
    help: '残疾证上写着级别，一级最重。',
    kind: 'single',
    options: [
      { value: '1', label: '一级' },
      { value: '2', label: '二级' },
      { value: '3', label: '三级' },
      { value: '4', label: '四级' },
    ],
    after: { topic: 'disabilityType', values: typesWhoseGradeDecides },
  },
  illness: {
    title: '孩子…的病，认定过重大疾病吗？',
    help: '比如办过大病救助。病种以当地公布为准。',
    kind: 'single',
    options: [
      { value: 'certified', label: '认定过，或者办过大病救助' },
      { value: 'diagnosed', label: '有诊断，没有认定过' },
    ],
    after: { topic: 'situation', values: ['illness'] },
  },
  returnedOn: {
    title: '孩子…哪一天又能照顾孩子了？',
    help: '比如释放、戒毒结束、回家的日子。',
    kind: 'date',
    after: { topic: 'situation', values: ['caring', 'none'] },
    checkerOnly: true,
  },
}

export type ChildQuestionId =
  | 'child.birthDate'
  | 'child.hukou'
  | 'child.residence'
  | 'child.stage'
  | 'child.recognised'
  | 'child.birthParents'
  | 'child.adoption'
  | 'child.adoptedOn'
  | 'child.beforeAdoption'

const stageOptions: readonly QuestionOption[] = [
  { value: 'none', label: '不上学了' },
  { value: 'primary', label: '小学' },
  { value: 'juniorSecondary', label: '初中' },
  { value: 'seniorSecondary', label: '高中' },
  { value: 'secondaryVocational', label: '中专、中职' },
  { value: 'higherVocational', label: '高职' },
  { value: 'juniorCollege', label: '大专' },
  { value: 'undergraduate', label: '本科' },
  { value: 'master', label: '硕士' },
  { value: 'doctorate', label: '博士' },
]

export const childQuestions: readonly (Question & { id: ChildQuestionId })[] = [
  { id: 'child.birthDate', title: '孩子是哪一天出生的？', help: '看户口本或身份证。', kind: 'date' },
  {
    id: 'child.recognised',
    title: '孩子现在在领哪一种？',
    help: '符合的都选上。',
    kind: 'multiple',
    options: [
      { value: 'orphan', label: '孤儿基本生活费' },
      { value: 'deFactoUnattended', label: '事实无人抚养儿童补贴' },
      { value: 'extremePoverty', label: '特困供养' },
      { value: 'subsistenceAllowance', label: '低保' },
      { value: 'none', label: '都没有领' },
    ],
    exclusive: ['none'],
  },
  { id: 'child.stage', title: '孩子现在上什么学？', kind: 'single', options: stageOptions },
  {
    id: 'child.birthParents',
    title: '知道孩子的亲生父母是谁吗？',
    kind: 'single',
    options: [
      { value: 'known', label: '知道' },
      { value: 'notFound', label: '查找不到', note: '比如孩子是捡到的' },
    ],
  },
  {
    id: 'child.adoption',
    title: '孩子办过收养登记吗？',
    kind: 'single',
    options: [
      { value: 'adopted', label: '办过', note: '有收养登记证' },
      { value: 'notAdopted', label: '没有' },
    ],
  },
  {
    id: 'child.adoptedOn',
    title: '收养登记是哪一天？',
    help: '看收养登记证。',
    kind: 'date',
  },
  {
    id: 'child.beforeAdoption',
    title: '收养以前，孩子有残疾或重病吗？',
    help: '符合的都选上。',
    kind: 'multiple',
    options: [
      { value: 'disabled', label: '有残疾' },
      { value: 'ill', label: '有病' },
      { value: 'none', label: '都没有' },
    ],
    exclusive: ['none'],
  },
  { id: 'child.hukou', title: '孩子的户口在哪里？', help: '看户口本的首页。', kind: 'division' },
  { id: 'child.residence', title: '孩子现在住在哪里？', kind: 'division' },
]
