import { districtOf, isWuhai, shortName, streetOf, streetsOf } from '@domain/divisions/division'
import { divisionName, isKnownDivision } from '@domain/divisions/divisionName'
import { provinces } from '@domain/divisions/provinces'
import { wuhaiDistricts } from '@domain/divisions/wuhai'

const streets = wuhaiDistricts.flatMap((district) => district.streets)

test('3 个区，20 个街道和镇，每个代码都在自己的区里', () => {
  expect(wuhaiDistricts.map((district) => district.name)).toEqual(['海勃湾区', '海南区', '乌达区'])
  expect(streets).toHaveLength(20)
  expect(streets.filter((street) => street.name.endsWith('镇'))).toHaveLength(5)
  for (const district of wuhaiDistricts)
    for (const street of district.streets) expect(street.code).toMatch(new RegExp(`^${district.code}\\d{3}$`))
})

test('代码不重复，没有园区', () => {
  const codes = streets.concat(wuhaiDistricts, provinces).map((place) => place.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => /^\d{6}4\d\d$/.test(code))).toEqual([])
})

test('34 个省级行政区', () => {
  expect(provinces).toHaveLength(34)
  for (const province of provinces) expect(province.code).toMatch(/^\d\d0000$/)
})

test.each([
  ['150302001', '海勃湾区凤凰岭街道', '海勃湾区凤凰岭街道'],
  ['150303104', '海南区巴音陶亥镇', '海南区巴音陶亥镇'],
  ['150304', '乌达区', '乌达区'],
  ['150300', '乌海市', '乌海市'],
  ['150000', '内蒙古自治区', '内蒙古自治区'],
  ['150100', '内蒙古自治区呼和浩特市', '内蒙古自治区'],
  ['410105', '河南省郑州市金水区', '河南省'],
  ['460000', '海南省', '海南省'],
  ['469021', '海南省定安县', '海南省'],
  ['441900', '广东省东莞市', '广东省'],
  ['110105', '北京市朝阳区', '北京市'],
  ['150301', undefined, undefined],
  ['150302400', undefined, undefined],
  ['150302999', undefined, undefined],
  ['990000', undefined, undefined],
  ['1503', undefined, undefined],
  ['__proto__', undefined, undefined],
])('%s 叫 %s，短一点叫 %s', (code, name, short) => {
  expect(divisionName(code)).toBe(name)
  expect(isKnownDivision(code)).toBe(name !== undefined)
  expect(shortName(code)).toBe(short)
})

test('乌海的海南区不是海南省', () => {
  expect(isWuhai('150303')).toBe(true)
  expect(isWuhai('460000')).toBe(false)
  expect(districtOf('150303001')?.name).toBe('海南区')
  expect(districtOf('460000')).toBeUndefined()
})

test('别处的县区不在乌海，没有乌海的区和街道', () => {
  for (const code of ['410105', '150105', '469021']) {
    expect(isWuhai(code)).toBe(false)
    expect(districtOf(code)).toBeUndefined()
    expect(streetsOf(code)).toEqual([])
  }
})

test('街道按区列出', () => {
  expect(streetsOf('150303').map((street) => street.name)).toEqual([
    '拉僧仲街道',
    '西卓子山街道',
    '公乌素镇',
    '拉僧庙镇',
    '巴音陶亥镇',
  ])
  expect(streetsOf('460000')).toEqual([])
  expect(streetOf('150302')).toBeUndefined()
})
