import type { Child, Household, HouseholdStatus, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family, settings } from './families'

/*
 * Whether an application can be handed in today, and what is said: of what was granted and is looked at again, of what a
 * department decides, of what somebody else decides first. Source: reference §3.1, §3.4, §4.3, §4.7, §5.0, §5.5–5.9; 6.2-d.
 */

const dead: Omit<Parent, 'role'> = { dead: true }
const able: Omit<Parent, 'role'> = { ableToCare: true }
const adult: Child = { birthDate: '2007-03-31' }
const of16: Child = { birthDate: '2010-03-31' }
const orphanSince2020: Child = { recognised: [{ as: 'orphan', since: '2020-01-01' }] }
const adoptedIn2022 = {
  registeredOn: '2022-01-01',
  wasOrphanOrAbandoned: true,
  wasDisabled: false,
  wasIll: false,
}
const single: Child = { recognised: [{ as: 'subsistenceAllowanceSingle', since: '2020-01-01' }] }
const blind: Child = { disabilities: [{ type: 'visual', grade: 1, certified: true }] }
const fromGansu: Child = { hukou: { division: '620102' } }
const livesInXian: Child = { residence: { division: '610113' } }
const fromHainan: Child = { hukou: { division: '150303001' } }

const at = (stage: NonNullable<NonNullable<Child['schooling']>['stage']>, fullTime = true): Child => ({
  schooling: { stage, fullTime },
})
const withParents = (child: Child, household: HouseholdStatus = {}): Household => ({
  ...family(able, able, child),
  household,
})
const alone = (child: Child, household: HouseholdStatus = {}): Household => ({
  ...family(dead, dead, child),
  household,
})

interface Expected {
  result: string
  canApply: boolean
  /** One of its sentences. */
  says?: string
  /** One of its provisions. */
  cites?: string
}

const yes = (says: string): Expected => ({ result: 'ELIGIBLE', canApply: true, says })
const granted = (says: string): Expected => ({ result: 'ELIGIBLE', canApply: false, says })
const no = (says: string): Expected => ({ result: 'NOT_ELIGIBLE', canApply: false, says })
const decided = (says: string): Expected => ({ result: 'NEEDS_INFO', canApply: true, says })
/** Granted once: the department looks at it again, and there is nothing to hand in. */
const reviewed = (says: string, cites?: string): Expected => ({
  result: 'NEEDS_INFO',
  canApply: false,
  says,
  ...(cites === undefined ? {} : { cites }),
})

const check = (rows: [what: string, code: EntitlementCode, household: Household, expected: Expected][]) =>
  test.each(rows)('%s', (_what, code, household, expected) => {
    const { result, canApply, reasons, provisions } = answerOf(code, household)
    expect({ result, canApply }).toEqual({ result: expected.result, canApply: expected.canApply })
    if (expected.says !== undefined) expect(reasons.map(({ text }) => text)).toContain(expected.says)
    if (expected.cites !== undefined) expect(provisions).toContain(expected.cites)
  })

describe('特困、低保、单人户、临时救助', () => {
  check([
    [
      '认定过特困，妈妈又能抚养：部门复核，不用再交申请',
      'TEKUN',
      family(dead, able, { recognised: [{ as: 'extremePoverty', since: '2020-01-01' }] }),
      reviewed('是否继续，由民政部门复核。', '1.1-j'),
    ],
    [
      '低保看收入，由部门核对',
      'DIBAO',
      withParents({}, { recognised: [], incomeAboveNearSubsistenceLimit: false }),
      decided('看家庭收入和财产，由民政部门核对。'),
    ],
    [
      '没有突发困难',
      'TEMP_AID',
      withParents({ suddenHardship: false }),
      no('现在没有突发的困难。有了再申请。'),
    ],
    [
      '满18周岁的单人户：能不能继续由部门决定',
      'DIBAO_SINGLE',
      withParents({ ...single, ...adult }, { recognised: [] }),
      reviewed('满18周岁以后能不能继续，由民政部门决定。'),
    ],
    [
      '单人户，病和残疾都好了：部门复核',
      'DIBAO_SINGLE',
      withParents({ ...single, disabilities: [], illnesses: [] }, { recognised: [] }),
      reviewed('是否继续，由民政部门复核。', '1.1-j'),
    ],
    [
      '单人户，收入超过了：部门复核',
      'DIBAO_SINGLE',
      withParents({ ...single, ...blind }, { recognised: [], incomeAboveNearSubsistenceLimit: true }),
      reviewed('家庭收入超过低保边缘的上限。', '1.1-j'),
    ],
    [
      '重残，收入超过上限',
      'DIBAO_SINGLE',
      withParents(blind, { recognised: [], incomeAboveNearSubsistenceLimit: true }),
      no('家庭收入超过低保边缘的上限。'),
    ],
    [
      '重残，是不是低保边缘由部门核对',
      'DIBAO_SINGLE',
      withParents(blind, { recognised: [], incomeAboveNearSubsistenceLimit: false }),
      decided('家庭是不是低保边缘，由民政部门核对。'),
    ],
    [
      '低保边缘，有病，病种没公布',
      'DIBAO_SINGLE',
      withParents({ illnesses: ['尿毒症'], disabilities: [] }, { recognised: ['nearSubsistence'] }),
      decided('重病的病种还没有公布，以部门认定为准。'),
    ],
    [
      '单人户已经认定：不叫他再申请',
      'DIBAO_SINGLE',
      withParents({ ...single, ...blind }, { recognised: ['nearSubsistence'] }),
      granted('已经认定，不用再申请。'),
    ],
  ])
})

