import type { Child, Household, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family } from './families'

type Facts = Omit<Parent, 'role'>
const texts = (household: Household, code: EntitlementCode = 'DFUC_ALLOWANCE') =>
  answerOf(code, household).reasons.map(({ text }) => text)
const mother: Facts = { imprisoned: { termMonths: 24 } }

describe('爸爸的一句话', () => {
  test.each<[Facts, string]>([
    [{ dead: true }, '孩子爸爸已经去世。'],
    [{ declaredMissing: true }, '孩子爸爸被法院宣告失踪。'],
    [{ imprisoned: { termMonths: 6 } }, '孩子爸爸在服刑，刑期满6个月。'],
    [{ compulsoryRehab: { termMonths: 24 } }, '孩子爸爸在强制戒毒，期限满6个月。'],
    [{ otherRestriction: { termMonths: 6 } }, '孩子爸爸被限制自由，期限满6个月。'],
    [{ disabilities: [{ type: 'mental', grade: 4 }] }, '孩子爸爸是重度残疾。'],
    [{ seriouslyIll: true }, '孩子爸爸得了认定的重病。'],
    [{ lostContact: { policeReceipt: true } }, '孩子爸爸失联满6个月。'],
    [{ guardianshipRevoked: true }, '孩子爸爸被撤销了监护资格。'],
    [{ deported: true }, '孩子爸爸被遣送出境。'],
    [{}, '孩子爸爸不属于规定的八种情形。'],
    [{ imprisoned: { termMonths: 5 } }, '孩子爸爸的刑期不满6个月，不算。'],
    [{ compulsoryRehab: { termMonths: 3 } }, '孩子爸爸的戒毒期限不满6个月，不算。'],
    [{ imprisoned: { termMonths: 9, releasedOn: '2026-01-01' } }, '孩子爸爸已经刑满释放，不再算。'],
    [{ imprisoned: { termMonths: 9, releasedOn: '2026-04-01' } }, '孩子爸爸在服刑，刑期满6个月。'],
    [{ compulsoryRehab: { termMonths: 9, releasedOn: '2026-03-31' } }, '孩子爸爸戒毒已经结束，不再算。'],
    [{ otherRestriction: { termMonths: 9, releasedOn: '2026-01-01' } }, '孩子爸爸已经恢复自由，不再算。'],
    [{ otherRestriction: { termMonths: 3 } }, '孩子爸爸被限制自由的期限不满6个月，不算。'],
    [{ seriouslyIll: false, illnesses: ['尿毒症'] }, '孩子爸爸不属于规定的八种情形。'],
    [{ disabilities: [{ type: 'physical', grade: 3 }] }, '孩子爸爸的残疾类别和级别不在范围里。'],
    [{ imprisoned: true }, '孩子爸爸的情况还不清楚。'],
    [{ dead: undefined, disabilities: [{ type: 'visual', grade: 1 }] }, '孩子爸爸属于规定的情形。'],
    [{ seriouslyIll: undefined, illnesses: ['尿毒症'] }, '孩子爸爸的病算不算重病，以部门公布为准。'],
    [{ lostContact: { policeAcceptedOn: '2025-10-31' } }, '孩子爸爸失联，到2026年4月30日满6个月。'],
    [
      { lostContact: { policeAcceptedOn: null, establishedByStreet: false } },
      '孩子爸爸失联，从报警那天算，还没满6个月。',
    ],
    [{ imprisoned: { termMonths: 12, from: '2026-04-10' } }, '孩子爸爸到2026年4月10日属于规定的情形。'],
  ])('%j：%s', (father, sentence) => {
    expect(texts(family(father, mother))).toContain(sentence)
  })

  test('不写死6个月', () => {
    const facts = family({ imprisoned: { termMonths: 4 } }, mother)
    expect(texts({ ...facts, settings: { ...facts.settings, restrictedTermMonths: 3 } })).toContain(
      '孩子爸爸在服刑，刑期满3个月。',
    )
  })

  test('按孤儿认定，只看去世和宣告失踪', () => {
    expect(texts(family({}, { dead: true }), 'ORPHAN_ALLOWANCE')).toEqual([
      '孩子爸爸没有去世，也没有被宣告失踪。',
      '孩子妈妈已经去世。',
      '父母都去世或被宣告失踪，才能按孤儿认定。',
    ])
    expect(texts(family({ dead: undefined }, { dead: true }), 'ORPHAN_ALLOWANCE')).toContain(
      '孩子爸爸的情况还不清楚。',
    )
  })
})

