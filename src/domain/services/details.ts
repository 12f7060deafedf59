import { formatDate, isIsoDate } from '@domain/calendar/date'
import { mobileNumberProblem, normaliseMobileNumber } from '@domain/people/mobileNumber'
import { nameProblem, normaliseName } from '@domain/people/name'
import type { IsoDate } from '@domain/eligibility/facts'
import type { QuestionOption } from '@domain/eligibility/questions'

/** What one matter asks beside the facts the rules know. */
export const detailIds = [
  'hardshipEvent',
  'careWanted',
  'activityWanted',
  'insuranceMatter',
  'rehabWanted',
  'homeOwnership',
  'housingWanted',
  'enrolmentStage',
  'counsellingPlace',
  'visitTopics',
  'guardianshipTopic',
  'caregiverName',
  'caregiverPhone',
  'caregiverRelation',
  'careFrom',
  'legalMatter',
  'adoptionRole',
  'appointmentTime',
  'charityNeeds',
] as const
export type DetailId = (typeof detailIds)[number]

export interface DetailQuestion {
  id: DetailId
  title: string
  help?: string
  kind: 'single' | 'multiple' | 'date' | 'name' | 'phone'
  options?: readonly QuestionOption[]
}

export type DetailAnswer =
  | { kind: 'unknown' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'date'; value: IsoDate }
  | { kind: 'text'; value: string }

export type Details = Partial<Record<DetailId, DetailAnswer>>

/** Source: reference §5; the words of the policy where it has them (1.2-c, 2.3-a, 4.2-d, 6.1-b). */
export const detailQuestions: Record<DetailId, DetailQuestion> = {
  hardshipEvent: {
    id: 'hardshipEvent',
    title: '家里遇到了什么难处？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'fire', label: '火灾' },
      { value: 'accident', label: '意外事故', note: '比如车祸' },
      { value: 'suddenIllness', label: '突然得了重病' },
      { value: 'medicalCost', label: '看病花钱太多' },
      { value: 'schoolCost', label: '上学花钱太多' },
      { value: 'other', label: '别的难处' },
    ],
  },
  careWanted: {
    id: 'careWanted',
    title: '孩子需要什么帮助？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'visit', label: '上门看望' },
      { value: 'care', label: '照料' },
    ],
  },
  activityWanted: {
    id: 'activityWanted',
    title: '想让孩子参加什么？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'minding', label: '放学后有人照看' },
      { value: 'tutoring', label: '辅导功课' },
      { value: 'wellbeing', label: '关心孩子的心情' },
    ],
  },
  insuranceMatter: {
    id: 'insuranceMatter',
    title: '要请人帮办哪一样？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'enrolment', label: '给孩子交居民医保' },
      { value: 'elsewhereCare', label: '在外地看病的备案' },
    ],
  },
  rehabWanted: {
    id: 'rehabWanted',
    title: '孩子需要哪种康复？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'medical', label: '康复医疗', note: '比如手术' },
      { value: 'training', label: '康复训练' },
      { value: 'devices', label: '辅助器具', note: '比如助听器、轮椅' },
    ],
  },
  homeOwnership: {
    id: 'homeOwnership',
    title: '要改造的房子是谁的？',
    kind: 'single',
    options: [
      { value: 'own', label: '自己家的' },
      { value: 'rented', label: '租的、借住的', note: '要房主同意' },
    ],
  },
  housingWanted: {
    id: 'housingWanted',
    title: '想申请哪一种？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'publicRental', label: '公租房' },
      { value: 'subsidy', label: '租房补贴' },
    ],
  },
  enrolmentStage: {
    id: 'enrolmentStage',
    title: '孩子要上哪一级？',
    kind: 'single',
    options: [
      { value: 'preschool', label: '幼儿园' },
      { value: 'primary', label: '小学' },
      { value: 'juniorSecondary', label: '初中' },
    ],
  },
  counsellingPlace: {
    id: 'counsellingPlace',
    title: '想在哪里和人聊聊？',
    kind: 'single',
    options: [
      { value: 'school', label: '学校', note: '学校的心理老师' },
      { value: 'station', label: '街道（镇）的保护站' },
      { value: 'clinic', label: '医院' },
      { value: 'phone', label: '电话里' },
    ],
  },
  visitTopics: {
    id: 'visitTopics',
    title: '想请儿童主任帮什么？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'visit', label: '来家里看看孩子' },
      { value: 'school', label: '孩子不上学了，想回学校' },
      { value: 'hukou', label: '孩子还没有户口' },
      { value: 'applying', label: '帮忙办申请' },
    ],
  },
  guardianshipTopic: {
    id: 'guardianshipTopic',
    title: '需要哪种帮助？',
    kind: 'single',
    options: [
      { value: 'parenting', label: '学学怎么带孩子', note: '家庭教育指导' },
      { value: 'nobodyCares', label: '孩子没有人照顾', note: '很急的话，现在就打 110' },
    ],
  },
  caregiverName: {
    id: 'caregiverName',
    title: '孩子交给谁照顾？',
    help: '写姓名，和身份证上一样。',
    kind: 'name',
  },
  caregiverPhone: {
    id: 'caregiverPhone',
    title: '照顾孩子的人，手机号是多少？',
    kind: 'phone',
  },
  caregiverRelation: {
    id: 'caregiverRelation',
    title: '照顾的人是孩子的什么人？',
    kind: 'single',
    options: [
      { value: 'grandparent', label: '爷爷奶奶、外公外婆' },
      { value: 'relative', label: '其他亲戚' },
      { value: 'other', label: '其他人' },
    ],
  },
  careFrom: {
    id: 'careFrom',
    title: '从哪一天开始照顾？',
    kind: 'date',
  },
  legalMatter: {
    id: 'legalMatter',
    title: '是哪方面的事？',
    help: '孩子正有危险，现在就打 110。',
    kind: 'single',
    options: [
      { value: 'maintenance', label: '该给的抚养费没给' },
      { value: 'assistance', label: '救助、补贴的事' },
      { value: 'harm', label: '孩子被伤害、被虐待、被遗弃' },
      { value: 'other', label: '别的事' },
    ],
  },
  adoptionRole: {
    id: 'adoptionRole',
    title: '您想办哪一样？',
    kind: 'single',
    options: [
      { value: 'adopt', label: '想收养孩子' },
      { value: 'placeForAdoption', label: '想把孩子送养' },
      { value: 'ask', label: '先问一问' },
    ],
  },
  appointmentTime: {
    id: 'appointmentTime',
    title: '什么时候去方便？',
    help: '办事的人会和您说定时间。',
    kind: 'single',
    options: [
      { value: 'morning', label: '上午' },
      { value: 'afternoon', label: '下午' },
    ],
  },
  charityNeeds: {
    id: 'charityNeeds',
    title: '孩子最需要什么？',
    help: '有的都选上。',
    kind: 'multiple',
    options: [
      { value: 'medical', label: '看病的钱' },
      { value: 'school', label: '上学的钱和用品' },
      { value: 'living', label: '吃的、穿的、用的' },
      { value: 'company', label: '有人陪伴' },
    ],
  },
}

