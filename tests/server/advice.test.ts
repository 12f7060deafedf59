import { assess } from '@domain/eligibility/assess'
import type { Household } from '@domain/eligibility/facts'
import { adviceFor, adviceOn } from '@server/usecases/advice'
import { submission } from './support/family'

const about = ['DFUC_ALLOWANCE'] as const
const today = '2026-11-25'
const { facts } = submission()
const household: Household = { ...facts, child: { ...facts.child, birthDate: '2015-06-07' } }
const whole = assess({ ...household, today, settings: {} })
const advice = adviceFor(about, household, today, {})

describe('提交那天的初步判断', () => {
  it('申请的这一项，一字不少', () => {
    const { own } = adviceOn(about, advice)
    expect(own).toEqual(whole.results.filter(({ code }) => code === 'DFUC_ALLOWANCE'))
    expect(own[0]?.reasons).not.toHaveLength(0)
  })

  it('一件事管几项的，每一项都一字不少；一项也没有的，不编', () => {
    const several = ['PRESCHOOL', 'SCHOOL_MIGRANT'] as const
    const kept = adviceOn(several, adviceFor(several, household, today, {}))
    expect(kept.own).toEqual(whole.results.filter(({ code }) => several.some((one) => one === code)))
    expect(kept.own).toHaveLength(2)
    expect(adviceOn([], adviceFor([], household, today, {})).own).toEqual([])
  })

  it('别的事项只留下值得一看的，只留是哪一项、是什么', () => {
    const { others } = adviceOn(about, advice)
    expect(others).not.toHaveLength(0)
    for (const other of others) expect(Object.keys(other)).toEqual(['code', 'result'])
    const names = others.map(({ result }) => result)
    expect(names.some((result) => result === 'NOT_ELIGIBLE' || result === 'NEEDS_INFO')).toBe(false)
  })

  it('从前存下的是全部，工作台看到的一样', () => {
    const earlier = { today, settings: {}, assessment: whole }
    const words = ({ own, others }: ReturnType<typeof adviceOn>) => ({
      own,
      others: others.map(({ code, result }) => ({ code, result })),
    })
    expect(words(adviceOn(about, earlier))).toEqual(words(adviceOn(about, advice)))
  })
})
