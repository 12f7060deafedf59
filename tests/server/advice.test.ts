import { assess } from '@domain/eligibility/assess'
import type { Household } from '@domain/eligibility/facts'
import { adviceFor, adviceOn } from '@server/usecases/advice'
import { submission } from './support/family'

const today = '2026-11-25'
const { facts } = submission()
const household: Household = { ...facts, child: { ...facts.child, birthDate: '2015-06-07' } }
const whole = assess({ ...household, today, settings: {} })
const advice = adviceFor('DFUC_ALLOWANCE', household, today, {})

describe('提交那天的初步判断', () => {
  it('申请的这一项，一字不少', () => {
    const { own } = adviceOn('DFUC_ALLOWANCE', advice)
    expect(own).toEqual(whole.results.find(({ code }) => code === 'DFUC_ALLOWANCE'))
    expect(own?.reasons).not.toHaveLength(0)
  })

  it('别的事项只留下值得一看的，只留是哪一项、是什么', () => {
    const { others } = adviceOn('DFUC_ALLOWANCE', advice)
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
    expect(words(adviceOn('DFUC_ALLOWANCE', earlier))).toEqual(words(adviceOn('DFUC_ALLOWANCE', advice)))
  })
})
