/** Services a family can apply for on the phone. The code is the entitlement's. */
export const serviceCodes = ['DFUC_ALLOWANCE'] as const
export type ServiceCode = (typeof serviceCodes)[number]

export interface ServiceLimits {
  streetWorkdays: number
  districtWorkdays: number
  /** What the figures are: shown with them, because no figure of 乌海 is published. */
  label: string
}

export interface Service {
  code: ServiceCode
  /** The official term. Only inside the case itself, where the law needs it (law-and-rules §8). */
  title: string
  /** The official term in the family's words, behind it the first time. */
  gloss: string
  /** For lists, titles and messages: tells nothing about the child. */
  neutralTitle: string
  /** Row of the policy's catalogue. */
  provision: string
  whoMayApply: readonly string[]
  where: readonly string[]
  howLong: ServiceLimits
  cost: string
  /** What holds for a decision, whichever it is. */
  rights: readonly string[]
}

/** Source: reference §5 (common law), §5.0, §5.2. */
export const services: Record<ServiceCode, Service> = {
  DFUC_ALLOWANCE: {
    code: 'DFUC_ALLOWANCE',
    title: '事实无人抚养儿童基本生活补贴',
    gloss: '父母都没办法照顾的孩子',
    neutralTitle: '儿童生活补贴申请',
    provision: '1.1-b',
    whoMayApply: ['孩子的监护人', '受监护人委托的近亲属', '特殊情况下，孩子所在的村（居）委会'],
    where: ['孩子户口所在的街道（镇）', '住在外地的，可以找住处的任何乡镇（街道）'],
    howLong: {
      streetWorkdays: 15,
      districtWorkdays: 15,
      label: '这是跨省通办规定的最长时间。乌海的时限以民政部门公布为准。',
    },
    cost: '不收钱。',
    rights: [
      '任何街道（镇）都能问，问错了地方会转过去。',
      '村（居）委会可以帮您申请。',
      '不给办，要写明理由告诉您。',
      '不服可以申请行政复议，也可以起诉。',
      '办事的人要为您保密。',
      '请照实填。说假话要退钱，还可能罚款。',
    ],
  },
}
