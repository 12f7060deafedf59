import type { GraduationStage, SchoolStage } from './facts'
import type { Question, QuestionOption } from './questions'
import { disabilityGradeOptions, disabilityTypeOptions } from './questionTexts'
import type { PageCondition } from './questionTextsFamily'

export type ChildQuestionId =
  | 'child.birthDate'
  | 'child.stage'
  | 'child.fullTime'
  | 'child.graduatedFrom'
  | 'child.graduatedOn'
  | 'child.disabilityType'
  | 'child.disabilityGrade'
  | 'child.illness'
  | 'child.insured'
  | 'child.hukou'
  | 'child.residence'
  | 'child.residenceSince'
  | 'child.residencePermit'
  | 'child.permitSignedOn'
  | 'child.birthParents'
  | 'child.adoption'
  | 'child.adoptedOn'
  | 'child.beforeAdoption'

const stageOptions: readonly (QuestionOption & { value: SchoolStage })[] = [
  { value: 'none', label: '没有上学', note: '还小，或者不上学了' },
  { value: 'preschool', label: '幼儿园' },
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

const graduationOptions: readonly (QuestionOption & { value: GraduationStage })[] = [
  { value: 'seniorSecondary', label: '高中' },
  { value: 'secondaryVocational', label: '中专、中职' },
  { value: 'higherVocational', label: '高职' },
  { value: 'juniorCollege', label: '大专' },
  { value: 'undergraduate', label: '本科' },
]

/** The illnesses a rule names by itself; every other one waits for a list that the departments publish. */
export const namedIllnesses = ['苯丙酮尿症', '脑瘫', '孤独症'] as const

const illnessOptions: readonly QuestionOption[] = [
  { value: '脑瘫', label: '脑瘫' },
  { value: '苯丙酮尿症', label: '苯丙酮尿症' },
  { value: '孤独症', label: '孤独症' },
  { value: 'other', label: '别的病' },
  { value: 'none', label: '没有这样的病' },
]

/** Pages about the child. */
export const childQuestions: readonly (Question & PageCondition & { id: ChildQuestionId })[] = [
  { id: 'child.birthDate', title: '孩子是哪一天出生的？', help: '看户口本或身份证。', kind: 'date' },
  { id: 'child.stage', title: '孩子现在上什么学？', kind: 'single', options: stageOptions },
  {
    id: 'child.disabilityType',
    title: '孩子的残疾证是哪一类？',
    help: '残疾证上写着类别。',
    kind: 'single',
    options: [...disabilityTypeOptions, { value: 'none', label: '没有残疾证' }],
    circumstances: ['disability'],
  },
  {
    id: 'child.disabilityGrade',
    title: '孩子的残疾证是几级？',
    help: '残疾证上写着级别，一级最重。',
    kind: 'single',
    options: disabilityGradeOptions,
    after: { page: 'child.disabilityType', values: disabilityTypeOptions.map(({ value }) => value) },
  },
  {
    id: 'child.illness',
    title: '孩子得的是什么病？',
    help: '看医院的诊断。有的都选上。',
    kind: 'multiple',
    options: illnessOptions,
    exclusive: ['none'],
    circumstances: ['illness'],
  },
  {
    id: 'child.insured',
    title: '孩子今年的居民医保在哪交？',
    kind: 'single',
    options: [
      { value: 'wuhai', label: '在乌海交了' },
      { value: 'elsewhere', label: '在外地交了' },
      { value: 'none', label: '没有交' },
    ],
    circumstances: ['notInsuredHere'],
  },
  {
    id: 'child.hukou',
    title: '孩子的户口在哪里？',
    help: '看户口本的首页。',
    kind: 'division',
    circumstances: ['hukouElsewhere', 'otherDistrict'],
  },
  {
    id: 'child.residence',
    title: '孩子现在住在哪里？',
    kind: 'division',
    circumstances: ['livesElsewhere', 'otherDistrict'],
  },
  {
    id: 'child.residenceSince',
    title: '哪一天开始住在这里的？',
    help: '记不清哪天，就填那个月的1日。',
    kind: 'date',
    circumstances: ['hukouElsewhere', 'livesElsewhere', 'otherDistrict'],
  },
  {
    id: 'child.residencePermit',
    title: '在这里办居住证了吗？',
    help: '孩子的、大人的都算。',
    kind: 'single',
    options: [
      { value: 'held', label: '办了' },
      { value: 'notHeld', label: '没有办' },
    ],
    circumstances: ['hukouElsewhere', 'livesElsewhere', 'otherDistrict'],
  },
  {
    id: 'child.permitSignedOn',
    title: '居住证上次是哪天签的？',
    help: '每年要签注一次。没签过，就填发证那天。',
    kind: 'date',
    after: { page: 'child.residencePermit', values: ['held'] },
  },
  {
    id: 'child.birthParents',
    title: '知道孩子的亲生父母是谁吗？',
    kind: 'single',
    options: [
      { value: 'known', label: '知道' },
      { value: 'notFound', label: '查找不到', note: '比如孩子是捡到的' },
    ],
    circumstances: ['parentsNotFound'],
  },
  {
    id: 'child.adoption',
    title: '孩子办过收养登记吗？',
    kind: 'single',
    options: [
      { value: 'adopted', label: '办过', note: '有收养登记证' },
      { value: 'notAdopted', label: '没有' },
    ],
    circumstances: ['adopted'],
  },
  {
    id: 'child.adoptedOn',
    title: '收养登记是哪一天？',
    help: '看收养登记证。',
    kind: 'date',
    circumstances: ['adopted'],
    after: { page: 'child.adoption', values: ['adopted'] },
  },
  {
    id: 'child.beforeAdoption',
    title: '收养以前，孩子是什么情况？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'disabled', label: '有残疾' },
      { value: 'ill', label: '有病' },
      { value: 'orphanOrAbandoned', label: '是孤儿，或是捡到的' },
      { value: 'none', label: '都没有' },
    ],
    exclusive: ['none'],
    circumstances: ['adopted'],
    after: { page: 'child.adoption', values: ['adopted'] },
  },
  {
    id: 'child.fullTime',
    title: '孩子上的是全日制吗？',
    help: '每天在校上课，就是全日制。',
    kind: 'single',
    options: [
      { value: 'fullTime', label: '是' },
      { value: 'partTime', label: '不是', note: '比如函授、夜校' },
    ],
  },
  {
    id: 'child.graduatedFrom',
    title: '孩子从哪里毕业的？',
    kind: 'single',
    options: graduationOptions,
  },
  {
    id: 'child.graduatedOn',
    title: '孩子是哪一天毕业的？',
    help: '看毕业证。18岁前就不上学了，选“不清楚”。',
    kind: 'date',
  },
]
