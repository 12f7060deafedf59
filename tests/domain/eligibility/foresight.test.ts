import { assess } from '@domain/eligibility/assess'
import type { Household, Parent } from '@domain/eligibility/facts'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { family, settings, today } from './families'
import { at, child, dead, told, unable, withSettings } from './foresightFamilies'

describe('孩子长大，换学校，换地方', () => {
  const able: Omit<Parent, 'role'> = { ableToCare: true, paysMaintenance: true }
  const fromGansu = { hukou: { division: '620100' } }

  test.each<[string, Household, Foresight['code'], string[]]>([
    [
      '6岁在做康复：7周岁那一年过完要问残联',
      withSettings(
        family(able, able, {
          birthDate: '2019-10-05',
          disabilities: [{ type: 'hearing', grade: 2, certified: true }],
        }),
        { ...settings, rehabMaxAgeInclusive: 7 },
      ),
      'REHAB',
      ['2027-10-05 handIn 超过康复救助的年龄，部分地区放宽，请问区残联。'],
    ],
    [
      '康复到几岁没有公布：不说日子',
      family(able, able, {
        birthDate: '2019-10-05',
        disabilities: [{ type: 'hearing', grade: 2, certified: true }],
      }),
      'REHAB',
      [],
    ],
    [
      '初中毕业以后，义务教育的不再继续',
      family(able, able, { birthDate: '2012-01-01', ...at('juniorSecondary') }),
      'COMPULSORY_WAIVER',
      ['没有日子 ends 上高中、中职以后，义务教育免学杂费和教科书费不再继续。'],
    ],
    [
      '初中毕业以后，高中、中职免学费',
      family(able, able, { birthDate: '2012-01-01', ...at('juniorSecondary') }),
      'HS_WAIVER',
      ['没有日子 begins 上高中、中职以后，自动享受高中、中职免学费和教科书费。'],
    ],
    [
      '流动儿童三个月后住满半年：可以上普惠幼儿园',
      family(able, able, {
        ...fromGansu,
        birthDate: '2021-10-05',
        ...at('none'),
        residence: { division: '150302001', since: '2026-01-01' },
      }),
      'PRESCHOOL',
      ['2026-07-01 begins 从这天起，可以申请普惠性幼儿园。', '2027-10-04 ends 普惠性幼儿园到这天为止。'],
    ],
    [
      '居住证：到期前签注；满6周岁入学',
      family(able, able, {
        ...fromGansu,
        birthDate: '2020-10-05',
        ...at('none'),
        residencePermit: { held: true, lastSignedOn: '2025-09-01' },
      }),
      'SCHOOL_MIGRANT',
      [
        '2026-09-01 handIn 居住证每年签注一次，请在这天以前签注。',
        '2026-10-05 begins 从这天起，可以申请随迁子女入学。',
      ],
    ],
    [
      '居住证已经过了签注的日子：今天就补签',
      family(able, able, {
        ...fromGansu,
        birthDate: '2018-10-05',
        ...at('primary'),
        residencePermit: { held: true, lastSignedOn: '2025-03-30' },
      }),
      'SCHOOL_MIGRANT',
      [`${today} handIn 居住证过了签注的日子，现在就可以补签。`],
    ],
    [
      '被收养的残疾孤儿：满18周岁以后由民政决定',
      family(able, able, {
        birthDate: '2010-10-05',
        adoption: {
          registeredOn: '2020-01-01',
          wasOrphanOrAbandoned: true,
          wasDisabled: true,
          wasIll: false,
        },
      }),
      'ADOPTED_CONTINUATION',
      ['2028-10-05 handIn 满18周岁以后能不能继续，由民政部门决定。'],
    ],
  ])('%s', (_who, household, code, expected) => {
    expect(told(household, code)).toEqual(expected)
  })
})

describe('不知道的不说', () => {
  test('没有今天的日期，什么都不说', () => {
    const { today: _today, ...undated } = family(dead, dead, child('2008-10-05', 'orphan'))
    expect(foresee(undated)).toEqual([])
  })

  test('没有出生日期，不说18周岁的事', () => {
    const { birthDate: _birthDate, ...ageless } = child('2008-10-05', 'orphan', at('seniorSecondary'))
    const household: Household = { ...family(dead, dead), child: { ...family(dead, dead).child, ...ageless } }
    delete household.child?.birthDate
    expect(told(household, 'ORPHAN_ALLOWANCE')).toEqual([])
  })

  test('生日和认定都不知道：还定不了的，没有日子', () => {
    const asked = family(dead, dead, {
      abandoned: true,
      disabilities: [],
      illnesses: ['苯丙酮尿症'],
      ...at('master'),
    })
    const { birthDate: _birthDate, recognised: _recognised, ...unknown } = asked.child ?? {}
    const household: Household = {
      today,
      settings,
      child: unknown,
      parents: [{ role: 'mother', dead: true }],
    }
    const dated = assess(household).results.filter(({ result, dates }) => result === 'NEEDS_INFO' && dates)
    expect(dated).toEqual([])
    expect(foresee(household).filter(({ on }) => on !== undefined)).toEqual([])
  })

  test('什么都不知道的家庭，没有一件事', () => {
    expect(foresee({ today, settings: {} })).toEqual([])
  })

  test('领着补贴的，情况有变化都要告诉街道；没有领的不说', () => {
    const tells = '没有日子 handIn 家里情况有变化，请告诉街道或居委会。'
    expect(told(family(dead, dead, child('2014-05-01', 'orphan')))).toContain(tells)
    expect(told(family({}, {}))).not.toContain(tells)
  })

  test('保密的一项，什么时候都不提', () => {
    const household = family({}, {}, { birthDate: '2009-01-01', confidentialCategoryA: true })
    expect(foresee(household).map(({ code }) => code)).not.toContain('HIV_ALLOWANCE')
  })
})

describe('每一条', () => {
  const households = [
    family(dead, dead, child('2008-10-05', 'orphan', at('seniorSecondary'))),
    family(
      { imprisoned: { termMonths: 60, releasedOn: '2027-03-03' } },
      dead,
      child('2014-05-01', 'deFactoUnattended'),
    ),
    family(dead, unable, child('2008-10-05', 'extremePoverty', at('secondaryVocational'))),
  ]

  test.each(households.map((household) => [household] as const))(
    '短、有依据、按日子排，不早于今天',
    (household) => {
      const ahead = foresee(household)
      expect(ahead.length).toBeGreaterThan(2)
      for (const { text, on } of ahead) {
        expect(text).toMatch(/^[^A-Za-z]{5,40}$/)
        if (on !== undefined) expect(on >= today).toBe(true)
      }
      const days = ahead.map(({ on = '9999' }) => on)
      expect(days).toEqual([...days].sort())
    },
  )
})