describe('整段理由', () => {
  const child: Child = { recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }] }
  const lost = { dead: true }

  test.each<[string, Household, EntitlementCode, string[]]>([
    [
      '符合',
      family(lost, mother),
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸已经去世。',
        '孩子妈妈在服刑，刑期满6个月。',
        '孩子未满18周岁。',
        '能不能认定，以部门认定为准。',
      ],
    ],
    [
      '还差一步',
      family(lost, { lostContact: { policeAcceptedOn: null, establishedByStreet: false } }),
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸已经去世。',
        '孩子妈妈失联，从报警那天算，还没满6个月。',
        '先报警。公安受理满6个月，就能申请。',
      ],
    ],
    [
      '要结束了',
      family({ resumedCareOn: '2026-01-20' }, mother, child),
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸不属于规定的八种情形。',
        '孩子妈妈在服刑，刑期满6个月。',
        '退出情形第4项：父母一方又能抚养孩子。',
        '保障到2026年7月20日。',
        '最后发放的月份是2026年7月。',
      ],
    ],
    [
      '不知道爸爸哪天又能照顾孩子：问的是那一天',
      family({}, mother, child),
      'DFUC_ALLOWANCE',
      ['孩子爸爸哪一天又能照顾孩子，还不清楚。'],
    ],
    [
      '要结束了，渐退期没有公布',
      {
        ...family({ imprisoned: { termMonths: 12, releasedOn: '2026-02-01' } }, mother, child),
        settings: {},
      },
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸已经刑满释放，不再算。',
        '孩子妈妈在服刑，刑期满6个月。',
        '退出情形第5项：父母一方刑满释放或戒毒结束。',
        '渐退期长度以民政部门公布为准。',
      ],
    ],
    [
      '父母都在、生日不清楚，按孤儿：先说父母，再说两种原因',
      family({}, {}, { birthDate: undefined }),
      'ORPHAN_ALLOWANCE',
      [
        '孩子爸爸没有去世，也没有被宣告失踪。',
        '孩子妈妈没有去世，也没有被宣告失踪。',
        '不管是下面哪一种，结果都一样。',
        '父母都去世或被宣告失踪，才能按孤儿认定。',
        '已满18周岁，18岁以前没有认定过。',
      ],
    ],
    [
      '父母都在、生日不清楚，按事实无人抚养：也先说父母',
      family({}, {}, { birthDate: undefined }),
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸不属于规定的八种情形。',
        '孩子妈妈不属于规定的八种情形。',
        '不管是下面哪一种，结果都一样。',
        '父母双方都属于规定的情形，才能认定。',
        '已满18周岁，18岁以前没有认定过。',
      ],
    ],
    [
      '渐退期满了',
      family({ resumedCareOn: '2025-01-20' }, mother, child),
      'DFUC_ALLOWANCE',
      [
        '孩子爸爸不属于规定的八种情形。',
        '孩子妈妈在服刑，刑期满6个月。',
        '退出情形第4项：父母一方又能抚养孩子。',
        '渐退期已经满了。',
      ],
    ],
    [
      '满18岁',
      family(lost, mother, { birthDate: '2008-03-31' }),
      'DFUC_ALLOWANCE',
      ['已满18周岁，18岁以前没有认定过。'],
    ],
    [
      '是孤儿',
      family(lost, lost),
      'DFUC_ALLOWANCE',
      ['孩子符合孤儿的条件，请申请孤儿基本生活费。', '两项只能领一项。'],
    ],
    [
      '生日不清楚',
      family(lost, mother, { birthDate: undefined }),
      'DFUC_ALLOWANCE',
      ['还不知道孩子的出生日期。', '可以先提交申请，由部门核实。'],
    ],
    [
      '住在外省',
      family(lost, mother, { residence: { division: '610113' } }),
      'XPROV_ACCEPT',
      [
        '孩子住在外省，可以在住的地方交材料。',
        '由户口所在地审核、认定和发放。',
        '能不能认定，以部门认定为准。',
      ],
    ],
  ])('%s', (_what, household, code, sentences) => {
    expect(texts(household, code)).toEqual(sentences)
  })
})

describe('户口在外地的孩子', () => {
  const byHukou = '由户口所在地认定，标准和渐退期按当地规定。'
  const at = (division: string, household: Household): Household => ({
    ...household,
    child: { ...household.child, hukou: { division } },
  })
  const orphan = family({ dead: true }, { dead: true }, { disabilities: [], illnesses: [] })
  const unattended = family({ dead: true }, mother)
  const onDibao: Household = { ...family({}, {}), household: { recognised: ['subsistenceAllowance'] } }
  const alone = family({ ableToCare: false }, { ableToCare: false })
  const ill: Household = {
    ...family({}, {}, { disabilities: [{ type: 'physical', grade: 1, certified: true }] }),
    household: { recognised: ['nearSubsistence'] },
  }

  test.each<[string, EntitlementCode, Household]>([
    ['孤儿', 'ORPHAN_ALLOWANCE', orphan],
    ['父母都不能照顾', 'DFUC_ALLOWANCE', unattended],
    ['没有人有能力抚养', 'TEKUN', alone],
    ['低保家庭', 'DIBAO', onDibao],
    ['低保边缘家庭的重残孩子', 'DIBAO_SINGLE', ill],
  ])('%s（%s）：由户口所在地认定；本地的不说', (_who, code, household) => {
    expect(answerOf(code, at('620100', household)).reasons).toContainEqual({
      text: byHukou,
      provision: '1.1-d',
    })
    expect(texts(at('150302001', household), code)).not.toContain(byHukou)
  })

  test('不符合的、在哪里都一样的，不说', () => {
    expect(texts(at('620100', family({}, {})))).not.toContain(byHukou)
    expect(texts(at('620100', orphan), 'LEGAL_AID')).not.toContain(byHukou)
  })
})

