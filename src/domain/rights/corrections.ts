import { idNumberProblem, normaliseIdNumber } from '@domain/people/idNumber'
import { mobileNumberProblem, normaliseMobileNumber } from '@domain/people/mobileNumber'
import { nameProblem, normaliseName } from '@domain/people/name'

/** What a family may ask to correct in a filed case; `other` completes it with a sentence of its own. */
export const correctionFields = [
  'applicantName',
  'applicantIdNumber',
  'applicantPhone',
  'childName',
  'childIdNumber',
  'other',
] as const
export type CorrectionField = (typeof correctionFields)[number]

/** How a request stands. Nothing changes before a person has looked at it. Source: PIPL 46. */
export const correctionStatuses = ['waiting', 'accepted', 'declined'] as const
export type CorrectionStatus = (typeof correctionStatuses)[number]

export const correctionFieldWords: Record<CorrectionField, string> = {
  applicantName: '申请人的姓名',
  applicantIdNumber: '申请人的身份证号',
  applicantPhone: '申请人的电话',
  childName: '孩子的姓名',
  childIdNumber: '孩子的身份证号',
  other: '别的内容',
}

export const correctionStatusWords: Record<CorrectionStatus, string> = {
  waiting: '已收到，等办事的人核对。',
  accepted: '已经改好。',
  declined: '没有改，理由写在下面。',
}

export const longestCorrection = 200

interface Rule {
  problem: (value: string) => string | undefined
  normalise: (value: string) => string
}

const name: Rule = { problem: nameProblem, normalise: normaliseName }
const idNumber: Rule = { problem: idNumberProblem, normalise: normaliseIdNumber }
const ownWords: Rule = {
  problem: (value) => (value.trim() === '' ? '请写要改什么、改成什么。' : undefined),
  normalise: (value) => value.trim(),
}

const rules: Record<CorrectionField, Rule> = {
  applicantName: name,
  applicantIdNumber: idNumber,
  applicantPhone: { problem: mobileNumberProblem, normalise: normaliseMobileNumber },
  childName: name,
  childIdNumber: idNumber,
  other: ownWords,
}

/** What is wrong with the wanted value, in Chinese, or nothing. The rules are those of the application itself. */
export function correctionProblem(field: CorrectionField, value: string): string | undefined {
  if (value.length > longestCorrection) return `最多写 ${longestCorrection} 个字。`
  return rules[field].problem(value)
}

/** The value as it is stored: one spelling for one number or name. */
export function correctionValue(field: CorrectionField, value: string): string {
  return rules[field].normalise(value)
}
