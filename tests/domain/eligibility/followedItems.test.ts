import type { Child, Household } from '@domain/eligibility/facts'
import type { EntitlementCode } from '@domain/policy/provisions'
import { answerOf, family, settings } from './families'

/*
 * What follows from a status that comes or ends: the same days, and what a department has still to decide is said as that.
 * Then where and to whom a disability itself gives something. Source: reference §0.3, §3.2, §4.3, §4.6, §5.9; 1.1-j.
 */

const able = { ableToCare: true }
const dead = { dead: true }
const isOpen = '没有写事实无人抚养儿童，请问民政部门。'
const verifiedThen = '认定后还要核实。'

const said = (code: EntitlementCode, household: Household) => {
  const { result, canApply, dates, reasons } = answerOf(code, household)
  return { result, canApply, dates, says: reasons.map(({ text }) => text) }
}

describe('妈妈失联，到2026年7月10日满6个月', () => {
  const soon = family(dead, { lostContact: { since: '2025-12-01', policeAcceptedOn: '2026-01-10' } })
  const dates = { eligibleFrom: '2026-07-10', receiptExpectedFrom: '2026-07-11' }

  test.each<[EntitlementCode]>([['DFUC_ALLOWANCE'], ['ACCIDENT_INS'], ['PREMIUM_FULL']])(
    '%s：跟着认定，从同一天起',
    (code) => {
      expect(said(code, soon)).toMatchObject({ result: 'NOT_YET', canApply: false, dates })
    },
  )

  test('部门还要决定的：认定以后再核实，现在不能交，不编日子', () => {
    expect(said('TOMORROW_PLAN', soon)).toEqual({
      result: 'NEEDS_INFO',
      canApply: false,
      dates: undefined,
      says: [verifiedThen, isOpen],
    })
  })
})

describe('爸爸2月1日回来了，渐退期6个月', () => {
  const ending = family({ ...able, resumedCareOn: '2026-02-01' }, dead, {
    recognised: [{ as: 'deFactoUnattended', since: '2020-01-01' }],
  })

  test('跟着认定的继续到同一天', () => {
    expect(said('ACCIDENT_INS', ending)).toMatchObject({
      result: 'AUTOMATIC',
      dates: { lastProtectedDay: '2026-08-01', lastPaidMonth: '2026-08' },
      says: expect.arrayContaining(['保障期内继续享受。']) as string[],
    })
  })

  test('部门还要决定的：早认定过了，不说认定以后再核实，也不说继续享受', () => {
    const { result, says } = said('TOMORROW_PLAN', ending)
    expect(result).toBe('NEEDS_INFO')
    expect(says).toContain(isOpen)
    expect(says).not.toContain(verifiedThen)
    expect(says).not.toContain('保障期内继续享受。')
  })
})

describe('残疾孩子在哪里申请', () => {
  const blind: Child = {
    birthDate: '2021-01-01',
    disabilities: [{ type: 'visual', grade: 1, certified: true }],
    illnesses: [],
  }
  const from = (hukou: string, residence: string, lastSignedOn: string): Household => ({
    ...family(able, able, {
      ...blind,
      hukou: { division: hukou },
      residence: { division: residence },
      residencePermit: { held: true, lastSignedOn },
    }),
    settings: { ...settings, rehabMaxAgeInclusive: 7 },
  })
  const elsewhere = '在户口所在地，或发居住证的地方申请。'

  test.each<[string, Household, string, string]>([
    ['户口在甘肃，住在陕西，居住证是那里的', from('620102', '610113', '2026-01-01'), 'NEEDS_INFO', elsewhere],
    ['户口在甘肃，住在乌海，居住证过期了', from('620102', '150302', '2024-01-01'), 'NEEDS_INFO', elsewhere],
    [
      '户口在甘肃，住在乌海，有居住证',
      from('620102', '150302', '2026-01-01'),
      'ELIGIBLE',
      '孩子的残疾类别和年龄在康复救助范围里。',
    ],
    [
      '户口在乌海，住在陕西',
      from('150302', '610113', '2026-01-01'),
      'ELIGIBLE',
      '孩子的残疾类别和年龄在康复救助范围里。',
    ],
  ])('康复：%s', (_what, household, result, says) => {
    const found = said('REHAB', household)
    expect(found.result).toBe(result)
    expect(found.says).toContain(says)
  })

  test.each<[string, boolean, string, string]>([
    ['收入没有超过：是不是困难由残联核对', false, 'NEEDS_INFO', '是不是困难家庭，由残联核对。'],
    ['收入超过了', true, 'NOT_ELIGIBLE', '这一项只给家里困难的孩子。'],
  ])('改造家里，不在名单上，%s', (_what, incomeAboveNearSubsistenceLimit, result, says) => {
    const household = { recognised: [], incomeAboveNearSubsistenceLimit }
    const found = said('HOME_ACCESS', { ...family(able, able, blind), household })
    expect(found.result).toBe(result)
    expect(found.says).toEqual([says])
  })
})
