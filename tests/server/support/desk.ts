import type { Department } from '@domain/services/departments'
import { addStaff, permit } from '@server/store/staff'
import type { StaffRole } from '@server/store/tables'
import { changePassword, signInStaff, staffOf, type Staff } from '@server/usecases/staffSignIn'
import type { Result } from '@server/result'
import { handOver } from '@server/usecases/assignments'
import { decide } from '@server/usecases/decisions'
import type { Family } from './family'
import type { TestApi } from './testApi'

export const password = '一个够长的新密码-2026'

/** Of an officer of a district. */
export interface OfficerOptions {
  /** Absent: civil affairs. */
  department?: Department
  maySeeConfidential?: boolean
}

/** A person of the desk with the first password changed, signed in. */
export async function staffMember(
  api: TestApi,
  role: StaffRole,
  division: string,
  name = '李经办',
  { department, maySeeConfidential = false }: OfficerOptions = {},
): Promise<Staff> {
  const first = value(await addStaff(api.parts, { name, role, division, department }))
  if (maySeeConfidential) value(await permit(api.parts, first.number, 'confidential', true))
  const newcomer = value(await signInStaff(api.parts, first, 'test'))
  const before = value(await staffOf(api.parts, newcomer.token))
  const change = { current: first.password, next: password }
  const { token } = value(await changePassword(api.parts, before, change, 'test'))
  return value(await staffOf(api.parts, token))
}

/** The value of a result that has to be a success. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${result.field ?? ''}`)
  return result.value
}

export interface Crew {
  /** 海勃湾区凤凰岭街道 */
  street: Staff
  /** One account for all streets of 海勃湾区. */
  allStreets: Staff
  otherStreet: Staff
  otherDistrictStreet: Staff
  /** 海勃湾区民政局 */
  district: Staff
  otherDistrict: Staff
}
export type CrewName = keyof Crew

/** Six people of two districts. */
export async function crew(api: TestApi): Promise<Crew> {
  return {
    street: await staffMember(api, 'street', '150302001', '街道甲'),
    allStreets: await staffMember(api, 'street', '150302', '街道乙'),
    otherStreet: await staffMember(api, 'street', '150302002', '街道丙'),
    otherDistrictStreet: await staffMember(api, 'street', '150303', '街道丁'),
    district: await staffMember(api, 'district', '150302', '区甲'),
    otherDistrict: await staffMember(api, 'district', '150303', '区乙'),
  }
}

/** Gives a case of this person to a colleague, as the form on its page does. */
export async function hand(api: TestApi, from: Staff, applicationId: string, to: Staff): Promise<void> {
  value(await handOver(api.parts, from, { applicationId, colleagueId: to.id }, 'test'))
}

/** Brings a new case of this family to the district's desk. */
export async function verifiedCase(
  api: TestApi,
  { street }: Pick<Crew, 'street'>,
  family: Family,
): Promise<string> {
  const { applicationId } = await family.apply()
  value(await decide(api.parts, street, { applicationId, kind: 'accepted', version: 1 }, 'test'))
  value(await decide(api.parts, street, { applicationId, kind: 'verified', version: 2 }, 'test'))
  return applicationId
}
