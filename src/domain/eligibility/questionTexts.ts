import { nationalTermMonths } from '@domain/policy/nationalTerm'
import type { DisabilityType } from './facts'
import type { Question, QuestionOption } from './questions'

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
  'noMaintenance',
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
  /** Nothing else may be chosen there. */
  only?: boolean
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
  { value: 'noMaintenance', label: '该给抚养费，却没给', note: '比如离婚后不给钱' },
  { value: 'none', label: '以上都没有', note: '比如离婚、再婚、在外打工' },
]

const termOptions: readonly QuestionOption[] = [
  { value: 'atLeast', label: `${nationalTermMonths}个月或更长` },
  { value: 'under', label: `不到${nationalTermMonths}个月` },
]

export const disabilityTypeOptions: readonly (QuestionOption & { value: DisabilityType })[] = [
  { value: 'visual', label: '视力残疾' },
  { value: 'hearing', label: '听力残疾' },
  { value: 'speech', label: '言语残疾' },
  { value: 'physical', label: '肢体残疾' },
  { value: 'intellectual', label: '智力残疾' },
  { value: 'mental', label: '精神残疾' },
  { value: 'multiple', label: '多重残疾' },
]

export const disabilityGradeOptions: readonly QuestionOption[] = [
  { value: '1', label: '一级' },
  { value: '2', label: '二级' },
  { value: '3', label: '三级' },
  { value: '4', label: '四级' },
]

/** A parent's mental or intellectual disability counts at every grade, so nobody is asked for theirs. */
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
    options: disabilityGradeOptions,
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
    after: { topic: 'situation', values: ['caring', 'noMaintenance', 'none'], only: true },
    checkerOnly: true,
  },
}
