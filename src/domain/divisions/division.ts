import type { DivisionCode } from '@domain/eligibility/facts'
import { provinces } from './provinces'
import { wuhaiCity, wuhaiCityName, wuhaiDistricts, type District, type Division } from './wuhai'

// Without the table of counties, which only the application carries: most rooms need 乌海 alone.

/** Whether a code of any length lies in 乌海市. */
export function isWuhai(code: DivisionCode): boolean {
  return code.slice(0, 4) === wuhaiCity.slice(0, 4)
}

/** The 乌海 district a code lies in, or nothing for the city as a whole and for other places. */
export function districtOf(code: DivisionCode): District | undefined {
  return wuhaiDistricts.filter((district) => district.code === code.slice(0, 6))[0]
}

/** The street or town of 乌海 with this nine-digit code, or nothing. */
export function streetOf(code: DivisionCode): Division | undefined {
  return districtOf(code)?.streets.filter((street) => street.code === code)[0]
}

/** The streets and towns of a district of 乌海, in the order of the edition; none for other codes. */
export function streetsOf(district: DivisionCode): readonly Division[] {
  return districtOf(district)?.streets ?? []
}

/** 海勃湾区凤凰岭街道, 海勃湾区, 乌海市; nothing for a code that is no unit of 乌海 (150301, industrial parks). */
export function wuhaiName(code: DivisionCode): string | undefined {
  if (code === wuhaiCity) return wuhaiCityName
  const district = districtOf(code)
  if (!district || code === district.code) return district?.name
  const street = streetOf(code)
  return street && `${district.name}${street.name}`
}

/** What people call a place of 乌海; of a place elsewhere the province. Nothing for a code of neither. */
export function shortName(code: DivisionCode): string | undefined {
  return isWuhai(code)
    ? wuhaiName(code)
    : provinces.filter((place) => place.code.slice(0, 2) === code.slice(0, 2))[0]?.name
}
