import fc from 'fast-check'
import { addDays } from '@domain/calendar/date'
import { assess } from '@domain/eligibility/assess'
import type { Child, Household, Parent, Settings } from '@domain/eligibility/facts'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { anyHousehold } from './anyHousehold'
import { family, settings, today } from './families'

/* What is told ahead, family by family. The day is 2026-03-31; the 渐退期 of six months is a test value, not policy. */

const notPublished: Settings = { ...settings, gradualExitMonths: null }
const dead = { dead: true }
/** Able neither by a ground nor by a fact: what a child on 特困 has for a mother. */
const unable = { ableToCare: false }

const told = (household: Household, of?: Foresight['code']) =>
  foresee(household)
    .filter(({ code }) => of === undefined || code === of)
    .map(({ on = '没有日子', kind, exit, text }) => [on, kind, ...(exit ? [exit] : []), text].join(' '))

const withSettings = (household: Household, published: Settings): Household => ({
  ...household,
  settings: published,
})

function child(
  birthDate: string,
  as: 'orphan' | 'deFactoUnattended' | 'extremePoverty',
  more: Child = {},
): Child {
  return { birthDate, recognised: [{ as, since: '2020-01-01' }], insured: 'wuhai', ...more }
}

const at = (stage: NonNullable<Child['schooling']>['stage']): Child => ({
  schooling: { stage, fullTime: true },
})

describe('满18周岁', () => {
  const orphan17 = family(dead, dead, child('2008-10-05', 'orphan', at('seniorSecondary')))
  const dfuc17 = family(
    dead,
    { imprisoned: { termMonths: 120 } },
    child('2008-10-05', 'deFactoUnattended', at('juniorCollege')),
  )
  const tekun17 = family(dead, unable, child('2008-10-05', 'extremePoverty', at('secondaryVocational')))

  test.each<[string, Household, Foresight['code'], string[]]>([
    [
      '17岁的孤儿：上学的继续，不上学的渐退，先交在校证明',
      orphan17,
      'ORPHAN_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，保障到2027年4月5日。',
      ],
    ],
    [
      '17岁的孤儿，渐退期没有公布：不说日子',
      withSettings(orphan17, notPublished),
      'ORPHAN_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，多长以民政公布为准。',
      ],
    ],
    [
      '17岁的孤儿：满18周岁可以申请福彩圆梦',
      orphan17,
      'FUCAI_DREAM',
      ['2026-10-05 begins 从这天起，可以申请福彩圆梦·孤儿助学。'],
    ],
    [
      '17岁的孤儿：医保费要问',
      orphan17,
      'PREMIUM_FULL',
      ['2026-10-05 handIn 满18周岁以后还给不给全额资助，请问医保部门。'],
    ],
    [
      '17岁的事实无人抚养儿童，已经上大专：和孤儿一样继续，没有福彩圆梦',
      dfuc17,
      'DFUC_ALLOWANCE',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上学（小学到本科）的，继续领到毕业。',
        '2026-10-05 ends X1 不再上学的，这天进入渐退期，保障到2027年4月5日。',
        '没有日子 ends X1 上硕士以后，事实无人抚养儿童基本生活补贴不再继续。',
      ],
    ],
    [
      '17岁的孤儿：上学的话明天计划也继续',
      orphan17,
      'TOMORROW_PLAN',
      ['2026-10-05 continues 还在上学的孤儿，明天计划也继续。'],
    ],
    ['17岁的事实无人抚养儿童：没有福彩圆梦', dfuc17, 'FUCAI_DREAM', []],
    ['17岁的事实无人抚养儿童：明天计划没有写', dfuc17, 'TOMORROW_PLAN', []],
    [
      '17岁的特困儿童，上中职：上大专就不再继续，没有渐退期',
      tekun17,
      'TEKUN',
      [
        '2026-10-05 handIn 还在上学的，把在校证明交给街道或镇。',
        '2026-10-05 continues 还在上小学、初中、高中、中职的，可以继续。',
        '2026-10-05 ends X2 不再上这些学校的，最后发放的月份是2026年10月。',
        '没有日子 ends X6 家里能抚养孩子了，特困由民政部门复核。',
        '没有日子 ends X2 上高职、大专、本科以后，特困人员救助供养不再继续。',
      ],
    ],
    [
      '19岁的孤儿，上大专：毕业就结束，哪天毕业不知道',
      family(dead, dead, child('2007-01-10', 'orphan', at('juniorCollege'))),
      'ORPHAN_ALLOWANCE',
      [
        '没有日子 handIn 还在上学的，把在校证明交给街道或镇。',
        '没有日子 continues 还在上学（小学到本科）的，继续领到毕业。',
        '没有日子 ends X1 毕业或不再上学，这一项就会结束，请告诉街道。',
        '没有日子 ends X1 上硕士以后，孤儿基本生活费不再继续。',
      ],
    ],
    [
      '符合条件还没有认定：满18周岁的前一天是最后一天',
      family(dead, { imprisoned: { termMonths: 120 } }, { birthDate: '2008-10-05' }),
      'DFUC_ALLOWANCE',
      ['2026-10-04 handIn 满18周岁以前申请。满了，就不能第一次认定。'],
    ],
  ])('%s', (_who, household, code, expected) => {
    expect(told(household, code)).toEqual(expected)
  })
})

