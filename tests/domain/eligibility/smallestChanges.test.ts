import type { Child, Household, Settings } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family, settings } from './families'

/*
 * Which of a household's own facts count as what a rule asks for, seen in what would still have to change: whoever has a
 * thing already is not told to get it. Values of settings are test values, not policy.
 */

const able = { ableToCare: true }
const gone = { dead: true }
const pupil: Child = {
  birthDate: '2016-03-31',
  schooling: { stage: 'primary', fullTime: true },
  disabilities: [],
  illnesses: [],
}
const cared = (more: Child, published: Partial<Settings> = {}): Household => ({
  ...family(able, able, { ...pupil, ...more }),
  settings: { ...settings, ...published },
  household: { recognised: [] },
})
const onList = (household: Household, list: 'nearSubsistence' | 'subsistenceAllowance'): Household => ({
  ...household,
  household: { recognised: [list] },
})
const orphaned = (more: Child): Household => family(gone, gone, { ...pupil, ...more })
const gansu = { division: '620100' }
const untilSeven = { rehabMaxAgeInclusive: 7 }
const asthma = { chronicOutpatientIllnesses: ['哮喘'] }

test.each<[string, EntitlementCode, Household, string[]]>([
  [
    '本地户口、没有居住证：缺外地户口，缺居住证，新办的不用再签',
    'SCHOOL_MIGRANT',
    cared({ residencePermit: { held: false } }),
    ['child.hukou.division + child.residencePermit.held'],
  ],
  [
    '本地户口、居住证今年签过：只缺外地户口',
    'SCHOOL_MIGRANT',
    cared({ residencePermit: { held: true, lastSignedOn: '2026-01-01' } }),
    ['child.hukou.division'],
  ],
  [
    '本地户口、居住证前年签的：还缺签注',
    'SCHOOL_MIGRANT',
    cared({ residencePermit: { held: true, lastSignedOn: '2024-01-01' } }),
    ['child.hukou.division + child.residencePermit.lastSignedOn'],
  ],
  [
    '户口和住处都在呼和浩特、没有居住证：住到乌海，办证',
    'SCHOOL_MIGRANT',
    cared({
      hukou: { division: '150100' },
      residence: { division: '150100' },
      residencePermit: { held: false },
    }),
    ['child.residence.division + child.residencePermit.held'],
  ],
  [
    '户口和住处都在兰州：住到乌海',
    'MIGRANT_WAIVER',
    cared({ hukou: gansu, residence: gansu }),
    ['child.residence.division'],
  ],
  [
    '孤儿，住在区内的呼和浩特：户口或住处不在一个省',
    'XPROV_ACCEPT',
    orphaned({ residence: { division: '150100' } }),
    ['child.hukou.division', 'child.residence.division'],
  ],
  [
    '孤儿，户口和住处都在甘肃：户口或住处不在一个省',
    'XPROV_ACCEPT',
    orphaned({ hukou: gansu, residence: { division: '620200' } }),
    ['child.hukou.division', 'child.residence.division'],
  ],
  [
    '6岁，健康：缺残疾或孤独症',
    'REHAB',
    cared({ birthDate: '2020-01-01' }, untilSeven),
    ['child.disabilities', 'child.illnesses'],
  ],
  [
    '10岁，健康：还要小一些',
    'REHAB',
    cared({}, untilSeven),
    ['child.birthDate + child.disabilities', 'child.birthDate + child.illnesses'],
  ],
  [
    '低保边缘，病不在公布的名单上',
    'DIBAO_SINGLE',
    onList(cared({ illnesses: ['感冒'] }, { seriousIllnesses: ['尿毒症'] }), 'nearSubsistence'),
    ['child.disabilities', 'child.illnesses'],
  ],
  [
    '低保边缘，肢体三级',
    'DIBAO_SINGLE',
    onList(
      cared({ disabilities: [{ type: 'physical', grade: 3, certified: true }] }, { seriousIllnesses: [] }),
      'nearSubsistence',
    ),
    ['child.disabilities'],
  ],
  [
    '在外地参保，病不在名单上：两样都缺',
    'CHRONIC_OUTPATIENT',
    cared({ illnesses: ['感冒'], insured: 'elsewhere' }, asthma),
    ['child.illnesses + child.insured'],
  ],
  [
    '在外地参保，文件点名的病：只缺参保',
    'CHRONIC_OUTPATIENT',
    cared({ illnesses: ['脑瘫'], insured: 'elsewhere' }, asthma),
    ['child.insured'],
  ],
  [
    '在外地参保，后来公布的病：只缺参保',
    'CHRONIC_OUTPATIENT',
    cared({ illnesses: ['哮喘'], insured: 'elsewhere' }, asthma),
    ['child.insured'],
  ],
  ['有病，没有残疾', 'SPECIAL_EDU', cared({ illnesses: ['尿毒症'] }), ['child.disabilities']],
  [
    '低保家庭，精神三级：级别不够',
    'HOME_ACCESS',
    onList(cared({ disabilities: [{ type: 'mental', grade: 3, certified: true }] }), 'subsistenceAllowance'),
    ['child.disabilities'],
  ],
  [
    '满18周岁以后领的低保，视力四级：只缺级别',
    'HOME_ACCESS',
    {
      ...cared({
        birthDate: '2004-01-01',
        recognised: [{ as: 'subsistenceAllowance', since: '2024-01-01' }],
        disabilities: [{ type: 'visual', grade: 4, certified: true }],
      }),
      household: { recognised: [], incomeAboveNearSubsistenceLimit: true },
    },
    ['child.disabilities'],
  ],
  [
    '收入超过上限：在名单上就行',
    'DIBAO',
    { ...cared({}), household: { recognised: [], incomeAboveNearSubsistenceLimit: true } },
    ['child.recognised', 'household.recognised'],
  ],
  [
    '不符合住房条件的流动儿童',
    'HOUSING',
    { ...cared({ hukou: gansu }), household: { meetsLocalHousingRule: false } },
    ['household.meetsLocalHousingRule'],
  ],
  [
    '父母在身边、哪样困难都没有：有一样就行',
    'AIXIN_MAMA',
    { ...cared({}), household: { recognised: [], bothParentsAwayForWork: false } },
    [
      'child.abandoned',
      'child.disabilities',
      'child.illnesses',
      'child.recognised',
      'household.bothParentsAwayForWork',
      'household.recognised',
      'parents.father',
      'parents.mother',
    ],
  ],
  [
    '领过补贴，爸爸回来已满渐退期：爸爸又不能照顾，不说改回来的日子',
    'DFUC_ALLOWANCE',
    family({ resumedCareOn: '2025-01-20' }, gone, {
      ...pupil,
      recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }],
    }),
    ['parents.father'],
  ],
])('%s（%s）', (_what, code, household, changes) => {
  const { flips = [] } = answerOf(code, household)
  expect(flips.map((facts) => facts.join(' + ')).sort()).toEqual(changes)
})
