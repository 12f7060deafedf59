import { isKnownDivision } from '@domain/divisions/divisionName'
import { findDivisions } from '@domain/divisions/findDivisions'

const found = (typed: string) => findDivisions(typed).map(({ name }) => name)

test.each([
  ['海南', ['海南省', '青海省海南藏族自治州', '内蒙古自治区乌海市海南区']],
  ['金水', ['河南省郑州市金水区']],
  ['金 水 ', ['河南省郑州市金水区']],
  ['东莞', ['广东省东莞市']],
  ['东城区', ['北京市东城区']],
  ['济源', ['河南省济源市']],
  ['香港', ['香港特别行政区']],
  ['朝阳', ['北京市朝阳区', '辽宁省朝阳市', '吉林省长春市朝阳区', '辽宁省朝阳市朝阳县']],
  // Nothing is called so by itself: then by what it lies in.
  ['郑州金水', ['河南省郑州市金水区']],
  ['乌海', ['内蒙古自治区乌海市海勃湾区', '内蒙古自治区乌海市海南区', '内蒙古自治区乌海市乌达区']],
  ['水金', []],
  ['jin', []],
  ['', []],
  ['  ', []],
])('输入“%s”', (typed, names) => {
  expect([...found(typed)].sort()).toEqual([...names].sort())
})

test('名字这样开头的在前，省在市前，市在县区前', () => {
  expect(found('海南')).toEqual(['海南省', '青海省海南藏族自治州', '内蒙古自治区乌海市海南区'])
  const south = found('南')
  expect(south.indexOf('江苏省南京市')).toBeLessThan(south.indexOf('河南省'))
  expect(south.indexOf('河南省')).toBeGreaterThan(-1)
})

test('找到的都是地方，没有统计上凑出来的一级', () => {
  const codes = findDivisions('市').map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(600)
  expect(codes.filter((code) => !isKnownDivision(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  expect(found('市辖区')).toEqual([])
  expect(found('行政区划')).toEqual([])
})