describe('依据的条文', () => {
  const recognised: Child = { recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }] }
  const ending = family({ resumedCareOn: '2026-01-20' }, mother, recognised)

  test.each<[string, Household, EntitlementCode, string[]]>([
    ['第一次申请，符合：只引给补贴的一条', family({ dead: true }, mother), 'DFUC_ALLOWANCE', ['1.1-b']],
    ['要结束了：也引退出的情形', ending, 'DFUC_ALLOWANCE', ['1.1-b', '1.1-j']],
    ['跟着补贴结束，由部门定的：也引退出的情形', ending, 'TOMORROW_PLAN', ['2.2-f', '1.1-j']],
  ])('%s', (_what, household, code, provisions) => {
    expect(answerOf(code, household).provisions).toEqual(provisions)
  })
})

describe('不说空话，也不说错话', () => {
  const lost = { dead: true }
  const able: Facts = { ableToCare: true }
  const asOrphan = (more: Child): Child => ({ recognised: [{ as: 'orphan', since: '2015-01-01' }], ...more })

  test.each<[string, Household, EntitlementCode, string[]]>([
    [
      '捡到的孩子：说找不到亲生父母，不说父母不清楚',
      family({ dead: undefined }, { dead: undefined }, { abandoned: true }),
      'ORPHAN_ALLOWANCE',
      ['查找不到亲生父母，孩子未满18周岁。', '能不能认定，以部门认定为准。'],
    ],
    [
      '读硕士：不说不再上学',
      family(lost, lost, asOrphan({ birthDate: '2002-01-01', schooling: { stage: 'master' } })),
      'ORPHAN_ALLOWANCE',
      ['退出情形第1项：硕士、博士不在继续的学段里。', '渐退期已经满了。'],
    ],
    [
      '20岁上大专：说要交什么，不再说能不能认定',
      family(lost, lost, asOrphan({ birthDate: '2006-01-01', schooling: { stage: 'juniorCollege' } })),
      'ORPHAN_ALLOWANCE',
      ['18岁以前已经认定，现在还在上学，可以继续。', '把在校证明交给街道或镇。'],
    ],
    [
      '有父母照顾：不拿事实无人抚养的情形说特困',
      family(able, able),
      'TEKUN',
      ['孩子的爸爸或妈妈有能力抚养，不属于特困。'],
    ],
    [
      '要部门核实的，不说认定后就能享受',
      family(lost, mother, { insured: 'wuhai' }),
      'TOMORROW_PLAN',
      ['认定后还要核实。', '没有写事实无人抚养儿童，请问民政部门。'],
    ],
    [
      '福彩圆梦的日子是最早的一天',
      family(lost, lost, asOrphan({ birthDate: '2016-03-31' })),
      'FUCAI_DREAM',
      ['满18周岁、全日制上学时，可以申请。', '最早从2034年3月31日起。'],
    ],
    [
      '在外地参保：医保费的资助还是有，请问参保地',
      family(lost, lost, asOrphan({ insured: 'elsewhere' })),
      'PREMIUM_FULL',
      ['参加居民医保，个人缴费全额资助。', '已在外地参保的，请问参保地的医保部门。'],
    ],
    [
      '不管年龄多大都不符合：两种原因都说',
      family(able, able, { birthDate: undefined, disabilities: [], illnesses: [] }),
      'DIBAO_SINGLE',
      [
        '不管是下面哪一种，结果都一样。',
        '要有重病，或一、二级残疾，或三级智力、精神残疾。',
        '孩子已满18周岁，这一项是给未成年孩子的。',
      ],
    ],
    [
      '单人户已经认定，现在没有病也没有残疾：第7项，由民政复核',
      family(able, able, {
        disabilities: [],
        illnesses: [],
        recognised: [{ as: 'subsistenceAllowanceSingle' }],
      }),
      'DIBAO_SINGLE',
      ['退出情形第7项：孩子的病治好了。', '是否继续，由民政部门复核。'],
    ],
  ])('%s', (_what, household, code, sentences) => {
    const { recognised, ...others } = { recognised: [] as const, ...household.household }
    expect(texts({ ...household, household: { ...others, recognised: [...recognised] } }, code)).toEqual(
      sentences,
    )
  })

  test('不清楚的太多，只说三样，再说还有几项', () => {
    const sentences = texts({ today: family({}, {}).today, settings: {} }, 'INPATIENT_70')
    expect(sentences).toHaveLength(5)
    expect(sentences[3]).toMatch(/^还有\d+项不清楚，答了题就知道。$/)
  })

  test('爸爸反正属于规定的情形，不清楚的是在不在世：就说这个', () => {
    const father: Facts = { dead: undefined, imprisoned: { termMonths: 60 } }
    expect(texts(family(father, lost), 'LEGAL_AID')).toContain('孩子爸爸的情况还不清楚。')
  })
})
