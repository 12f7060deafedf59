import fc from 'fast-check'
import { addDays } from '@domain/calendar/date'
import { assess } from '@domain/eligibility/assess'
import type { Household } from '@domain/eligibility/facts'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { anyHousehold } from './anyHousehold'
import { today } from './families'

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
