import type { Child, Household, Parent } from '@domain/eligibility/facts'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { family, settings, today } from './families'
import { at, child, dead, told, unable } from './foresightFamilies'

/*
 * What must not be told: what follows from a status nobody was granted, an end that has come already, a paper that is not
 * there; and that few facts are enough to be told something. Source: reference §3.1 to §3.4, §5.2, §5.14.
 */

const able: Omit<Parent, 'role'> = { ableToCare: true, paysMaintenance: true }
const father = { imprisoned: { termMonths: 60, from: '2022-03-03', releasedOn: '2027-03-03' } }
const blind: Child = { disabilities: [{ type: 'visual', grade: 1, certified: true }], illnesses: [] }
const lostInJanuary = {
  lostContact: { policeAcceptedOn: '2026-01-03', policeReceipt: false, establishedByStreet: false },
}

describe('没有认定过的', () => {
  const unrecognised = family(father, dead, { birthDate: '2014-05-01', ...at('primary') })

  test('爸爸明年释放：补贴到那天的前一天为止，不说要告诉街道', () => {
    expect(told(unrecognised, 'DFUC_ALLOWANCE')).toEqual([
      '2027-03-02 ends 事实无人抚养儿童基本生活补贴到这天为止。',
    ])
  })

  test('情况有变化也不用告诉街道，领没领过不清楚的也不说', () => {
    const tells = '没有日子 handIn 家里情况有变化，请告诉街道或居委会。'
    expect(told(unrecognised)).not.toContain(tells)
    expect(told({ ...unrecognised, child: { ...unrecognised.child, recognised: undefined } })).not.toContain(
      tells,
    )
  })

  test.each<[string, Foresight['code'], Household]>([
    [
      '补贴七月才有：改造家里随它来，不单说',
      'HOME_ACCESS',
      family(lostInJanuary, dead, { birthDate: '2014-05-01', ...blind }),
    ],
    [
      '补贴七月才有，住在外省：不单说在哪里交材料',
      'XPROV_ACCEPT',
      family(lostInJanuary, dead, { birthDate: '2014-05-01', residence: { division: '610113' } }),
    ],
    [
      '没有认定过的17岁孤儿：不说明天计划到18岁',
      'TOMORROW_PLAN',
      family(dead, dead, { birthDate: '2008-10-05', ...blind, insured: 'wuhai' }),
    ],
    [
      '爸爸不给抚养费，17岁：不说法律援助到18岁',
      'LEGAL_AID',
      family({ ableToCare: true, paysMaintenance: false }, able, { birthDate: '2008-10-05' }),
    ],
    ...(['PREMIUM_FIXED', 'INPATIENT_70'] as const).map((code): [string, Foresight['code'], Household] => [
      `能领单人户低保、还没有领的17岁重残孩子：不说${code}到18岁`,
      code,
      {
        ...family(able, able, { birthDate: '2008-10-05', ...blind, insured: 'wuhai' }),
        household: { recognised: ['nearSubsistence'] },
      },
    ]),
  ])('%s', (_what, code, household) => {
    expect(told(household, code)).toEqual([])
  })
})

describe('满18周岁', () => {
  const handsInProof = /在校证明/

  test('今天满18周岁：毕业的日子不知道，不说今天渐退', () => {
    const household = family(dead, dead, child('2008-03-31', 'orphan', at('seniorSecondary')))
    expect(told(household, 'ORPHAN_ALLOWANCE')).toEqual([
      '没有日子 handIn 还在上学的，把在校证明交给街道或镇。',
      '没有日子 continues 还在上学（小学到本科）的，继续领到毕业。',
      '没有日子 ends X1 毕业或不再上学，这一项就会结束，请告诉街道。',
    ])
  })

  test('17岁领特困，爸妈后来都去世：该换成孤儿的，不说特困的在校证明', () => {
    const household = family(dead, dead, child('2008-10-05', 'extremePoverty', at('secondaryVocational')))
    expect(told(household, 'TEKUN').filter((line) => handsInProof.test(line))).toEqual([])
    const alone = family(dead, unable, child('2008-10-05', 'extremePoverty', at('secondaryVocational')))
    expect(told(alone, 'TEKUN').filter((line) => handsInProof.test(line))).toHaveLength(1)
  })
})

