import { assess } from '@domain/eligibility/assess'
import type { Household, Parent } from '@domain/eligibility/facts'
import { dfuc, family, orphan, parent } from './families'

/*
 * Every pair of situations of two parents, against the rule said again in sets: what each parent may be (lost, under a
 * ground, able to care), and what every combination of those would give.
 */

type State = 'lost' | 'ground' | 'able'
type Situation = [name: string, facts: Omit<Parent, 'role'> | undefined, may: State[]]

const situations: Situation[] = [
  ['去世', { dead: true }, ['lost']],
  ['宣告失踪', { declaredMissing: true }, ['lost']],
  ['重残', { disabilities: [{ type: 'mental', grade: 4 }] }, ['ground']],
  ['重病', { seriouslyIll: true }, ['ground']],
  ['服刑', { imprisoned: { termMonths: 6 } }, ['ground']],
  ['强制戒毒', { compulsoryRehab: { termMonths: 24 } }, ['ground']],
  ['其他限制', { otherRestriction: { termMonths: 6 } }, ['ground']],
  ['失联', { lostContact: { establishedByStreet: true } }, ['ground']],
  ['撤销监护', { guardianshipRevoked: true }, ['ground']],
  ['遣送出境', { deported: true }, ['ground']],
  ['都没有', {}, ['able']],
  ['刑期不够', { imprisoned: { termMonths: 5 } }, ['able']],
  ['去世没有不清楚', { dead: undefined }, ['lost', 'able']],
  ['刑期不清楚', { imprisoned: true }, ['ground', 'able']],
  [
    '重残，去世没有不清楚',
    { dead: undefined, disabilities: [{ type: 'visual', grade: 1 }] },
    ['lost', 'ground'],
  ],
  ['什么都不清楚', undefined, ['lost', 'ground', 'able']],
]

const household = (father: Situation, mother: Situation) => ({
  ...family({}, {}),
  parents: (['father', 'mother'] as const).flatMap((role) => {
    const facts = (role === 'father' ? father : mother)[1]
    return facts ? [parent(role, facts)] : []
  }),
})

/** The answers on the orphan's allowance and on that of a child de facto without care. */
const bothOf = (household: Household) =>
  assess(household).results.filter(({ code }) => code === 'ORPHAN_ALLOWANCE' || code === 'DFUC_ALLOWANCE')

const settled = (results: string[]) => (new Set(results).size === 1 ? results[0] : 'NEEDS_INFO')
const combine = (father: Situation, mother: Situation, rule: (f: State, m: State) => boolean) =>
  settled(father[2].flatMap((f) => mother[2].map((m) => (rule(f, m) ? 'ELIGIBLE' : 'NOT_ELIGIBLE'))))

describe.each(situations)('爸爸%s，妈妈各种情形', (...father) => {
  test.each(situations)('妈妈%s', (...mother) => {
    const facts = household(father, mother)
    const isOrphan = combine(father, mother, (f, m) => f === 'lost' && m === 'lost')
    const isUnattended = combine(
      father,
      mother,
      (f, m) => f !== 'able' && m !== 'able' && !(f === 'lost' && m === 'lost'),
    )
    const answers = bothOf(facts)
    expect(answers.map(({ result }) => result)).toEqual([isOrphan, isUnattended])
    expect([isOrphan, isUnattended]).not.toEqual(['ELIGIBLE', 'ELIGIBLE'])
    expect(bothOf({ ...facts, parents: facts.parents.slice().reverse() })).toEqual(answers)
  })
})

describe('问全了的家庭', () => {
  test('只知道去世的日子，也算去世；日子在今天以后的不算', () => {
    const dead = (deadSince: string) => orphan(family({ dead: undefined, deadSince }, { dead: true })).result
    expect(dead('2026-03-31')).toBe('ELIGIBLE')
    expect(dead('2026-04-01')).toBe('NEEDS_INFO')
  })

  test('“问过，都没有”一句话就够', () => {
    const parents: Parent[] = [{ role: 'father', ableToCare: true }]
    expect(dfuc({ ...family({}, {}), parents }).result).toBe('NOT_ELIGIBLE')
    expect(orphan({ ...family({}, {}), parents }).result).toBe('NOT_ELIGIBLE')
  })
})
