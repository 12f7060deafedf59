import type { DivisionCode } from '@domain/eligibility/facts'

/**
 * The districts, streets and towns of 乌海. 150301 is a statistical placeholder and codes that end in 400
 * are industrial parks: neither is a place people belong to, so neither is here.
 * Source: 国家统计局 统计用区划代码, edition below. Names and merges change: replace the table with a new edition.
 */
export const wuhaiEdition = { year: 2023, cutOff: '2023-06-30', source: '国家统计局统计用区划代码' }

export const wuhaiCity: DivisionCode = '150300'
export const wuhaiCityName = '乌海市'

export interface Division {
  code: DivisionCode
  name: string
}

export interface District extends Division {
  streets: readonly Division[]
}

export const wuhaiDistricts: readonly District[] = [
  {
    code: '150302',
    name: '海勃湾区',
    streets: [
      { code: '150302001', name: '凤凰岭街道' },
      { code: '150302002', name: '海北街道' },
      { code: '150302003', name: '新华街道' },
      { code: '150302004', name: '新华西街道' },
      { code: '150302007', name: '滨河街道' },
      { code: '150302008', name: '林荫街道' },
      { code: '150302101', name: '千里山镇' },
    ],
  },
  {
    code: '150303',
    name: '海南区',
    streets: [
      { code: '150303001', name: '拉僧仲街道' },
      { code: '150303002', name: '西卓子山街道' },
      { code: '150303102', name: '公乌素镇' },
      { code: '150303103', name: '拉僧庙镇' },
      { code: '150303104', name: '巴音陶亥镇' },
    ],
  },
  {
    code: '150304',
    name: '乌达区',
    streets: [
      { code: '150304002', name: '三道坎街道' },
      { code: '150304003', name: '五虎山街道' },
      { code: '150304008', name: '新达街道' },
      { code: '150304009', name: '巴音赛街道' },
      { code: '150304010', name: '梁家沟街道' },
      { code: '150304011', name: '苏海图街道' },
      { code: '150304012', name: '滨海街道' },
      { code: '150304101', name: '乌兰淖尔镇' },
    ],
  },
]
