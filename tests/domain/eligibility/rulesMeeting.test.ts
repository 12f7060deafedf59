import type { Child, Household, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family, settings } from './families'
import { child, dead } from './foresightFamilies'

/*
 * Where two things meet in one family: an end that is running and a ground that comes, a report and a sentence on one day,
 * a status and a place, an adoption and a new loss. Source: reference §3.1, §3.2, §5.0, §5.9; policy 6.2-d.
 */

const recognised: Child = { recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }] }
const able: Omit<Parent, 'role'> = { ableToCare: true }
const away: Child = { residence: { division: '610113' } }
const comingSentence: Omit<Parent, 'role'> = { imprisoned: { termMonths: 24, from: '2026-05-10' } }
const healthyWhenAdopted = {
  registeredOn: '2022-01-01',
  wasOrphanOrAbandoned: true,
  wasDisabled: false,
  wasIll: false,
}
const inRehabAge = (household: Household): Household => ({
  ...household,
  settings: { ...settings, rehabMaxAgeInclusive: 7 },
})
const fromGansu: Child = {
  birthDate: '2021-01-01',
  disabilities: [{ type: 'hearing', grade: 2, certified: true }],
  hukou: { division: '620100' },
}

test.each<[string, EntitlementCode, Household, object]>([
  [
    '爸爸回来了，渐退期还没满，五月又要服刑：现在在渐退期里',
    'DFUC_ALLOWANCE',
    family({ ...comingSentence, resumedCareOn: '2026-01-20' }, dead, recognised),
    { result: 'ENDING', dates: { lastProtectedDay: '2026-07-20', lastPaidMonth: '2026-07' } },
  ],
  [
    '爸爸一月回来照顾，又判了短刑、六月才释放：渐退期从一月算',
    'DFUC_ALLOWANCE',
    family(
      { imprisoned: { termMonths: 3, releasedOn: '2026-06-01' }, resumedCareOn: '2026-01-20' },
      dead,
      recognised,
    ),
    { result: 'ENDING', dates: { lastProtectedDay: '2026-07-20', lastPaidMonth: '2026-07' } },
  ],
  [
    '渐退期已满，五月又要服刑：五月再满足条件',
    'DFUC_ALLOWANCE',
    family({ ...comingSentence, resumedCareOn: '2025-01-20' }, dead, recognised),
    { result: 'NOT_YET', dates: { eligibleFrom: '2026-05-10' } },
  ],
  [
    '爸爸失联满6个月和妈妈服刑是同一天：也有拿回执单的日子',
    'DFUC_ALLOWANCE',
    family(
      { lostContact: { policeAcceptedOn: '2025-10-10', policeReceipt: false, establishedByStreet: false } },
      { imprisoned: { termMonths: 24, from: '2026-04-10' } },
    ),
    { result: 'NOT_YET', dates: { eligibleFrom: '2026-04-10', receiptExpectedFrom: '2026-04-11' } },
  ],
  [
    '妈妈四月服刑，没有人失联：没有拿回执单的日子',
    'DFUC_ALLOWANCE',
    family(dead, { imprisoned: { termMonths: 24, from: '2026-04-10' } }),
    { result: 'NOT_YET', dates: { eligibleFrom: '2026-04-10' } },
  ],
  [
    '已经领孤儿费，住在外省：还是在那里交材料，不用再申请',
    'XPROV_ACCEPT',
    family(dead, dead, { ...child('2016-03-31', 'orphan'), ...away }),
    { result: 'ELIGIBLE', canApply: false },
  ],
  [
    '住在外省，妈妈的刑期不清楚：要问的是刑期',
    'XPROV_ACCEPT',
    family(dead, { imprisoned: true }, away),
    { result: 'NEEDS_INFO', canApply: true, missing: ['parents.mother.imprisoned.termMonths'] },
  ],
  [
    '住在外省，妈妈四月才服刑：那天起',
    'XPROV_ACCEPT',
    family(dead, { imprisoned: { termMonths: 12, from: '2026-04-10' } }, away),
    { result: 'NOT_YET', dates: { eligibleFrom: '2026-04-10' } },
  ],
  [
    '20岁的孤儿被收养，养父母又去世：福彩圆梦由民政部门决定',
    'FUCAI_DREAM',
    family(dead, dead, {
      ...child('2006-03-31', 'orphan', { schooling: { stage: 'undergraduate', fullTime: true } }),
      adoption: healthyWhenAdopted,
    }),
    { result: 'NEEDS_INFO', missing: ['department'] },
  ],
  [
    '14岁的孤儿被收养，养父母又去世：福彩圆梦由民政部门决定',
    'FUCAI_DREAM',
    family(dead, dead, { ...child('2012-03-31', 'orphan'), adoption: healthyWhenAdopted }),
    { result: 'NEEDS_INFO', missing: ['department'] },
  ],
  [
    '认定过的孤儿，哪天认定的没有说，本月被收养：本月是最后一个月',
    'ORPHAN_ALLOWANCE',
    family(able, able, {
      recognised: [{ as: 'orphan' }],
      adoption: { ...healthyWhenAdopted, registeredOn: '2026-03-05' },
    }),
    { result: 'ENDING', dates: { lastPaidMonth: '2026-03' } },
  ],
  [
    '认定以前就收养了的：不因为收养结束',
    'DFUC_ALLOWANCE',
    family(
      dead,
      { imprisoned: { termMonths: 24 } },
      {
        recognised: [{ as: 'deFactoUnattended', since: '2023-01-01' }],
        adoption: healthyWhenAdopted,
      },
    ),
    { result: 'ELIGIBLE', canApply: false },
  ],
  [
    '18岁前认定的孤儿，23岁读硕士，有残疾：明天计划还有',
    'TOMORROW_PLAN',
    family(dead, dead, {
      ...child('2003-03-31', 'orphan', { schooling: { stage: 'master', fullTime: true } }),
      disabilities: [{ type: 'hearing', grade: 2, certified: true }],
    }),
    { result: 'ELIGIBLE' },
  ],
  [
    '父母都去世，18岁前没有认定过，20岁上本科：没有明天计划',
    'TOMORROW_PLAN',
    family(dead, dead, {
      birthDate: '2006-01-01',
      schooling: { stage: 'undergraduate', fullTime: true },
      disabilities: [{ type: 'hearing', grade: 2, certified: true }],
    }),
    { result: 'NOT_ELIGIBLE' },
  ],
  [
    '外地户口、有居住证，5岁听力二级：在这里做康复',
    'REHAB',
    inRehabAge(
      family({}, dead, { ...fromGansu, residencePermit: { held: true, lastSignedOn: '2026-01-01' } }),
    ),
    { result: 'ELIGIBLE' },
  ],
  [
    '外地户口、没有居住证，5岁听力二级：由残联定',
    'REHAB',
    inRehabAge(family({}, dead, { ...fromGansu, residencePermit: { held: false } })),
    {
      result: 'NEEDS_INFO',
      missing: ['department'],
      reasons: [{ text: '在户口所在地，或发居住证的地方申请。', provision: '2.3-a' }],
    },
  ],
])('%s', (_what, code, household, expected) => {
  const answer = answerOf(code, household)
  expect(answer).toMatchObject(expected)
  expect(answer.dates ?? {}).toEqual((expected as { dates?: object }).dates ?? {})
})

test('收养以后又成孤儿的，说明由民政部门决定', () => {
  const household = family(dead, dead, { ...child('2012-03-31', 'orphan'), adoption: healthyWhenAdopted })
  expect(answerOf('FUCAI_DREAM', household).reasons).toEqual([
    { text: '收养以后又成孤儿的，由民政部门决定。', provision: '6.2-d' },
  ])
})
