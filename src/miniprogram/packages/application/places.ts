import { districtOf, isWuhai, streetsOf } from '@domain/divisions/division'
import { provinces } from '@domain/divisions/provinces'
import { wuhaiDistricts, type Division } from '@domain/divisions/wuhai'
import { type Area } from '@/ui/AreaPicker/area'
import { type Option } from '@/ui/Choice/selection'
import { place as texts } from './texts'

/** Leads to the provinces; no division has this code. */
export const otherProvince = 'otherProvince'

const innerMongolia = '150000'

/** First list: the districts of 乌海, then the rest of the country. 海南区 is not 海南省, so 乌海市 is written out. */
export const areaOptions: readonly Option[] = [
  ...wuhaiDistricts.map(({ code, name }) => ({ value: code, words: `乌海市${name}` })),
  { value: innerMongolia, words: texts.innerMongolia },
  { value: otherProvince, words: texts.otherProvince },
]

export const otherProvinces: readonly Area[] = provinces.filter(({ code }) => code !== innerMongolia)

/** The row of the first list that a stored code belongs to. */
export function areaOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  if (isWuhai(code)) return districtOf(code)?.code
  return code === innerMongolia ? innerMongolia : otherProvince
}

/** The streets and towns of a district as rows. */
export function streetOptions(district: string): readonly Option[] {
  return streetsOf(district).map(({ code, name }: Division) => ({ value: code, words: name }))
}

/** Whether a row of the first list has a list of its own behind it. */
export function hasMore(area: string): boolean {
  return area === otherProvince || streetsOf(area).length > 0
}
