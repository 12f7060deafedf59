import { readHousehold, type Circumstances } from '@domain/eligibility/circumstances'
import { schoolStages, type Child, type Household, type HouseholdStatus } from '@domain/eligibility/facts'
import { family, today } from './families'

/*
 * What is read of a household: a stated fact as it was stated, every other one with all that it may still be.
 */

const able = { ableToCare: true }
const read = (child: Child, household: HouseholdStatus = {}) =>
  readHousehold({ today, child, household }, today)
const values = (name: keyof Circumstances, child: Child) =>
  (read(child)[name] as { values: readonly unknown[] }).values

describe('收养前是不是孤儿或弃儿', () => {
  const wasOrphan = (child: Child) => values('wasOrphan', child)
  const orphan = { as: 'orphan' } as const
  test.each<[string, Child, boolean[]]>([
    ['认定过孤儿：是', { recognised: [orphan] }, [true]],
    ['认定过两样，有孤儿：是', { recognised: [{ as: 'extremePoverty' }, orphan] }, [true]],
    ['认定过特困，没有孤儿：不知道', { recognised: [{ as: 'extremePoverty' }] }, [false, true]],
    ['没有认定过：不知道', { recognised: [] }, [false, true]],
    ['查找不到父母：是', { abandoned: true }, [true]],
    ['查找不到父母，没有认定过：是', { abandoned: true, recognised: [] }, [true]],
    ['不是弃儿，认定过孤儿：是', { abandoned: false, recognised: [orphan] }, [true]],
    ['不是弃儿：不知道', { abandoned: false }, [false, true]],
    ['说了不是，就不是', { recognised: [orphan], adoption: { wasOrphanOrAbandoned: false } }, [false]],
    ['说了是', { recognised: [], adoption: { wasOrphanOrAbandoned: true } }, [true]],
  ])('%s', (_what, child, expected) => {
    expect([...wasOrphan(child)].sort()).toEqual(expected)
  })
})

describe('户口或住处不知道', () => {
  const always = ['150302', '150303', '150100', '610100', '620100']
  test.each<[string, string | undefined, string[]]>([
    ['两样都不知道：乌海两个区、区内别处、两个外省', undefined, always],
    ['另一样在海勃湾：已经在里面', '150302', always],
    ['另一样在乌达的街道：加上乌达', '150304001', [...always, '150304']],
    ['另一样在呼和浩特的区：加上那个区', '150102', [...always, '150102']],
    ['另一样在四川的区：加上那个区和那个省', '510104', [...always, '510104', '510000']],
    ['另一样只说了省', '510000', [...always, '510000']],
    ['另一样只说了内蒙古：不加', '150000', always],
  ])('%s', (_what, other, expected) => {
    expect(values('hukou', { residence: { division: other } })).toEqual(expected)
    expect(values('residence', { hukou: { division: other } })).toEqual(expected)
  })

  test('说了的照说的', () => {
    expect(values('hukou', { hukou: { division: '510104' } })).toEqual(['510104'])
  })
})

test('学段不知道：哪个都可能', () => {
  expect(values('stage', {})).toEqual(schoolStages)
  expect(values('stage', { schooling: { stage: 'master' } })).toEqual(['master'])
})

describe('以后哪天满足', () => {
  const comingDays = (household: Household) => readHousehold(household, today).comingDays
  const imprisoned = (from: string) => ({ imprisoned: { from, termMonths: 24 } })
  test.each<[string, Household, string[]]>([
    ['没有', family(able, able), []],
    ['爸爸去世', family({ dead: true }, able), []],
    ['今天开始服刑', family(imprisoned(today), able), []],
    ['以后开始：那天', family(imprisoned('2026-05-01'), able), ['2026-05-01']],
    [
      '爸爸妈妈各一天：按先后',
      family(imprisoned('2026-09-01'), imprisoned('2026-05-01')),
      ['2026-05-01', '2026-09-01'],
    ],
    ['爸爸妈妈同一天：只一天', family(imprisoned('2026-05-01'), imprisoned('2026-05-01')), ['2026-05-01']],
  ])('%s', (_what, household, expected) => {
    expect(comingDays(household)).toEqual(expected)
  })
})

describe('认定过孤儿：父母不再问', () => {
  const situations = (child: Child) => {
    const { father, mother } = readHousehold({ today, child }, today)
    return [father, mother].map(({ situation }) => situation.values.length)
  }
  const orphan = { as: 'orphan' } as const
  test.each<[string, Child, number]>([
    ['孤儿，没有被收养', { recognised: [orphan], adoption: null }, 1],
    ['认定过两样，有孤儿', { recognised: [{ as: 'extremePoverty' }, orphan], adoption: null }, 1],
    ['认定过特困，没有孤儿', { recognised: [{ as: 'extremePoverty' }], adoption: null }, 3],
    ['没有认定过', { recognised: [], adoption: null }, 3],
    ['认定过什么不知道', { adoption: null }, 3],
    ['孤儿，有没有被收养不知道', { recognised: [orphan] }, 3],
    ['孤儿，被收养了', { recognised: [orphan], adoption: {} }, 3],
  ])('%s', (_what, child, count) => {
    expect(situations(child)).toEqual([count, count])
  })
})

describe('残疾', () => {
  const disabilities = (child: Child) => values('disabilities', child)
  test('说了没有：就是没有', () => {
    expect(disabilities({ disabilities: [] })).toEqual([[]])
  })

  test('多重残疾，按哪一类算不知道：五类都可能', () => {
    const found = disabilities({ disabilities: [{ type: 'multiple', grade: 2 }] })
    expect(found.map((list) => (list as { type: string }[]).map(({ type }) => type).join())).toEqual([
      'hearing',
      'visual',
      'physical',
      'intellectual',
      'mental',
    ])
    for (const list of found) expect(list).toMatchObject([{ isMultiple: true, grade: 2, isCertified: true }])
  })

  test('级别不知道：四级都可能', () => {
    expect(disabilities({ disabilities: [{ type: 'visual' }] })).toMatchObject(
      [1, 2, 3, 4].map((grade) => [{ type: 'visual', grade, isMultiple: false, isCertified: true }]),
    )
  })

  test('没有证：有没有残疾还要看证', () => {
    expect(disabilities({ disabilities: [{ type: 'visual', grade: 1, certified: false }] })).toMatchObject([
      [{ isCertified: true }],
      [{ isCertified: false }],
    ])
  })
})
