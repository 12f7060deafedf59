/*
 * The facts of the exactness proof: each with one value for each side of each threshold that some rule draws. A value
 * has a name that a civil servant uses.
 */

export interface Fact {
  name: string
  /** How `missing` and `flips` call it. */
  path: string
  /** Where it stands in the draft, if elsewhere. */
  at: string
  values: readonly (readonly [name: string, value: unknown])[]
  /** The fact it belongs to, and whether a value of that fact has such a part. */
  partOf?: { fact: Fact; where: (value: unknown) => boolean }
  /** Always stated: the slice is about the other facts. */
  isStated?: boolean
  /** A day that comes with what it is part of, and is not told as a change of its own then. */
  isDay?: boolean
  /** Nobody is told to have done something on another day. */
  isPast?: boolean
}

type Options = Partial<Pick<Fact, 'at' | 'partOf' | 'isStated' | 'isDay' | 'isPast'>>

export const fact = (
  name: string,
  path: string,
  values: Record<string, unknown>,
  options: Options = {},
): Fact => ({
  name,
  path,
  at: path,
  values: Object.entries(values),
  ...options,
})

/** The fact with some of its values only. */
export function only(whole: Fact, ...names: string[]): Fact {
  const values = names.map((name) => {
    const found = whole.values.find(([each]) => each === name)
    if (!found) throw new Error(`${whole.name} has no value ${name}`)
    return found
  })
  return { ...whole, values }
}

export const stated = (whole: Fact): Fact => ({ ...whole, isStated: true })

/** Always stated: the slice is about the other facts. */
export const isKnown = { isStated: true }

export const yes = { 是: true, 否: false }

export const age = fact('年龄', 'child.birthDate', {
  刚出生: '2026-03-01',
  差一天满3岁: '2023-04-01',
  刚满3岁: '2023-03-31',
  差一天满6岁: '2020-04-01',
  刚满6岁: '2020-03-31',
  差一天满8岁: '2018-04-01',
  刚满8岁: '2018-03-31',
  差一天满16岁: '2010-04-01',
  刚满16岁: '2010-03-31',
  差一天满18岁: '2008-04-01',
  刚满18岁: '2008-03-31',
  满18岁又7个月: '2007-08-01',
})

export const stage = fact('学段', 'child.schooling.stage', {
  没上学: 'none',
  幼儿园: 'preschool',
  小学: 'primary',
  普通高中: 'seniorSecondary',
  中职: 'secondaryVocational',
  本科: 'undergraduate',
  硕士: 'master',
  博士: 'doctorate',
})
export const fullTime = fact('全日制', 'child.schooling.fullTime', yes)

export const recognised = fact('已认定', 'child.recognised', {
  没有: [],
  孤儿: [{ as: 'orphan' }],
  事实无人抚养: [{ as: 'deFactoUnattended' }],
  特困: [{ as: 'extremePoverty' }],
  低保: [{ as: 'subsistenceAllowance' }],
  单人户: [{ as: 'subsistenceAllowanceSingle' }],
})

export const lists = fact('家庭名单', 'household.recognised', {
  没有: [],
  低保: ['subsistenceAllowance'],
  低保边缘: ['nearSubsistence'],
  刚性支出困难: ['rigidExpenditure'],
  防止返贫监测: ['povertyRelapseMonitored'],
  特困: ['extremePoverty'],
})
export const income = fact('收入超过低保边缘上限', 'household.incomeAboveNearSubsistenceLimit', yes)

export const abandoned = fact('查找不到生父母', 'child.abandoned', yes)
export const adoption = fact('收养登记', 'child.adoption', { 没有: null, 有: {} })
const ofAdoption = { partOf: { fact: adoption, where: (value: unknown) => value !== null } }
export const adoptedOn = fact(
  '收养日期',
  'child.adoption.registeredOn',
  { 本月: '2026-03-02', 早年: '2020-01-01' },
  { ...ofAdoption, isDay: true, isPast: true },
)
export const wasOrphan = fact('收养前是孤儿', 'child.adoption.wasOrphanOrAbandoned', yes, ofAdoption)
export const wasDisabled = fact('收养前有残疾', 'child.adoption.wasDisabled', yes, ofAdoption)
export const wasIll = fact('收养前有病', 'child.adoption.wasIll', yes, ofAdoption)

const one = (type: string, grade: number) => [{ type, grade, certified: true }]
export const disability = fact('残疾', 'child.disabilities', {
  没有: [],
  一级视力: one('visual', 1),
  二级肢体: one('physical', 2),
  二级听力: one('hearing', 2),
  二级精神: one('mental', 2),
  三级智力: one('intellectual', 3),
  三级精神: one('mental', 3),
  三级肢体: one('physical', 3),
  四级智力: one('intellectual', 4),
  四级精神: one('mental', 4),
})
const kinds = { 视力: 'visual', 听力: 'hearing', 肢体: 'physical', 智力: 'intellectual', 精神: 'mental' }
/** One certified disability whose grade may be unknown. */
export const disabilityKind = fact(
  '残疾类别',
  'child.disabilities',
  Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, [{ type, certified: true }]])),
  isKnown,
)
export const disabilityGrade = fact(
  '残疾等级',
  'child.disabilities.grade',
  { 一级: 1, 二级: 2, 三级: 3, 四级: 4 },
  { at: 'child.disabilities.0.grade' },
)
export const illness = fact('疾病', 'child.illnesses', {
  没有: [],
  脑瘫: ['脑瘫'],
  孤独症: ['孤独症'],
  尿毒症: ['尿毒症'],
  血友病: ['血友病'],
  感冒: ['感冒'],
})
export const insured = fact('居民医保', 'child.insured', {
  在乌海: 'wuhai',
  在外地: 'elsewhere',
  没参保: 'none',
})

const places = {
  海勃湾区: '150302',
  乌达区: '150304',
  呼和浩特: '150100',
  陕西: '610113',
  甘肃: '620100',
}
export const hukou = fact('户口', 'child.hukou.division', places)
export const residence = fact('住处', 'child.residence.division', places)
export const since = fact('住了多久', 'child.residence.since', {
  满6个月: '2025-09-30',
  差一天满6个月: '2025-10-01',
})
export const permit = fact('居住证', 'child.residencePermit.held', { 有: true, 没有: false })
export const signedOn = fact(
  '居住证签注',
  'child.residencePermit.lastSignedOn',
  { 一年以内: '2025-06-01', 超过一年: '2025-01-01' },
  { isDay: true, partOf: { fact: permit, where: (value) => value === true } },
)
export const parentsAway = fact('父母都外出务工', 'household.bothParentsAwayForWork', yes)
export const housingRule = fact('符合住房条件', 'household.meetsLocalHousingRule', yes)
export const hardship = fact('突发困难', 'child.suddenHardship', yes)
export const categoryA = fact('保密通道的类别', 'child.confidentialCategoryA', yes, isKnown)
