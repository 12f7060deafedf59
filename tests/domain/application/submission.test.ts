import { ApplicationSubmission } from '@contracts/applications'
import { consentNotices } from '@domain/application/consentNotices'
import type { ConsentActor } from '@domain/application/consents'
import type { Draft, DraftApplicant } from '@domain/application/draft'
import { papersLater } from '@domain/application/draftPapers'
import { factsOfDraft } from '@domain/application/draftFacts'
import { submissionFrom } from '@domain/application/submission'
import { situations } from '@domain/eligibility/questionTexts'
import {
  choose,
  childsId,
  completeDraft,
  grandmothersDraft,
  uuid,
  withAllPapers,
  withAllConsents,
} from './family'

const policyVersion = 'draft-1'
const submit = (draft: Draft) => submissionFrom(draft, policyVersion)

test('填好的一份，收的那一头认得', () => {
  const submission = submit(completeDraft())
  expect(ApplicationSubmission.safeParse(submission)).toMatchObject({ success: true })
  expect(submission).toMatchObject({
    applicant: { name: '李秀英', phone: '13800000000', safeToContact: true, helper: 'none' },
    child: { name: '王小明', idNumber: childsId },
    facts: {
      child: {
        birthDate: '2016-03-05',
        hukou: { division: '150302001' },
        residence: { division: '150302002' },
      },
      applicant: { relation: 'grandparent', entrusted: true },
      parents: [
        { role: 'father', imprisoned: { termMonths: 6 } },
        { role: 'mother', dead: true },
      ],
    },
    consents: [{ kind: 'childData', actor: 'applicant' }],
  })
})

test('父母的每一种组合，收的那一头都认得', () => {
  for (const father of situations)
    for (const mother of situations) {
      const draft = completeDraft(
        grandmothersDraft({ 'father.situation': choose(father), 'mother.situation': choose(mother) }),
      )
      const parsed = ApplicationSubmission.safeParse(submit(draft))
      expect([father, mother, parsed.success]).toEqual([father, mother, true])
    }
})

test('原样再发一次，一个字都不变；收下的和发出的一样', () => {
  const [first, second] = [
    submit(completeDraft()),
    submit(JSON.parse(JSON.stringify(completeDraft())) as Draft),
  ]
  expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  expect(ApplicationSubmission.parse(first)).toEqual(first)
})

test.each<[string, (draft: Draft) => Draft]>([
  ['没有姓名', (draft) => ({ ...draft, applicant: { ...draft.applicant, name: undefined } })],
  ['没有号码', (draft) => ({ ...draft, applicant: { ...draft.applicant, idNumber: '' } })],
  ['没有电话', (draft) => ({ ...draft, applicant: { ...draft.applicant, phone: undefined } })],
  ['没说谁填', (draft) => ({ ...draft, applicant: { ...draft.applicant, helper: undefined } })],
  ['没有孩子的姓名', (draft) => ({ ...draft, child: { ...draft.child, name: undefined } })],
  ['没有孩子的号码', (draft) => ({ ...draft, child: { ...draft.child, idNumber: undefined } })],
  [
    '有一张照片没到',
    (draft) => ({
      ...draft,
      papers: { ...draft.papers, childPhoto: { photos: [{ clientId: 'a', file: 'b' }] } },
    }),
  ],
])('%s：什么都不发', (_, change) => {
  expect(submit(change(completeDraft()))).toBeUndefined()
})

test('没说能不能打电话：当作不能', () => {
  const draft = completeDraft()
  const submission = submit({ ...draft, applicant: { ...draft.applicant, safeToContact: undefined } })
  expect(submission?.applicant.safeToContact).toBe(false)
})

test.each<[string, DraftApplicant, ConsentActor]>([
  ['妈妈自己办', { relation: 'mother', helper: 'none' }, 'guardian'],
  ['奶奶是监护人', { relation: 'grandparent', authority: 'guardian', helper: 'none' }, 'guardian'],
  ['儿童主任替妈妈填', { relation: 'mother', helper: 'childDirector' }, 'guardianOnHelpersPhone'],
  [
    '孙女替奶奶填',
    { relation: 'grandparent', authority: 'guardian', helper: 'family' },
    'guardianOnHelpersPhone',
  ],
  [
    '奶奶受委托：不记成监护人',
    { relation: 'grandparent', authority: 'entrusted', helper: 'none' },
    'applicant',
  ],
  [
    '奶奶不清楚：不记成监护人',
    { relation: 'grandparent', authority: 'unknown', helper: 'none' },
    'applicant',
  ],
  ['村委会', { relation: 'villageCommittee', helper: 'none' }, 'applicant'],
  ['孩子本人', { relation: 'self', helper: 'none' }, 'child'],
])('同意是谁给的：%s', (_, applicant, actor) => {
  const draft = completeDraft()
  const submission = submit({
    ...draft,
    applicant: { ...draft.applicant, authority: undefined, ...applicant },
  })
  expect(submission?.consents).toEqual([
    { kind: 'childData', noticeVersion: consentNotices.childData.version, actor },
  ])
})

test('稍后补的也列上，没有照片', () => {
  const draft = completeDraft()
  const later = { ...draft, papers: { ...draft.papers, bankCard: { photos: [], later: true } } }
  expect(submit(later)?.papers.filter(({ attachmentIds }) => attachmentIds.length === 0)).toEqual([
    { paper: 'bankCard', attachmentIds: [] },
  ])
  expect(papersLater(later)).toEqual(['bankCard'])
})

test('不同意有关身体的材料：拍过的那几张也不发', () => {
  const draft = grandmothersDraft({
    'father.situation': choose('illness'),
    'mother.situation': choose('dead'),
  })
  const agreed = withAllPapers(withAllConsents(draft))
  const childData = agreed.consents.childData
  const health = { given: false, noticeVersion: 'healthDocuments-1' }
  const submission = submit({ ...agreed, consents: { childData, healthDocuments: health } })
  expect(submission?.papers.find(({ paper }) => paper === 'father.diagnosis')?.attachmentIds).toEqual([])
  expect(submission?.papers.find(({ paper }) => paper === 'mother.deathProof')?.attachmentIds).toHaveLength(1)
  expect(submission?.consents.map(({ kind }) => kind)).toEqual(['childData'])
})

test('不再要的材料，拍过也不发', () => {
  const draft = completeDraft()
  const extra = {
    ...draft.papers,
    'mother.criminalJudgment': { photos: [{ clientId: 'z', file: 'z', attachmentId: uuid(9) }] },
  }
  expect(submit({ ...draft, papers: extra })?.papers.map(({ paper }) => paper)).not.toContain(
    'mother.criminalJudgment',
  )
})

test('生日取自身份证号，地方取自这份申请，不取查的时候填的', () => {
  const draft = grandmothersDraft({
    'child.birthDate': { kind: 'date', value: '2011-01-01' },
    'child.hukou': { kind: 'division', value: '150304' },
  })
  expect(factsOfDraft(draft).child).toMatchObject({
    birthDate: '2016-03-05',
    hukou: { division: '150302001' },
  })
})

test('不清楚是不是监护人：不替人说是，也不说不是', () => {
  const draft = grandmothersDraft()
  const facts = factsOfDraft({ ...draft, applicant: { ...draft.applicant, authority: 'unknown' } })
  expect(facts.applicant).toEqual({ relation: 'grandparent' })
})
