import type { Child, Household, HouseholdStatus, Parent } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family } from './families'

/*
 * What is said where several causes lead to one answer, and what is left unsaid. Source: reference §0.2, §0.3, §4.5, §5.0.
 */

type Facts = Omit<Parent, 'role'>
const dead: Facts = { dead: true }
const able: Facts = { ableToCare: true }
const unable: Facts = { ableToCare: false }
const texts = (code: EntitlementCode, household: Household) =>
  answerOf(code, household).reasons.map(({ text }) => text)
const listed = (household: Household, status: HouseholdStatus): Household => ({
  ...household,
  household: status,
})

describe('几种原因，一个结果', () => {
  test('16岁，没有人能抚养，有没有残疾不清楚：两种说法里一样的那一句', () => {
    const household = family(unable, unable, { birthDate: '2010-03-31', disabilities: undefined })
    expect(texts('TEKUN', listed(household, { recognised: [] }))).toEqual(['收入和财产由民政部门核对。'])
  })

  test('单人户，年龄、病都不清楚，收入超了：三种说法没有一句都有，一种一种说', () => {
    const child: Child = {
      birthDate: undefined,
      disabilities: undefined,
      illnesses: undefined,
      recognised: [{ as: 'subsistenceAllowanceSingle' }],
    }
    const household = listed(family(able, able, child), {
      recognised: [],
      incomeAboveNearSubsistenceLimit: true,
    })
    const [heading, ...causes] = texts('DIBAO_SINGLE', household)
    expect(heading).toBe('由部门核实以后决定，可能是：')
    expect(causes.sort()).toEqual(
      [
        '满18周岁以后能不能继续，由民政部门决定。',
        '退出情形第7项：孩子的病治好了。',
        '家庭收入超过低保边缘的上限。',
      ].sort(),
    )
  })

  test('妈妈在服刑、在不在世不清楚，认没认定过也不清楚：每种说法只说一次', () => {
    const child: Child = { disabilities: [], illnesses: [], recognised: undefined }
    const mother: Facts = { dead: undefined, imprisoned: { termMonths: 24 } }
    const [heading, ...causes] = texts('TOMORROW_PLAN', family(dead, mother, child))
    expect(heading).toBe('由部门核实以后决定，可能是：')
    expect(causes.sort()).toEqual(
      [
        '孤儿需要手术或康复时，可以申请。',
        '没有写事实无人抚养儿童，请问民政部门。',
        '认定后还要核实。',
      ].sort(),
    )
  })

  test('不在上学，年龄、户口、住处都不清楚：四种原因只说三种', () => {
    const child: Child = {
      birthDate: undefined,
      hukou: undefined,
      residence: undefined,
      schooling: { stage: 'none' },
    }
    const [heading, ...causes] = texts('MIGRANT_AID', family(able, able, child))
    expect(heading).toBe('不管是下面哪一种，结果都一样。')
    expect(causes).toHaveLength(3)
    expect(new Set(causes).size).toBe(3)
  })
})

describe('以后才有的', () => {
  test.each<[string, EntitlementCode, Household, string[]]>([
    [
      '5岁，没有上学：说上学以后，不说报警',
      'COMPULSORY_WAIVER',
      family(able, able, { birthDate: '2021-01-01', schooling: { stage: 'none' } }),
      ['上小学、初中以后，就自动享受。'],
    ],
    [
      '困境儿童没有参保：先参保，不说报警',
      'MED_COVER',
      listed(family(able, able, { insured: 'none' }), { recognised: ['subsistenceAllowance'] }),
      ['先在乌海参保，缴了费就有保障。'],
    ],
    [
      '爸爸失联还没报警：意外保险看认定的结果，报警的话在补贴那里说',
      'ACCIDENT_INS',
      family({ lostContact: { policeAcceptedOn: null, establishedByStreet: false } }, dead),
      ['能不能享受，要看民政认定的结果。'],
    ],
    [
      '爸爸失联，报了警：哪天满、哪天要回执单',
      'DFUC_ALLOWANCE',
      family({ lostContact: { policeAcceptedOn: '2025-10-31', establishedByStreet: false } }, dead),
      [
        '孩子爸爸失联，到2026年4月30日满6个月。',
        '孩子妈妈已经去世。',
        '到2026年4月30日满足条件。',
        '2026年5月1日起，可以向公安要回执单。',
      ],
    ],
    [
      '认定过的孤儿，生日不清楚，全日制上本科：最晚满18周岁就可以',
      'FUCAI_DREAM',
      family(dead, dead, {
        birthDate: undefined,
        recognised: [{ as: 'orphan', since: '2015-01-01' }],
        schooling: { stage: 'undergraduate', fullTime: true },
      }),
      ['满18周岁、全日制上学时，可以申请。'],
    ],
  ])('%s', (_what, code, household, sentences) => {
    expect(answerOf(code, household).result).toBe('NOT_YET')
    expect(texts(code, household)).toEqual(sentences)
  })
})

describe('说的是谁、是哪里', () => {
  test('妈妈有没有能力抚养不清楚：说妈妈', () => {
    const household = listed(family(unable, {}), { recognised: [] })
    expect(texts('TEKUN', household)).toContain('孩子妈妈有没有能力抚养孩子，还不清楚。')
  })

  test('户口在哪里不清楚：不说由户口所在地认定', () => {
    const household = family(dead, dead, { hukou: undefined })
    expect(answerOf('ORPHAN_ALLOWANCE', household).result).toBe('ELIGIBLE')
    expect(texts('ORPHAN_ALLOWANCE', household)).not.toContain('由户口所在地认定，标准和渐退期按当地规定。')
  })

  test('家里已经在领低保的重残孩子：不用再按单人户申请', () => {
    const blind: Child = { disabilities: [{ type: 'visual', grade: 1, certified: true }] }
    const household = listed(family(able, able, blind), { recognised: ['subsistenceAllowance'] })
    expect(answerOf('DIBAO_SINGLE', household)).toMatchObject({ result: 'NOT_ELIGIBLE', canApply: false })
    expect(texts('DIBAO_SINGLE', household)).toEqual(['家庭已经在领低保，孩子不用再按单人户申请。'])
  })
})
