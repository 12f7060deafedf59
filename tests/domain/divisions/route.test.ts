import { divisionName } from '@domain/divisions/division'
import { decidingOffice, intakeOffice, routeOf, routeRules } from '@domain/divisions/route'

const fenghuangling = '150302001'
const haibei = '150302002'
const lasengzhong = '150303001'
const beijing = '110000'

test.each([
  ['户口、住处都在一个街道', fenghuangling, fenghuangling, 'local', '海勃湾区凤凰岭街道', '海勃湾区民政局'],
  ['住在同区别的街道：找户口的街道', fenghuangling, haibei, 'local', '海勃湾区凤凰岭街道', '海勃湾区民政局'],
  ['住在别的区：找户口的街道', lasengzhong, haibei, 'local', '海南区拉僧仲街道', '海南区民政局'],
  ['只知道户口在哪个区，住在同区', '150302', haibei, 'local', '海勃湾区海北街道', '海勃湾区民政局'],
  ['只知道户口在哪个区，住在别的区', '150303', haibei, 'local', '海南区的街道（镇）', '海南区民政局'],
  ['住处还不知道', fenghuangling, undefined, 'local', '海勃湾区凤凰岭街道', '海勃湾区民政局'],
  [
    '户口在乌海，住在外省',
    fenghuangling,
    beijing,
    'crossProvinceOut',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '户口在外省，住在乌海',
    beijing,
    haibei,
    'crossProvinceIn',
    '海勃湾区海北街道',
    '北京市户口所在地民政部门',
  ],
  [
    '户口在海南省，不是海南区',
    '460000',
    haibei,
    'crossProvinceIn',
    '海勃湾区海北街道',
    '海南省户口所在地民政部门',
  ],
  ['都不在乌海', beijing, beijing, 'elsewhere', '当地街道（镇）', '户口所在地民政部门'],
  ['只知道户口在乌海', '150300', undefined, 'local', '当地街道（镇）', '户口所在地民政部门'],
])('%s', (_, hukou, residence, kind, intake, deciding) => {
  const route = routeOf({ hukou, residence })
  expect(route?.kind).toBe(kind)
  expect(route && intakeOffice(route)).toBe(intake)
  expect(route && decidingOffice(route)).toBe(deciding)
})

test.each([
  ['都不知道', {}],
  ['只知道住处', { residence: haibei }],
  ['户口在外地，住处不知道：不当作外地', { hukou: beijing }],
])('%s：还定不下来', (_, places) => {
  expect(routeOf(places)).toBeUndefined()
})

test('收材料的地方总是乌海叫得出名字的地方', () => {
  for (const hukou of [fenghuangling, '150302', beijing])
    for (const residence of [haibei, '150303', beijing, undefined]) {
      const code = routeOf({ hukou, residence })?.intakeDivision
      if (code) expect(divisionName(code)).toBeDefined()
    }
})

test('怎么办的话，一句不超过 25 个字', () => {
  for (const { words } of Object.values(routeRules))
    for (const sentence of words.split(/(?<=。)/)) {
      expect(sentence.length).toBeLessThanOrEqual(25)
      expect(sentence).not.toMatch(/[a-zA-Z]|困境|全程网办/)
    }
})

test('手机上能交的，都由乌海来审', () => {
  expect(
    Object.entries(routeRules)
      .filter(([, rule]) => rule.submitHere)
      .map(([kind]) => kind),
  ).toEqual(['local', 'crossProvinceOut'])
})
