import type { DivisionCode } from '@domain/eligibility/facts'
import { districtOf, divisionName, isWuhai, streetOf } from './division'

export type RouteKind = 'local' | 'crossProvinceOut' | 'crossProvinceIn' | 'elsewhere'

export interface Route {
  kind: RouteKind
  /** Where the papers are taken: a street of 乌海, or a district while the street is not known. */
  intakeDivision?: DivisionCode
  /** Where the decision is made: the district or place of the hukou. */
  decidingDivision?: DivisionCode
}

export interface Whereabouts {
  hukou?: DivisionCode
  residence?: DivisionCode
}

/**
 * What each route means for a family with a phone.
 * Source: reference §5.0 (户籍地负责审核), experience §8.
 */
export const routeRules: Record<RouteKind, { submitHere: boolean; words: string }> = {
  local: { submitHere: true, words: '孩子户口所在的街道（镇）收材料，区民政局来审。' },
  crossProvinceOut: {
    submitHere: true,
    words: '可以在这里交。也可以在您住的地方，找任何乡镇（街道）交。由乌海来审。',
  },
  // The deciding office has no account here: the papers go through the national system at the window.
  crossProvinceIn: {
    submitHere: false,
    words: '乌海的街道可以收材料，由户口所在地审。标准、要带的材料按户口所在地。',
  },
  elsewhere: { submitHere: false, words: '户口和住处都不在乌海。请找您住的地方的乡镇（街道）。' },
}

/**
 * Who takes the papers and who decides.
 * @returns nothing while the places given do not settle it: an unknown place is not "elsewhere"
 */
export function routeOf({ hukou, residence }: Whereabouts): Route | undefined {
  if (hukou === undefined) return undefined
  if (isWuhai(hukou)) {
    const kind = residence !== undefined && !isWuhai(residence) ? 'crossProvinceOut' : 'local'
    return { kind, intakeDivision: intakeOf(hukou, residence), decidingDivision: districtOf(hukou)?.code }
  }
  if (residence === undefined) return undefined
  return isWuhai(residence)
    ? { kind: 'crossProvinceIn', intakeDivision: residence, decidingDivision: hukou }
    : { kind: 'elsewhere' }
}

/**
 * The street of the hukou. While only its district is known, the street the child lives in takes the papers
 * when it is of the same district: whether one district may take another's case is not published.
 */
function intakeOf(hukou: DivisionCode, residence: DivisionCode | undefined): DivisionCode | undefined {
  if (streetOf(hukou)) return hukou
  const district = districtOf(hukou)
  const livesInDistrict = residence !== undefined && districtOf(residence) === district
  return livesInDistrict && streetOf(residence) ? residence : district?.code
}

/** Who takes the papers, e.g. 海勃湾区凤凰岭街道. */
export function intakeOffice(route: Route): string {
  const code = route.intakeDivision
  if (code === undefined) return '当地街道（镇）'
  const name = divisionName(code) ?? '当地'
  return streetOf(code) ? name : `${name}的街道（镇）`
}

/** Who decides, e.g. 海勃湾区民政局. */
export function decidingOffice(route: Route): string {
  const code = route.decidingDivision
  if (code === undefined) return '户口所在地民政部门'
  return districtOf(code)
    ? `${districtOf(code)?.name}民政局`
    : `${divisionName(code) ?? ''}户口所在地民政部门`
}
