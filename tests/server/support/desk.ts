import { addStaff } from '@server/store/staff'
import type { StaffRole } from '@server/store/tables'
import { changePassword, signInStaff, staffOf, type Staff } from '@server/usecases/staffSignIn'
import type { Result } from '@server/result'
import type { TestApi } from './testApi'

export const password = '一个够长的新密码-2026'

/** A person of the desk with the first password changed, signed in. */
export async function staffMember(
  api: TestApi,
  role: StaffRole,
  division: string,
  name = '李经办',
): Promise<Staff> {
  const first = value(await addStaff(api.parts, { name, role, division }))
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
