import { districtOf, isWuhai, streetsOf } from '@domain/divisions/division'
import { pathTo, placesIn } from '@domain/divisions/elsewhere'
import { provinces } from '@domain/divisions/provinces'
import { wuhaiDistricts } from '@domain/divisions/wuhai'
import { type Area } from '@/ui/AreaPicker/area'
import { place as texts } from './texts'

/** Leads to the provinces; no division has this code. */
export const otherProvince = 'otherProvince'

const innerMongolia = '150000'
const longestPage = 20

/** First list: the districts of 乌海, then the rest of the country. 海南区 is not 海南省, so 乌海市 is written out. */
const firstAreas: readonly Area[] = [
  ...wuhaiDistricts.map(({ code, name }) => ({ code, name: `乌海市${name}` })),
  { code: innerMongolia, name: texts.innerMongolia },
  { code: otherProvince, name: texts.otherProvince },
]

const otherProvinces: readonly Area[] = provinces.filter(({ code }) => code !== innerMongolia)

/** What lies in a row of the list before, or the first list; empty for what is chosen as it is. */
export function areasIn(area: string | undefined): readonly Area[] {
  if (area === undefined) return firstAreas
  if (area === otherProvince) return otherProvinces
  return isWuhai(area) ? streetsIn(area) : placesIn(area)
}

const streetsIn = (area: string) => (districtOf(area)?.code === area ? streetsOf(area) : [])

/** The rows that lead to a place, from the first list down to the place itself. */
function rowsTo(code: string): readonly string[] {
  if (isWuhai(code)) return districtOf(code)?.code === code ? [code] : [code.slice(0, 6), code]
  const path = pathTo(code).map((place) => place.code)
  return path[0] === innerMongolia ? path : [otherProvince, ...path]
}

/** The row among these that is the place or leads to it. */
export function rowOf(areas: readonly Area[], place: string | undefined): string | undefined {
  const rows = place === undefined ? [] : rowsTo(place)
  return areas.find(({ code }) => rows.includes(code))?.code
}

/** The area whose list an area is a row of; nothing where that is the first list. */
export const listAbove = (area: string): string | undefined => rowsTo(area).slice(-2, -1)[0]

/** A list as it stands on its pages, of equal length: a cheap phone is sent about twenty rows at once. */
export function pagesOf(areas: readonly Area[]): readonly (readonly Area[])[] {
  const count = Math.ceil(areas.length / longestPage)
  const length = Math.ceil(areas.length / count)
  return Array.from({ length: count }, (_, page) => areas.slice(page * length, (page + 1) * length))
}

/** The page of a list that shows a row; the first if none does. */
export function pageOf(pages: readonly (readonly Area[])[], row: string | undefined): number {
  const page = pages.findIndex((areas) => areas.some(({ code }) => code === row))
  return Math.max(0, page)
}

/** What is asked where the rows of an area are shown. */
export function questionIn(area: string): string {
  if (area === otherProvince) return texts.whichProvince
  if (isWuhai(area)) return texts.whichStreet(districtOf(area)?.name ?? '')
  const path = pathTo(area)
  const name = path[path.length - 1]?.name ?? ''
  const hasCities = areasIn(area).some(({ code }) => code.slice(4) === '00')
  return hasCities ? texts.whichCity(name) : texts.whichCounty(name)
}
