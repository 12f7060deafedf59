import { districtOf, isWuhai, shortName, streetOf } from '@domain/divisions/division'
import type { DivisionCode } from '@domain/eligibility/facts'
import type { Procedure } from '@domain/tracking/machine'
import type { Offices } from '@domain/tracking/words'
import { services, type ServiceCode } from './catalogue'
import { departmentOf, type Department } from './departments'
import type { PlaceRule } from './service'

/**
 * `local`: offices of 乌海 from end to end. `crossProvinceOut`, `crossProvinceIn`: 跨省通办, towards the hukou in 乌海 or
 * away from it. The others are for offices elsewhere.
 */
export type RouteKind =
  'local' | 'crossProvinceOut' | 'crossProvinceIn' | 'atHukou' | 'atResidence' | 'elsewhere'

export interface Route {
  kind: RouteKind
  procedure: Procedure
  /** Where the papers are taken: a street of 乌海, or a district while the street is not known or is not asked. */
  intakeDivision?: DivisionCode
  /** Where the decision is made: a district of 乌海, or the place of the hukou. */
  decidingDivision?: DivisionCode
}

export interface Whereabouts {
  hukou?: DivisionCode
  residence?: DivisionCode
}

/**
 * What each route means for a family with a phone.
 * Source: reference §5.0 (任意地受理申请，户籍地负责审核), experience §8.
 */
export const routeRules: Record<RouteKind, { submitHere: boolean; words: string }> = {
  local: { submitHere: true, words: '由乌海的部门来办。' },
  crossProvinceOut: {
    submitHere: true,
    words: '可以在这里交。也可以在您住的地方，找任何乡镇（街道）交。由乌海来审。',
  },
  crossProvinceIn: {
    submitHere: true,
    words: '乌海的街道收材料，由户口所在地审。标准、要带的材料按户口所在地。',
  },
  atHukou: { submitHere: false, words: '这件事由户口所在地办。请找那里的乡镇（街道）。' },
  atResidence: { submitHere: false, words: '这件事由住的地方办。请找那里的乡镇（街道）。' },
  elsewhere: { submitHere: false, words: '户口和住处都不在乌海。请找您住的地方的乡镇（街道）。' },
}

/**
 * Who takes the papers and who decides.
 * @returns nothing while the places given do not settle it: an unknown place is not "elsewhere"
 */
export function routeOf(service: ServiceCode, places: Whereabouts): Route | undefined {
  return byRule[services[service].place](service, places)
}

const byRule: Record<PlaceRule, (service: ServiceCode, places: Whereabouts) => Route | undefined> = {
  hukou(service, { hukou, residence }) {
    if (hukou === undefined) return undefined
    const isCrossProvince = services[service].crossProvince === true
    if (isWuhai(hukou)) {
      const isAway = isCrossProvince && residence !== undefined && !isWuhai(residence)
      return here(service, isAway ? 'crossProvinceOut' : 'local', hukou, intakeOf(hukou, residence))
    }
    return isCrossProvince ? awayFrom(service, hukou, residence) : away(service, 'atHukou')
  },
  residence(service, { residence }) {
    if (residence === undefined) return undefined
    return isWuhai(residence) ? here(service, 'local', residence, residence) : away(service, 'atResidence')
  },
  residenceOrHukou: (service, { hukou, residence }) => firstHere(service, [residence, hukou]),
  hukouOrResidence: (service, { hukou, residence }) => firstHere(service, [hukou, residence]),
}

function here(
  service: ServiceCode,
  kind: RouteKind,
  place: DivisionCode,
  intake: DivisionCode | undefined,
): Route {
  const { offices: procedure } = services[service]
  const decidingDivision = districtOf(place)?.code
  const intakeDivision = procedure === 'districtAlone' ? decidingDivision : intake
  return { kind, procedure, intakeDivision, decidingDivision }
}

const away = (service: ServiceCode, kind: RouteKind): Route => ({
  kind,
  procedure: services[service].offices,
})

/** The hukou lies elsewhere and any street of the country takes the papers: one of 乌海's if the child lives there. */
function awayFrom(
  service: ServiceCode,
  hukou: DivisionCode,
  residence: DivisionCode | undefined,
): Route | undefined {
  if (residence === undefined) return undefined
  return isWuhai(residence)
    ? { kind: 'crossProvinceIn', procedure: 'passedOn', intakeDivision: residence, decidingDivision: hukou }
    : away(service, 'elsewhere')
}

/** The first of two places that lies in 乌海; open while one that is not known could be it. */
function firstHere(service: ServiceCode, places: readonly (DivisionCode | undefined)[]): Route | undefined {
  for (const place of places) {
    if (place === undefined) return undefined
    if (isWuhai(place)) return here(service, 'local', place, place)
  }
  return away(service, 'elsewhere')
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

/** Names the office that decides elsewhere. */
export type OfficeName = (code: DivisionCode) => string

/**
 * The names of the offices on a route.
 * @param elsewhere `officeElsewhere` where the table of counties is at hand: whole names weigh 30 kB and only the
 *   application asks for counties
 */
export function officesOn(
  route: Route,
  department: Department,
  elsewhere: OfficeName = officeInProvince,
): Offices {
  const street = streetOffice(route.intakeDivision)
  const district = districtOffice(route.decidingDivision, department)
  const names: Record<Procedure, Offices> = {
    streetThenDistrict: { intake: street, deciding: district },
    districtAlone: { intake: district, deciding: district },
    streetAlone: { intake: street, deciding: street },
    passedOn: { intake: street, deciding: elsewhere(route.decidingDivision ?? '') },
  }
  return names[route.procedure]
}

function streetOffice(code: DivisionCode | undefined): string {
  if (code === undefined) return '当地街道（镇）'
  const name = shortName(code) ?? '当地'
  return streetOf(code) ? name : `${name}的街道（镇）`
}

const districtOffice = (code: DivisionCode | undefined, department: Department): string =>
  departmentOf(department, code)

const officeInProvince: OfficeName = (code) => `${shortName(code) ?? ''}户口所在地民政部门`
