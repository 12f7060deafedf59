import { parentRoles, type FamilyFacts, type Parent, type ParentRole } from '@domain/eligibility/facts'
import { paperOf, parentOf } from '@domain/services/paperCatalogue'
import { requiredPapers } from '@domain/services/requiredPapers'

const always = ['childHukouBook', 'birthCertificate', 'childPhoto', 'bankCard', 'applicantIdCard']

const on = '2026-11-18'
const asked = (facts: FamilyFacts) =>
  requiredPapers('DFUC_ALLOWANCE', { facts, details: {}, on }).map(({ paper }) => paper)
const whyOf = (facts: FamilyFacts, id: string) =>
  requiredPapers('DFUC_ALLOWANCE', { facts, details: {}, on }).find(({ paper }) => paper === id)?.why

type Situation = Omit<Parent, 'role'>

/** What a family says about a parent → the paper asked, and the reason it reads for the father. */
const situations: [string, Situation, string[], string?][] = [
  ['什么都没说', {}, []],
  ['能照顾', { ableToCare: true }, []],
  ['去世', { dead: true }, ['deathProof'], '因为您说孩子爸爸去世了。'],
  ['没去世', { dead: false }, []],
  ['法院宣告失踪', { declaredMissing: true }, ['missingJudgment'], '因为您说法院宣告孩子爸爸失踪。'],
  ['服刑', { imprisoned: true }, ['criminalJudgment'], '因为您说孩子爸爸在服刑。'],
  ['服刑，知道刑期', { imprisoned: { termMonths: 30 } }, ['criminalJudgment']],
  ['没服刑', { imprisoned: false }, []],
  ['强制戒毒', { compulsoryRehab: {} }, ['rehabDecision'], '因为您说孩子爸爸在强制戒毒。'],
  ['其他限制自由', { otherRestriction: true }, ['restrictionDocument'], '因为您说孩子爸爸被限制了自由。'],
  ['失联', { lostContact: true }, ['lostContactReceipt'], '因为您说联系不上孩子爸爸。'],
  ['失联，没报警', { lostContact: { policeAcceptedOn: null } }, ['lostContactReceipt']],
  ['联系得上', { lostContact: false }, []],
  ['撤销监护', { guardianshipRevoked: true }, ['revocationJudgment'], '因为您说孩子爸爸被撤销了监护资格。'],
  ['遣送出境', { deported: true }, ['deportationDocument'], '因为您说孩子爸爸被遣送出境。'],
  [
    '残疾',
    { disabilities: [{ type: 'physical', grade: 1 }] },
    ['disabilityCard'],
    '因为您说孩子爸爸有残疾。',
  ],
  ['没有残疾', { disabilities: [] }, []],
  ['重病', { seriouslyIll: true }, ['diagnosis'], '因为您说孩子爸爸得了重病。'],
  ['有病名', { illnesses: ['尿毒症'] }, ['diagnosis']],
  ['没有病', { illnesses: [], seriouslyIll: false }, []],
  [
    '又服刑又残疾：两样都要',
    { imprisoned: true, disabilities: [{ type: 'mental' }] },
    ['criminalJudgment', 'disabilityCard'],
  ],
  ['服刑时去世：只要死亡证明', { dead: true, imprisoned: true }, ['deathProof']],
  ['宣告失踪后又失联：只要判决书', { declaredMissing: true, lostContact: true }, ['missingJudgment']],
  ['宣告失踪后确认去世：只要死亡证明', { dead: true, declaredMissing: true }, ['deathProof']],
]

describe.each(parentRoles)('%s', (role) => {
  test.each(situations.map(([name, ...row]) => [name, row] as const))('%s', (_, [situation, kinds, why]) => {
    const facts = { parents: [{ role, ...situation }] }
    expect(asked(facts)).toEqual([...always, ...kinds.map((kind) => `${role}.${kind}`)])
    const words = role === 'father' ? why : why?.replace('爸爸', '妈妈')
    if (words) expect(whyOf(facts, `${role}.${kinds[0]}`)).toBe(words)
  })
})

test('父母两个人的每一种组合：各要各的，不多不少', () => {
  for (const [, father, fatherKinds] of situations)
    for (const [, mother, motherKinds] of situations) {
      const papers = asked({
        parents: [
          { role: 'father', ...father },
          { role: 'mother', ...mother },
        ],
      })
      const expected = (role: ParentRole, kinds: string[]) => kinds.map((kind) => `${role}.${kind}`)
      expect(papers).toEqual([
        ...always,
        ...expected('father', fatherKinds),
        ...expected('mother', motherKinds),
      ])
      expect(new Set(papers).size).toBe(papers.length)
      const purposes = papers.map((paper) => `${parentOf(paper) ?? ''}${paperOf(paper).purpose}`)
      expect(new Set(purposes).size).toBe(purposes.length)
    }
})

test.each([
  ['爸爸申请', { relation: 'father' }, undefined],
  ['妈妈申请', { relation: 'mother' }, undefined],
  ['奶奶受委托', { relation: 'grandparent', entrusted: true }, 'entrustment'],
  ['奶奶是监护人', { relation: 'grandparent', entrusted: false }, 'guardianshipProof'],
  ['奶奶不清楚', { relation: 'grandparent' }, 'entrustment'],
  ['姑姑受委托', { relation: 'otherRelative', entrusted: true }, 'entrustment'],
  ['监护人', { relation: 'guardian' }, 'guardianshipProof'],
  ['村（居）委会', { relation: 'villageCommittee' }, undefined],
  ['福利机构', { relation: 'institution' }, undefined],
  ['还不知道是谁', {}, undefined],
] as const)('%s', (_, applicant, paper) => {
  expect(asked({ applicant }).slice(always.length)).toEqual(paper ? [paper] : [])
})

test('说有残疾证，不记得类别：残疾证也要；说过没有的不会因此多要', () => {
  const papers = requiredPapers(
    'DFUC_ALLOWANCE',
    { facts: { parents: [{ role: 'father' }, { role: 'mother', dead: true }] }, details: {}, on },
    { father: ['disabilityCard'], mother: ['disabilityCard'] },
  )
  expect(papers.map(({ paper }) => paper).slice(always.length)).toEqual([
    'father.disabilityCard',
    'mother.deathProof',
  ])
})