describe('被收养以后', () => {
  const adopted = (more: object, child: Child = {}): Household =>
    alone({ ...orphanSince2020, ...child, adoption: { ...adoptedIn2022, ...more } })
  const ofAdopted = (more: object, child: Child = {}): Household => ({
    ...adopted(more, child),
    parents: family(able, able).parents ?? [],
  })
  check([
    [
      '残疾孤儿：继续，不用再申请',
      'ORPHAN_ALLOWANCE',
      ofAdopted({ wasDisabled: true }),
      { ...granted('残疾孤儿被收养以后，基本生活保障继续。'), cites: '1.1-j' },
    ],
    [
      '残疾孤儿满18周岁：部门决定',
      'ORPHAN_ALLOWANCE',
      ofAdopted({ wasDisabled: true }, adult),
      reviewed('收养以后能不能继续，由民政部门决定。', '1.1-j'),
    ],
    [
      '有病的孤儿：部门决定',
      'ORPHAN_ALLOWANCE',
      ofAdopted({ wasIll: true }),
      reviewed('收养以后能不能继续，由民政部门决定。', '1.1-j'),
    ],
    [
      '有病的孤儿，以后上大学的钱：看孤儿认定的结果',
      'FUCAI_DREAM',
      ofAdopted({ wasIll: true }),
      reviewed('能不能申请，要看孤儿认定的结果。'),
    ],
    ['健康的孤儿，被收养：以后不给', 'FUCAI_DREAM', ofAdopted({}), no('被收养以后不再给，残疾孤儿除外。')],
    [
      '残疾孤儿，被收养：满18周岁再申请',
      'FUCAI_DREAM',
      ofAdopted({ wasDisabled: true }),
      { result: 'NOT_YET', canApply: false },
    ],
    [
      '健康的孤儿被收养，养父母又去世：部门决定',
      'FUCAI_DREAM',
      adopted({}, { ...adult, ...at('undergraduate') }),
      decided('收养以后又成孤儿的，由民政部门决定。'),
    ],
    [
      '认定过事实无人抚养，不是孤儿',
      'FUCAI_DREAM',
      family(dead, able, {
        ...adult,
        ...at('undergraduate'),
        recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }],
      }),
      no('只给18岁前认定的孤儿，不含其他儿童。'),
    ],
    [
      '18岁前认定的孤儿，妈妈又回来了',
      'FUCAI_DREAM',
      family(dead, able, { ...orphanSince2020, ...adult, ...at('undergraduate') }),
      no('父母又有一方在，不再按孤儿算。'),
    ],
  ])
})

describe('跨省', () => {
  check([
    [
      '认定过的孤儿住在外省：在那里照样领，不用再交',
      'XPROV_ACCEPT',
      alone({ ...orphanSince2020, ...livesInXian }),
      granted('孩子住在外省，可以在住的地方交材料。'),
    ],
    [
      '没认定过的孤儿住在外省：在那里交材料',
      'XPROV_ACCEPT',
      alone(livesInXian),
      yes('孩子住在外省，可以在住的地方交材料。'),
    ],
    [
      '户口不在乌海的孤儿，意外保险问户口所在地',
      'ACCIDENT_INS',
      alone({ ...orphanSince2020, ...fromGansu }),
      reviewed('户口不在乌海的，请问户口所在地的民政部门。'),
    ],
  ])
})

