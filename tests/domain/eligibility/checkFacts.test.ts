import { checkFacts } from '@domain/eligibility/checkFacts'
import type { Child, Household, Parent } from '@domain/eligibility/facts'
import { family } from './families'

/* Today is 2026-03-31, the child was born on 2016-03-31. */

const withChild = (child: Child): Household => family({}, {}, child)
const withFather = (facts: Omit<Parent, 'role'>): Household => family(facts, {})

test.each<[string, Household, string[]]>([
  ['普通的家庭', family({ dead: true }, { imprisoned: { termMonths: 8 } }), []],
  ['什么都没有', {}, []],
  ['明天出生', withChild({ birthDate: '2026-04-01' }), ['child.birthDate: in the future']],
  ['孩子出生前家里就住在这里', withChild({ residence: { since: '2010-01-01' } }), []],
  ['今天出生', withChild({ birthDate: '2026-03-31' }), []],
  ['明天搬来', withChild({ residence: { since: '2026-04-01' } }), ['child.residence.since: in the future']],
  [
    '明天收养',
    withChild({ adoption: { registeredOn: '2026-04-01' } }),
    ['child.adoption.registeredOn: in the future'],
  ],
  [
    '出生前收养',
    withChild({ adoption: { registeredOn: '2016-03-30' } }),
    ['child.adoption.registeredOn: before birth'],
  ],
  ['出生那天收养', withChild({ adoption: { registeredOn: '2016-03-31' } }), []],
  [
    '出生前认定',
    withChild({ recognised: [{ as: 'orphan', since: '2010-01-01' }] }),
    ['child.recognised[0].since: before birth'],
  ],
  [
    '第二项明天认定',
    withChild({ recognised: [{ as: 'subsistenceAllowance' }, { as: 'orphan', since: '2026-04-01' }] }),
    ['child.recognised[1].since: in the future'],
  ],
  ['孩子出生前去世的父亲', withFather({ dead: true, deadSince: '2016-01-01' }), []],
  ['明天去世', withFather({ deadSince: '2026-04-01' }), ['parents[0].deadSince: in the future']],
  [
    '明天失联',
    withFather({ lostContact: { since: '2026-04-01' } }),
    ['parents[0].lostContact.since: in the future'],
  ],
  [
    '明天受理',
    withFather({ lostContact: { policeAcceptedOn: '2026-04-01' } }),
    ['parents[0].lostContact.policeAcceptedOn: in the future'],
  ],
  ['没报过警', withFather({ lostContact: { policeAcceptedOn: null } }), []],
  [
    '释放在入狱前',
    withFather({ imprisoned: { from: '2025-02-01', releasedOn: '2025-01-31' } }),
    ['parents[0].imprisoned.releasedOn: before it began'],
  ],
  ['以后才释放', withFather({ compulsoryRehab: { from: '2025-02-01', releasedOn: '2027-01-31' } }), []],
  ['两个爸爸', { parents: [{ role: 'father' }, { role: 'father' }] }, ['parents[1].role: given twice']],
])('%s', (_what, household, problems) => {
  expect(checkFacts(household).map(({ field, problem }) => `${field}: ${problem}`)).toEqual(problems)
})

test('不知道今天几号，就不说“在今天以后”', () => {
  expect(checkFacts({ ...withChild({ birthDate: '2099-01-01' }), today: undefined })).toEqual([])
})
