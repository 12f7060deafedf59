import { departments, departmentWords, type Department } from '@domain/services/departments'
import type { Staff } from '@server/usecases/staffSignIn'
import { staffMember } from '../support/desk'
import type { TestApi } from '../support/testApi'

/** Everybody of 海勃湾区 that a matter can come to. */
export interface Officers {
  clerk: Staff
  /** Two of each department: one takes in, the other decides. */
  of: Record<Department, readonly [Staff, Staff]>
  /** Two of civil affairs who may work on what is confidential. */
  named: readonly [Staff, Staff]
}

export async function officersOf(api: TestApi): Promise<Officers> {
  const pair = async (department: Department, maySeeConfidential = false) => {
    const one = (name: string) =>
      staffMember(api, 'district', '150302', `${departmentWords[department]}${name}`, {
        department,
        maySeeConfidential,
      })
    return [await one('甲'), await one('乙')] as const
  }
  const of: Partial<Officers['of']> = {}
  for (const department of departments) of[department] = await pair(department)
  return {
    clerk: await staffMember(api, 'street', '150302001', '街道甲'),
    of: of as Officers['of'],
    named: await pair('civilAffairs', true),
  }
}