/** The values chosen; empty when not answered, not known, or not a choice. */
export function chosenDetail(details: Details, id: DetailId): readonly string[] {
  const answer = details[id]
  return answer?.kind === 'choice' ? answer.values : []
}

export function isDetailId(id: string): id is DetailId {
  return (detailIds as readonly string[]).includes(id)
}

/** Names and numbers in one spelling, so that a repeated send carries the same bytes. */
export function normaliseDetails(details: Details): Details {
  return detailIds.reduce<Details>((all, id) => {
    const answer = details[id]
    if (!answer) return all
    const value =
      answer.kind === 'text' ? { kind: answer.kind, value: normaliseText(id, answer.value) } : answer
    return { ...all, [id]: value }
  }, {})
}

const normaliseText = (id: DetailId, text: string) =>
  detailQuestions[id].kind === 'phone' ? normaliseMobileNumber(text) : normaliseName(text)

/** Whether an answer is one that its page can give. */
export function isDetailAnswer(id: DetailId, answer: DetailAnswer): boolean {
  const { kind, options = [] } = detailQuestions[id]
  const offered = options.map(({ value }) => value)
  switch (answer.kind) {
    case 'unknown':
      return kind !== 'name' && kind !== 'phone'
    case 'date':
      return kind === 'date' && isIsoDate(answer.value)
    case 'text':
      return kind === 'name'
        ? nameProblem(answer.value) === undefined
        : kind === 'phone' && mobileNumberProblem(answer.value) === undefined
    case 'choice': {
      const { values } = answer
      const isSeveral = kind === 'multiple' && values.length > 0
      return (
        (isSeveral || (kind === 'single' && values.length === 1)) &&
        values.every((value, index) => offered.includes(value) && values.indexOf(value) === index)
      )
    }
  }
}

/** An answer in the words of its page. */
export function detailWords(id: DetailId, answer: DetailAnswer): string {
  switch (answer.kind) {
    case 'unknown':
      return '不清楚'
    case 'date':
      return formatDate(answer.value)
    case 'text':
      return answer.value
    case 'choice': {
      const { options = [] } = detailQuestions[id]
      const label = (value: string) => options.filter((option) => option.value === value)[0]?.label ?? value
      return answer.values.map(label).join('、')
    }
  }
}
