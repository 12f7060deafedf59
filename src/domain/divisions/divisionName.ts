import type { DivisionCode } from '@domain/eligibility/facts'
import { isWuhai, wuhaiName } from './division'
import { pathTo } from './elsewhere'

/**
 * The whole name of a place: 河南省郑州市金水区, 内蒙古自治区; in 乌海 what people call it: 海勃湾区凤凰岭街道.
 * Nothing for a code that no place has.
 */
export function divisionName(code: DivisionCode): string | undefined {
  if (isWuhai(code)) return wuhaiName(code)
  const path = pathTo(code)
  return path.length > 0 ? path.map(({ name }) => name).join('') : undefined
}

/** Whether a code is one the portal knows: of 乌海 the city, a district or a street; elsewhere a province, city or county. */
export function isKnownDivision(code: DivisionCode): boolean {
  return divisionName(code) !== undefined
}