describe('要结束的', () => {
  test('本月被收养的孤儿：本月是最后一个月', () => {
    const adoption = {
      registeredOn: '2026-03-05',
      wasOrphanOrAbandoned: true,
      wasDisabled: false,
      wasIll: false,
    }
    const household = family(able, able, child('2014-05-01', 'orphan', { adoption }))
    expect(told(household, 'ORPHAN_ALLOWANCE')).toEqual([
      '2026-03-31 ends X3 孤儿基本生活费最后发放的月份是2026年3月。',
    ])
  })

  test('爸爸今天释放：已经在渐退期里，不再说要释放', () => {
    const released = { imprisoned: { termMonths: 60, releasedOn: today } }
    expect(told(family(released, dead, child('2014-05-01', 'deFactoUnattended')), 'DFUC_ALLOWANCE')).toEqual([
      '2026-09-30 ends X5 事实无人抚养儿童基本生活补贴最后发放的月份是2026年9月。',
    ])
  })
})

describe('由民政部门复核的，说的是哪一项', () => {
  const single = (more: Child) =>
    family(able, able, {
      birthDate: '2014-05-01',
      recognised: [{ as: 'subsistenceAllowanceSingle' }],
      ...more,
    })
  const better = '没有日子 ends X6 家里情况好转了，单独低保由民政部门复核。'
  const cured = '没有日子 ends X7 孩子的病治好了，单独低保由民政部门复核。'

  test.each<[string, Household, Foresight['code'], string[]]>([
    [
      '低保家庭',
      { ...family(able, able), household: { recognised: ['subsistenceAllowance'] } },
      'DIBAO',
      ['没有日子 ends X6 家里情况好转了，低保由民政部门复核。'],
    ],
    ['单人户，有病', single({ illnesses: ['白血病'] }), 'DIBAO_SINGLE', [better, cured]],
    ['单人户，因为残疾，没有病', single({ ...blind }), 'DIBAO_SINGLE', [better]],
    ['单人户，有没有病没有问过', single({ illnesses: undefined }), 'DIBAO_SINGLE', [better]],
    [
      '爸爸有重病',
      family({ seriouslyIll: true }, dead, child('2014-05-01', 'deFactoUnattended')),
      'DFUC_ALLOWANCE',
      ['没有日子 ends X7 父母的病治好了，补贴由民政部门复核。'],
    ],
  ])('%s', (_what, household, code, lines) => {
    expect(told(household, code).filter((line) => /复核/.test(line))).toEqual(lines)
  })
})

describe('居住证', () => {
  const fromGansu = (residencePermit: Child['residencePermit'], more: Child = {}) =>
    family(able, able, {
      birthDate: '2018-10-05',
      hukou: { division: '620100' },
      ...at('primary'),
      ...more,
      residencePermit,
    })
  const signing = `${today} handIn 居住证每年签注一次，请在这天以前签注。`

  test.each<[string, Household, string[]]>([
    ['今天是签注的最后一天：还没有过期', fromGansu({ held: true, lastSignedOn: '2025-03-31' }), [signing]],
    ['哪天签的不清楚：不说日子', fromGansu({ held: true }), []],
    ['现在没有居住证，以前签过：不说签注', fromGansu({ held: false, lastSignedOn: '2025-06-01' }), []],
    [
      '今天是最后一天，签了就接着有效：满6周岁可以入学',
      fromGansu({ held: true, lastSignedOn: '2025-03-31' }, { birthDate: '2020-10-05', ...at('none') }),
      [signing, '2026-10-05 begins 从这天起，可以申请随迁子女入学。'],
    ],
  ])('%s', (_what, household, lines) => {
    expect(told(household, 'SCHOOL_MIGRANT')).toEqual(lines)
  })
})

describe('知道得很少，也说得出来', () => {
  test('只知道妈妈去世、爸爸在服刑、孩子领着补贴：释放那天告诉街道', () => {
    const household: Household = {
      today,
      child: { recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }] },
      parents: [
        { role: 'mother', dead: true },
        { role: 'father', imprisoned: father.imprisoned },
      ],
      household: {},
    }
    expect(told(household, 'DFUC_ALLOWANCE')[0]).toBe(
      '2027-03-03 handIn X5 孩子爸爸这天刑满释放，请告诉街道或居委会。',
    )
  })

  test('没有说到孩子，爸爸报了警：说不出哪天，也不出错', () => {
    const household: Household = {
      today,
      settings,
      parents: [
        { role: 'mother', dead: true },
        { role: 'father', ...lostInJanuary },
      ],
    }
    expect(foresee(household).filter(({ code }) => code === 'ORPHAN_ALLOWANCE')).toEqual([])
  })

  test('保密的一项问过没问过，别的说得一样', () => {
    const orphan = child('2008-10-05', 'orphan', at('seniorSecondary'))
    const open = told(family(dead, dead, orphan))
    expect(open.length).toBeGreaterThan(5)
    expect(told(family(dead, dead, { ...orphan, confidentialCategoryA: true }))).toEqual(open)
    expect(told(family(dead, dead, { ...orphan, confidentialCategoryA: false }))).toEqual(open)
  })
})
