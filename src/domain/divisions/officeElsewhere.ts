import type { DivisionCode } from '@domain/eligibility/facts'
import { divisionName } from './divisionName'
import { placesIn } from './elsewhere'

/**
 * Who decides where the hukou lies outside 乌海: 河南省郑州市金水区民政部门. While only the province or city is known,
 * 河南省户口所在地民政部门: one of its counties decides, and not the province.
 * @param code of a place elsewhere; any other is no place and gets 户口所在地民政部门
 */
export function officeElsewhere(code: DivisionCode): string {
  const name = divisionName(code)
  const isPrecise = name !== undefined && placesIn(code).length === 0
  return `${name ?? ''}${isPrecise ? '' : '户口所在地'}民政部门`
}
