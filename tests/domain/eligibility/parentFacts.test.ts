import type { LostContact, Parent } from '@domain/eligibility/facts'
import { factsFromAnswers } from '@domain/eligibility/factsFromAnswers'
import type { Answer, Answers } from '@domain/eligibility/questions'
import { dfuc, family } from './families'

type Facts = Omit<Parent, 'role'>

describe('妈妈去世，爸爸只有一样不清楚：问的就是那一样', () => {
  test.each<[Facts, string]>([
    [{ disabilities: undefined }, 'disabilities'],
    [{ disabilities: [{ type: 'physical', certified: true }] }, 'disabilities.grade'],
    [{ disabilities: [{ type: 'multiple', grade: 3, certified: true }] }, 'disabilities.type'],
    [{ disabilities: [{ type: 'physical', grade: 1, certified: false }] }, 'disabilities.certified'],
    [{ seriouslyIll: undefined }, 'seriouslyIll'],
    [{ seriouslyIll: undefined, illnesses: ['尿毒症'] }, 'seriouslyIll'],
    [{ imprisoned: undefined }, 'imprisoned'],
    [{ imprisoned: true }, 'imprisoned.termMonths'],
    [{ imprisoned: {} }, 'imprisoned.termMonths'],
    [{ imprisoned: { termMonths: 12, from: '2025-01-01' } }, 'imprisoned.releasedOn'],
    [{ compulsoryRehab: undefined }, 'compulsoryRehab'],
    [{ compulsoryRehab: {} }, 'compulsoryRehab.termMonths'],
    [{ otherRestriction: undefined }, 'otherRestriction'],
    [{ otherRestriction: true }, 'otherRestriction.termMonths'],
    [{ otherRestriction: { from: '2026-01-01' } }, 'otherRestriction.termMonths'],
    [{ lostContact: undefined }, 'lostContact'],
    [{ lostContact: true }, 'lostContact.policeAcceptedOn'],
    [{ lostContact: {} }, 'lostContact.policeAcceptedOn'],
    [{ guardianshipRevoked: undefined }, 'guardianshipRevoked'],
    [{ deported: undefined }, 'deported'],
  ])('%j：%s', (father, fact) => {
    const { result, missing } = dfuc(family(father, { dead: true }))
    expect([result, missing]).toEqual(['NEEDS_INFO', [`parents.father.${fact}`]])
  })
})

describe('报警到了哪一步', () => {
  const choice = (value: string): Answer => ({ kind: 'choice', values: [value] })
  const lost = (report: Answers): LostContact | boolean | undefined =>
    factsFromAnswers({ 'father.situation': choice('lostContact'), ...report }).parents?.[0]?.lostContact
  const nothingInHand = { policeReceipt: false, establishedByStreet: false }

  test.each<[string, Answers, LostContact]>([
    ['有回执单', { 'father.lostReport': choice('receipt') }, { policeReceipt: true }],
    ['街道查实了', { 'father.lostReport': choice('street') }, { establishedByStreet: true }],
    ['没报过警', { 'father.lostReport': choice('never') }, { policeAcceptedOn: null, ...nothingInHand }],
    [
      '受理了，还没有回执单',
      {
        'father.lostReport': choice('accepted'),
        'father.lostAcceptedOn': { kind: 'date', value: '2026-01-03' },
      },
      { policeAcceptedOn: '2026-01-03', ...nothingInHand },
    ],
    ['受理了，哪天不清楚', { 'father.lostReport': choice('accepted') }, nothingInHand],
    ['不清楚', {}, {}],
  ])('%s', (_what, report, facts) => {
    expect(lost(report)).toEqual(facts)
  })
})