describe('参保', () => {
  const insured = (where: 'wuhai' | 'elsewhere' | 'none'): Child => ({ insured: where })
  const since = (division: string, day: string): Child => ({ residence: { division, since: day } })
  const noPermit: Child = { residencePermit: { held: false } }
  const newcomer: Child = {
    ...fromGansu,
    ...since('150302001', '2026-03-01'),
    ...noPermit,
    ...insured('none'),
  }
  const settled: Child = {
    ...fromGansu,
    ...since('150302001', '2025-01-01'),
    ...noPermit,
    ...insured('none'),
  }
  check([
    ['今年参过了', 'INSURE_LOCAL', withParents(insured('wuhai')), granted('今年已经在乌海参保。')],
    [
      '在外地参过了',
      'INSURE_LOCAL',
      withParents(insured('elsewhere')),
      no('今年已在外地参保，不能重复参保。'),
    ],
    [
      '住在外地',
      'INSURE_LOCAL',
      withParents({ ...livesInXian, ...insured('none') }),
      no('孩子不住在乌海，在住的地方参保。'),
    ],
    [
      '本地孩子',
      'INSURE_LOCAL',
      withParents(insured('none'), { bothParentsAwayForWork: false }),
      yes('孩子住在乌海，户口也在乌海，可以在乌海参保。'),
    ],
    [
      '本地孩子，爸妈在不在外地打工不清楚',
      'INSURE_LOCAL',
      withParents(insured('none')),
      yes('孩子住在乌海，户口也在乌海，可以在乌海参保。'),
    ],
    [
      '留守儿童',
      'INSURE_LOCAL',
      withParents(insured('none'), { bothParentsAwayForWork: true }),
      yes('留守儿童可以在住的地方参保。'),
    ],
    [
      '满16周岁不再算留守',
      'INSURE_LOCAL',
      withParents({ ...insured('none'), ...of16 }, { bothParentsAwayForWork: true }),
      yes('孩子住在乌海，户口也在乌海，可以在乌海参保。'),
    ],
    [
      '年龄不清楚，不说留守',
      'INSURE_LOCAL',
      withParents({ ...insured('none'), birthDate: undefined }, { bothParentsAwayForWork: true }),
      yes('孩子住在乌海，户口也在乌海，可以在乌海参保。'),
    ],
    [
      '刚来一个月，没有居住证：去问',
      'INSURE_LOCAL',
      withParents(newcomer),
      decided('能不能现在参保，请问医保部门，可以帮办。'),
    ],
    ['住满半年', 'INSURE_LOCAL', withParents(settled), yes('流动儿童参保不受户籍限制，可以请人帮办。')],
    [
      '住满半年，已满16周岁：去问',
      'INSURE_LOCAL',
      withParents({ ...settled, ...of16 }),
      decided('住满6个月或有居住证，参保更有把握。'),
    ],
    [
      '孤儿在外地参保：多说一句',
      'PREMIUM_FULL',
      alone({ ...orphanSince2020, ...insured('elsewhere') }),
      {
        result: 'AUTOMATIC',
        canApply: false,
        says: '已在外地参保的，请问参保地的医保部门。',
        cites: '2.1-b',
      },
    ],
    [
      '孤儿满18周岁还在上学：给不给去问',
      'PREMIUM_FULL',
      alone({ ...orphanSince2020, ...adult, ...at('undergraduate') }),
      reviewed('满18周岁以后还给不给全额资助，请问医保部门。'),
    ],
  ])

  test('在哪里参保不清楚，就不说外地的那一句', () => {
    const { reasons } = answerOf('PREMIUM_FULL', alone(orphanSince2020))
    expect(reasons.map(({ text }) => text)).not.toContain('已在外地参保的，请问参保地的医保部门。')
  })
})

describe('上学', () => {
  const of4: Child = { birthDate: '2022-01-01' }
  const of8: Child = { birthDate: '2018-01-01' }
  const deaf: Child = { disabilities: [{ type: 'hearing', grade: 2, certified: true }] }
  check([
    [
      '户口在乌海的另一个区，上幼儿园：算不算流动去问',
      'PRESCHOOL',
      withParents({ ...of4, ...at('preschool'), ...fromHainan }),
      decided('户口和住处都在乌海，算不算流动，请问教育局。'),
    ],
    [
      '户口在乌海的另一个区，上小学：去问',
      'SCHOOL_MIGRANT',
      withParents({ ...of8, ...at('primary'), ...fromHainan }),
      decided('户口和住处都在乌海，算不算流动，请问教育局。'),
    ],
    [
      '住在外地，上高中：先说不住在乌海',
      'SCHOOL_MIGRANT',
      withParents({ ...livesInXian, ...at('seniorSecondary') }),
      no('孩子不住在乌海，在住的地方办。'),
    ],
    [
      '住在外地，满16周岁：先说不住在乌海',
      'MIGRANT_AID',
      withParents({ ...livesInXian, ...of16, ...at('seniorSecondary') }),
      no('孩子不住在乌海，在住的地方办。'),
    ],
    [
      '外地来的，没有上学',
      'MIGRANT_AID',
      withParents({ ...fromGansu, ...at('none') }),
      no('孩子不在上学，没有这一项资助。'),
    ],
    [
      '外地来的，在上学：学校评定',
      'MIGRANT_AID',
      withParents({ ...fromGansu, ...at('primary') }),
      decided('给不给，由学校按规定评定。'),
    ],
    [
      '残疾孩子上高中：有没有特教班去问',
      'SPECIAL_EDU',
      withParents({ ...of16, ...deaf, ...at('seniorSecondary') }),
      decided('高中阶段有没有特教班，请问教育局。'),
    ],
    [
      '孤独症，没有残疾证：怎么安排去问',
      'SPECIAL_EDU',
      withParents({ ...of8, ...at('primary'), disabilities: [], illnesses: ['孤独症'] }),
      decided('孤独症孩子怎么安排上学，请问区教育局。'),
    ],
  ])
})

describe('渐退期没有公布', () => {
  test('回来照顾了：不编日子', () => {
    const household = family({ ...able, resumedCareOn: '2026-02-01' }, dead, {
      recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }],
    })
    const { dates } = answerOf('DFUC_ALLOWANCE', {
      ...household,
      settings: { ...settings, gradualExitMonths: null },
    })
    expect(dates).toBeUndefined()
  })
})
