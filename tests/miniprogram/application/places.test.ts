import {
  areasIn,
  listAbove,
  otherProvince,
  pageOf,
  pagesOf,
  questionIn,
  rowOf,
} from '@/packages/application/places'

const names = (area: string | undefined) => areasIn(area).map(({ name }) => name)

test('第一页：乌海的三个区写明乌海市，然后是别的地方', () => {
  expect(names(undefined)).toEqual([
    '乌海市海勃湾区',
    '乌海市海南区',
    '乌海市乌达区',
    '内蒙古的其他地方',
    '外省',
  ])
})

test.each([
  ['150302', '海勃湾区的哪个街道（镇）？', '凤凰岭街道'],
  [otherProvince, '是哪个省？', '河南省'],
  ['150000', '内蒙古自治区的哪个市？', '阿拉善盟'],
  ['410000', '河南省的哪个市？', '济源市'],
  ['410100', '郑州市的哪个区、县？', '金水区'],
  ['110000', '北京市的哪个区、县？', '东城区'],
])('%s 的下一页问“%s”，里面有%s', (area, question, name) => {
  expect(questionIn(area)).toBe(question)
  expect(names(area)).toContain(name)
})

test.each(['150302001', '410105', '441900', '419001', '710000'])('%s 到头了', (code) => {
  expect(areasIn(code)).toEqual([])
})

test('外省里没有内蒙古，内蒙古里没有乌海', () => {
  expect(names(otherProvince)).toHaveLength(33)
  expect(names(otherProvince)).not.toContain('内蒙古自治区')
  expect(names('150000')).not.toContain('乌海市')
})

test.each([
  ['410105', [otherProvince, '410000', '410100', '410105']],
  ['110101', [otherProvince, '110000', '110101']],
  ['469021', [otherProvince, '460000', '469021']],
  ['150105', ['150000', '150100', '150105']],
  ['150000', ['150000']],
  ['410000', [otherProvince, '410000']],
  ['150302001', ['150302', '150302001']],
  ['150303', ['150303']],
])('%s 在每一页选的是哪一行', (place, rows) => {
  const lists = [undefined, ...rows.slice(0, -1)]
  expect(lists.map((area) => rowOf(areasIn(area), place))).toEqual(rows)
})

test('不在这一页的不选；没答过的不选', () => {
  expect(rowOf(areasIn('410100'), '410000')).toBeUndefined()
  expect(rowOf(areasIn(undefined), undefined)).toBeUndefined()
  expect(rowOf(areasIn(undefined), '150300')).toBeUndefined()
})

test.each([
  ['410100', '410000'],
  ['410000', otherProvince],
  ['150100', '150000'],
  ['110000', otherProvince],
  ['150000', undefined],
  ['150302', undefined],
  [otherProvince, undefined],
])('从 %s 的那一页往回，是 %s 的那一页', (area, above) => {
  expect(listAbove(area)).toBe(above)
})

test('一页不超过 20 行，一行不少', () => {
  const areas = [otherProvince, '150000', '500000', '510000', '130100', '410100', '150302']
  for (const area of areas) {
    const pages = pagesOf(areasIn(area))
    expect(pages.flat()).toEqual(areasIn(area))
    for (const { length } of pages) expect(length).toBeLessThanOrEqual(20)
  }
  expect(pagesOf(areasIn(otherProvince)).map(({ length }) => length)).toEqual([17, 16])
  expect(pagesOf(areasIn('410000'))).toHaveLength(1)
})

test('长的名单翻到选了的那一页', () => {
  const pages = pagesOf(areasIn(otherProvince))
  expect(pageOf(pages, '110000')).toBe(0)
  expect(pageOf(pages, '650000')).toBe(1)
  expect(pageOf(pages, undefined)).toBe(0)
})
