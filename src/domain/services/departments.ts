import { districtOf } from '@domain/divisions/division'
import type { DivisionCode } from '@domain/eligibility/facts'

/** Who decides a matter in a district. Source: reference §1 (responsible departments), §5. */
export const departments = [
  'civilAffairs',
  'medicalInsurance',
  'disabledFederation',
  'education',
  'housing',
  'justice',
  'health',
] as const
export type Department = (typeof departments)[number]

/** As a district calls it, behind the district's name: 海勃湾区民政局. */
export const departmentWords: Record<Department, string> = {
  civilAffairs: '民政局',
  medicalInsurance: '医保局',
  disabledFederation: '残联',
  education: '教育局',
  housing: '住建局',
  justice: '司法局',
  health: '卫健委',
}

/** E.g. 海勃湾区残联; 区残联 while the district is not known. */
export function departmentOf(department: Department, division?: DivisionCode): string {
  const district = division === undefined ? undefined : districtOf(division)?.name
  return `${district ?? '区'}${departmentWords[department]}`
}
