import { divisionName } from '@domain/divisions/divisionName'
import { serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { officesOn, routeOf, routeRules, type RouteKind } from '@domain/services/route'

const fenghuangling = '150302001'
const haibei = '150302002'
const lasengzhong = '150303001'
const beijing = '110000'

type Row = [string, ServiceCode, string | undefined, string | undefined, RouteKind, string?, string?]

const rows: Row[] = [
  // 孤儿、事实无人抚养：户口所在地审，哪里都能交（reference §5.0）
  [
    '户口、住处一个街道',
    'DFUC_ALLOWANCE',
    fenghuangling,
    fenghuangling,
    'local',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '住同区别的街道：找户口的街道',
    'DFUC_ALLOWANCE',
    fenghuangling,
    haibei,
    'local',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '住别的区：找户口的街道',
    'ORPHAN_ALLOWANCE',
    lasengzhong,
    haibei,
    'local',
    '海南区拉僧仲街道',
    '海南区民政局',
  ],
  [
    '只知道户口在哪个区，住同区',
    'DFUC_ALLOWANCE',
    '150302',
    haibei,
    'local',
    '海勃湾区海北街道',
    '海勃湾区民政局',
  ],
  [
    '只知道户口在哪个区，住别的区',
    'DFUC_ALLOWANCE',
    '150303',
    haibei,
    'local',
    '海南区的街道（镇）',
    '海南区民政局',
  ],
  [
    '住处还不知道',
    'DFUC_ALLOWANCE',
    fenghuangling,
    undefined,
    'local',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '户口在乌海，住外省',
    'DFUC_ALLOWANCE',
    fenghuangling,
    beijing,
    'crossProvinceOut',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '户口在外省，住乌海',
    'DFUC_ALLOWANCE',
    beijing,
    haibei,
    'crossProvinceIn',
    '海勃湾区海北街道',
    '北京市户口所在地民政部门',
  ],
  [
    '户口在海南省，不是海南区',
    'ORPHAN_ALLOWANCE',
    '460000',
    haibei,
    'crossProvinceIn',
    '海勃湾区海北街道',
    '海南省户口所在地民政部门',
  ],
  ['都不在乌海', 'DFUC_ALLOWANCE', beijing, beijing, 'elsewhere'],
  ['只知道户口在乌海', 'DFUC_ALLOWANCE', '150300', undefined, 'local', '当地街道（镇）', '区民政局'],
  // 低保等：户口所在地的街道
  ['低保，户口在外省：找户口所在地', 'DIBAO', beijing, haibei, 'atHukou'],
  [
    '低保，户口在乌海，人在外地',
    'DIBAO',
    fenghuangling,
    beijing,
    'local',
    '海勃湾区凤凰岭街道',
    '海勃湾区民政局',
  ],
  [
    '医疗救助由医保局定',
    'MED_AID_OTHER',
    lasengzhong,
    lasengzhong,
    'local',
    '海南区拉僧仲街道',
    '海南区医保局',
  ],
  // 按住处：入学、住房、儿童主任
  ['入学，户口在外省', 'SCHOOL_ONE_THING', beijing, haibei, 'local', '海勃湾区教育局', '海勃湾区教育局'],
  ['入学，户口不知道', 'SCHOOL_ONE_THING', undefined, haibei, 'local', '海勃湾区教育局', '海勃湾区教育局'],
  ['入学，住外地', 'SCHOOL_ONE_THING', fenghuangling, beijing, 'atResidence'],
  ['住房，户口在别的区', 'HOUSING', lasengzhong, haibei, 'local', '海勃湾区海北街道', '海勃湾区住建局'],
  [
    '请儿童主任：住处的街道自己办',
    'DIRECTOR_VISIT',
    beijing,
    haibei,
    'local',
    '海勃湾区海北街道',
    '海勃湾区海北街道',
  ],
  // 两处都行
  ['临时救助：先找住处', 'TEMP_AID', lasengzhong, haibei, 'local', '海勃湾区海北街道', '海勃湾区民政局'],
  ['临时救助，人在外地', 'TEMP_AID', lasengzhong, beijing, 'local', '海南区拉僧仲街道', '海南区民政局'],
  ['临时救助，都在外地', 'TEMP_AID', beijing, beijing, 'elsewhere'],
  ['康复：先找户口所在的区', 'REHAB', lasengzhong, haibei, 'local', '海南区残联', '海南区残联'],
  ['康复，户口在外省', 'REHAB', beijing, haibei, 'local', '海勃湾区残联', '海勃湾区残联'],
  [
    '保密的一项：直接到区里',
    'CATEGORY_A',
    fenghuangling,
    haibei,
    'local',
    '海勃湾区民政局',
    '海勃湾区民政局',
  ],
]

test.each(rows.map((row) => [row[0], row] as const))(
  '%s',
  (_, [, code, hukou, residence, kind, intake, deciding]) => {
    const route = routeOf(code, { hukou, residence })
    expect(route?.kind).toBe(kind)
    if (!route || intake === undefined) return
    expect(officesOn(route, services[code].department)).toEqual({ intake, deciding })
  },
)

test.each<[string, ServiceCode, { hukou?: string; residence?: string }]>([
  ['都不知道', 'DFUC_ALLOWANCE', {}],
  ['只知道住处', 'DFUC_ALLOWANCE', { residence: haibei }],
  ['户口在外地，住处不知道：不当作外地', 'DFUC_ALLOWANCE', { hukou: beijing }],
  ['按住处的，住处不知道', 'SCHOOL_ONE_THING', { hukou: fenghuangling }],
  ['两处都行，住处不知道', 'TEMP_AID', { hukou: fenghuangling }],
  ['两处都行，户口不知道，住外地', 'TEMP_AID', { residence: beijing }],
])('%s：还定不下来', (_, code, places) => {
  expect(routeOf(code, places)).toBeUndefined()
})

const places = [fenghuangling, lasengzhong, '150302', beijing, undefined]

test.each(serviceCodes)('%s：能交的，收的地方叫得出名字；保密和区里直办的，不落到街道', (code) => {
  for (const hukou of places)
    for (const residence of places) {
      const route = routeOf(code, { hukou, residence })
      if (!route || !routeRules[route.kind].submitHere) continue
      expect(divisionName(route.intakeDivision ?? '')).toBeDefined()
      expect(divisionName(route.decidingDivision ?? '')).toBeDefined()
      expect(route.procedure).toBe(route.kind === 'crossProvinceIn' ? 'passedOn' : services[code].offices)
      if (route.procedure === 'districtAlone') expect(route.intakeDivision).toHaveLength(6)
    }
})

test('怎么办的话，一句不超过 25 个字', () => {
  for (const { words } of Object.values(routeRules))
    for (const sentence of words.split(/(?<=。)/)) {
      expect(sentence.length).toBeLessThanOrEqual(25)
      expect(sentence).not.toMatch(/[a-zA-Z]|困境|全程网办/)
    }
})