describe('父母的变化', () => {
  const recognised = child('2014-05-01', 'deFactoUnattended', at('primary'))
  const father = { imprisoned: { termMonths: 60, from: '2022-03-03', releasedOn: '2027-03-03' } }

  test.each<[string, Household, string[]]>([
    [
      '爸爸明年刑满释放：那天告诉街道，进入渐退期',
      family(father, dead, recognised),
      [
        '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
        '2027-03-03 ends X5 事实无人抚养儿童基本生活补贴进入渐退期，保障到2027年9月3日。',
        '2027-09-03 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2027年9月。',
      ],
    ],
    [
      '渐退期没有公布：只说那天进入渐退期',
      withSettings(family(father, dead, recognised), notPublished),
      [
        '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
        '2027-03-03 ends X5 事实无人抚养儿童基本生活补贴进入渐退期，多长以民政部门公布为准。',
      ],
    ],
    [
      '释放的爸爸还是一级残疾：告诉街道，补贴不结束',
      family({ ...father, disabilities: [{ type: 'physical', grade: 1 }] }, dead, recognised),
      ['2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。'],
    ],
    [
      '只知道刑期：到期那天告诉街道，不说已经释放',
      family({ imprisoned: { termMonths: 60, from: '2022-03-03' } }, dead, recognised),
      ['2027-03-03 handIn X5 孩子爸爸的刑期到这天，出来了请告诉街道或居委会。'],
    ],
    [
      '妈妈戒毒结束：第5项；爸爸恢复自由：第4项',
      family(
        { otherRestriction: { termMonths: 12, from: '2026-01-01', releasedOn: '2027-01-01' } },
        { compulsoryRehab: { termMonths: 24, from: '2025-01-01', releasedOn: '2027-02-01' } },
        recognised,
      ),
      [
        '2027-01-01 handIn X4 孩子爸爸这天恢复自由，请告诉街道或居委会。',
        '2027-01-01 ends X4 事实无人抚养儿童基本生活补贴进入渐退期，保障到2027年7月1日。',
        '2027-02-01 handIn X5 孩子妈妈这天戒毒结束，请告诉街道或居委会。',
        '2027-07-01 ends X4 事实无人抚养儿童基本生活补贴最后发放的月份是2027年7月。',
      ],
    ],
    [
      '已经在渐退期里：到哪天、最后哪个月',
      family({ imprisoned: { termMonths: 60, releasedOn: '2026-02-10' } }, dead, recognised),
      ['2026-08-10 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2026年8月。'],
    ],
    [
      '已经在渐退期里，长度没有公布',
      withSettings(
        family({ imprisoned: { termMonths: 60, releasedOn: '2026-02-10' } }, dead, recognised),
        notPublished,
      ),
      ['没有日子 ends X5 正在渐退期里，多长以民政部门公布为准。'],
    ],
    [
      '失联还差三个月：哪天能申请，哪天有回执单',
      family(
        { lostContact: { policeAcceptedOn: '2026-01-03', policeReceipt: false, establishedByStreet: false } },
        dead,
        { birthDate: '2014-05-01', ...at('primary') },
      ),
      [
        '2026-07-03 begins 从这天起，可以申请事实无人抚养儿童基本生活补贴。',
        '2026-07-04 handIn 这天起可以向公安要回执单，申请时交给街道。',
        '2032-04-30 handIn 满18周岁以前申请。满了，就不能第一次认定。',
      ],
    ],
  ])('%s', (_who, household, expected) => {
    const beforeAdulthood = told(household, 'DFUC_ALLOWANCE').filter((line) => !line.startsWith('2032-05-01'))
    expect(beforeAdulthood).toEqual(expected)
  })

  test('跟着补贴来的，到保障的最后一天为止', () => {
    const household = family(father, dead, recognised)
    expect(told(household, 'ACCIDENT_INS')).toEqual(['2027-09-03 ends 意外伤害保险（福彩护童）到这天为止。'])
    expect(told(household, 'LIVING_SUBSIDY')).toContain('2027-09-04 handIn 家庭困难的学生可以向学校申请。')
  })

  test('父母的病治好了，由部门复核', () => {
    const ill = family({ seriouslyIll: true }, dead, recognised)
    expect(told(ill)).toContain('没有日子 ends X7 父母的病治好了，补贴由民政部门复核。')
    expect(told(family(father, dead, recognised)).join()).not.toContain('治好')
  })
})

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

describe('任何家庭', () => {
  const seed = { seed: 20261124, numRuns: 100 }
  /** 居住证 in force is foreseen as signed again every year. */
  const settled: fc.Arbitrary<Household> = anyHousehold.map(({ child, ...others }) => {
    const { residencePermit: _permit, ...told } = child ?? {}
    return { ...others, child: told }
  })
  const has = (household: Household, code: Foresight['code'], on: string) =>
    assess({ ...household, today: on }).results.some(
      (each) =>
        each.code === code &&
        /ELIGIBLE$|AUTOMATIC|ENDING/.test(each.result) &&
        each.result !== 'NOT_ELIGIBLE',
    )

  test('短，不早于今天，按日子排，没有保密的一项', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const ahead = foresee(household)
        for (const { text, code, on = today } of ahead) {
          expect(text).toMatch(/^[^A-Za-z]{5,40}$/)
          expect(code).not.toBe('HIV_ALLOWANCE')
          expect(on >= today).toBe(true)
        }
        const days = ahead.map(({ on = '9999' }) => on)
        expect(days).toEqual([...days].sort())
      }),
      seed,
    )
  })

  test('说哪天起有的，那天真有；说到哪天为止的，那天还有，第二天没有', () => {
    let told = 0
    fc.assert(
      fc.property(settled, (household) => {
        for (const { text, code, on } of foresee(household)) {
          if (on === undefined) continue
          if (text.startsWith('从这天起')) expect([text, has(household, code, on)]).toEqual([text, true])
          if (!text.endsWith('到这天为止。')) continue
          told += 1
          expect([text, has(household, code, on), has(household, code, addDays(on, 1))]).toEqual([
            text,
            true,
            false,
          ])
        }
      }),
      seed,
    )
    expect(told).toBeGreaterThan(5)
  })
})
