import type { DivisionCode } from '@domain/eligibility/facts'
import { counties } from './counties'
import { readLine } from './countyLine'
import { isWuhai } from './division'
import { provinces } from './provinces'
import type { Division } from './wuhai'

/** Without a name where statistics invented it: its counties lie right below the province. */
interface City extends Division {
  counties: readonly Division[]
}

function cityOf(province: string, line: string): City {
  const [{ digits = '', name = '' } = {}, ...inside] = readLine(line)
  const city = province + digits
  return {
    code: `${city}00`,
    name,
    counties: inside.map((county) => ({ code: city + county.digits, name: county.name })),
  }
}

const linesOf = (province: string) => counties[province] ?? []

/** The line of the city whose code begins as this one does. */
function cityAround(code: DivisionCode): City | undefined {
  const province = code.slice(0, 2)
  return linesOf(province)
    .filter((line) => line.slice(0, 2) === code.slice(2, 4))
    .map((line) => cityOf(province, line))[0]
}

const withCode = (places: readonly Division[], code: DivisionCode): Division | undefined =>
  places.filter((place) => place.code === code)[0]

/**
 * What lies right below a province or city outside 乌海, in the order of the edition: the cities of a province with the
 * counties that belong to none, or the counties of a city. Nothing for 乌海 and for what has no parts.
 */
export function placesIn(code: DivisionCode): readonly Division[] {
  const province = code.slice(0, 2)
  if (code !== `${province}0000`) return code.slice(4) === '00' ? (cityAround(code)?.counties ?? []) : []
  return linesOf(province).reduce<readonly Division[]>((places, line) => {
    const city = cityOf(province, line)
    return places.concat(city.name ? { code: city.code, name: city.name } : city.counties)
  }, [])
}

/**
 * From the province down to the province, city or county with this six-digit code: 河南省, 郑州市, 金水区. Empty for 乌海
 * below its province and for a code that no place has.
 */
export function pathTo(code: DivisionCode): readonly Division[] {
  const province = withCode(provinces, `${code.slice(0, 2)}0000`)
  if (!province || isWuhai(code)) return []
  if (code === province.code) return [province]
  const city = cityAround(code)
  if (!city) return []
  const above = city.name ? [province, { code: city.code, name: city.name }] : [province]
  if (code === city.code) return city.name ? above : []
  const county = withCode(city.counties, code)
  return county ? above.concat(county) : []
}
