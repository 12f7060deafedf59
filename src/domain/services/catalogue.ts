import type { ApplicantRelation } from '@domain/eligibility/facts'
import { company } from './catalogue/company'
import { guardianship } from './catalogue/guardianship'
import { living } from './catalogue/living'
import { medical } from './catalogue/medical'
import { school } from './catalogue/school'
import { departmentOf } from './departments'
import type { Service, ServiceGroup } from './service'

const rows = { ...living, ...medical, ...school, ...company, ...guardianship }

/** What a family can apply for, ask for or tell on the phone. */
export type ServiceCode = keyof typeof rows

export const serviceCodes = Object.keys(rows) as ServiceCode[]

/** What a link or a stored value names; nothing where there is no such matter. */
export function asServiceCode(code: string | undefined): ServiceCode | undefined {
  return serviceCodes.filter((known) => known === code)[0]
}

/** Source: reference §1 (use b), §5. */
export const services: Readonly<Record<ServiceCode, Service>> = rows

export const groupWords: Record<ServiceGroup, string> = {
  living: '生活和住房',
  medical: '看病和康复',
  school: '上学',
  company: '陪伴和帮忙',
  guardianship: '监护和权利',
}

/** What a family may see in a list: the confidential one has its own door. Source: reference §5.3. */
export const listedServices: readonly ServiceCode[] = serviceCodes.filter(
  (code) => !services[code].confidential,
)

/** What stands on every page of a matter that an office decides. Source: reference §5 (common law). */
const decisionRights = [
  '任何街道（镇）都能问，问错了地方会转过去。',
  '村（居）委会可以帮您申请。',
  '不给办，要写明理由告诉您。',
  '不服可以申请行政复议，也可以起诉。',
  '办事的人要为您保密。',
  '请照实填。说假话要退钱，还可能罚款。',
] as const

/** What holds where nothing is decided about a right. */
const requestRights = ['办事的人要为您保密。', '不满意，可以打 12345。'] as const

/** What holds for a matter, whichever way it goes. */
export function rightsOf(code: ServiceCode): readonly string[] {
  return services[code].kind === 'application' ? decisionRights : requestRights
}

/** Identity numbers are asked only where an office decides about a right: a child without hukou has none (PIPL 6). */
export function asksIdNumbers(code: ServiceCode): boolean {
  return services[code].kind === 'application'
}

/** Where a family brings what it does not photograph: 街道（镇）, or 区残联 where the district works alone. */
export function counterOf(code: ServiceCode): string {
  const { offices, department } = services[code]
  return offices === 'districtAlone' ? departmentOf(department) : '街道（镇）'
}

/** Whether this relation may apply for it. */
export function mayApply(code: ServiceCode, relation: ApplicantRelation): boolean {
  return services[code].relations.includes(relation)
}
