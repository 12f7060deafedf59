import type { Child, Household, Settings } from '@domain/eligibility/facts'
import { foresee, type Foresight } from '@domain/eligibility/foresight'
import { provisionIds } from '@domain/policy/provisions'
import { settings } from './families'

/*
 * What the tests of foresight share: families, and what they are told, a line for each event. The day is 2026-03-31; the
 * 渐退期 of six months is a test value, not policy.
 */

export const notPublished: Settings = { ...settings, gradualExitMonths: null }
export const dead = { dead: true }
/** Able neither by a ground nor by a fact: what a child on 特困 has for a mother. */
export const unable = { ableToCare: false }

/** A line for each event, every one of them with a provision of the text; an exit rests on the list of exits. */
export const told = (household: Household, of?: Foresight['code']) =>
  foresee(household)
    .filter(({ code }) => of === undefined || code === of)
    .map(({ on = '没有日子', kind, exit, text, provision }) => {
      expect(provisionIds).toContain(provision)
      if (exit) expect([text, provision]).toEqual([text, '1.1-j'])
      return [on, kind, ...(exit ? [exit] : []), text].join(' ')
    })

export const withSettings = (household: Household, published: Settings): Household => ({
  ...household,
  settings: published,
})

export function child(
  birthDate: string,
  as: 'orphan' | 'deFactoUnattended' | 'extremePoverty',
  more: Child = {},
): Child {
  return { birthDate, recognised: [{ as, since: '2020-01-01' }], insured: 'wuhai', ...more }
}

export const at = (stage: NonNullable<Child['schooling']>['stage']): Child => ({
  schooling: { stage, fullTime: true },
})
