import { newDraft } from '@domain/application/draft'
import { allPhotos } from '@domain/application/draftPapers'
import { pruneDraft } from '@domain/application/draftPruning'
import { choose, completeDraft, grandmothersDraft, withAnswer } from './family'

test('没有变化的，剪了和没剪一样', () => {
  expect(pruneDraft(completeDraft())).toEqual(completeDraft())
})

test('爸爸不是服刑，是去世：刑期的回答和判决书都不要了，别的都在', () => {
  const before = withAnswer(completeDraft(), 'father.situation', choose('dead'))
  const after = pruneDraft(before)
  expect(after.answers['father.imprisonedTerm']).toBeUndefined()
  expect(after.papers['father.criminalJudgment']).toBeUndefined()
  expect(after.papers['mother.deathProof']).toEqual(before.papers['mother.deathProof'])
  expect(allPhotos(after)).toHaveLength(allPhotos(before).length - 1)
})

test('不再有有关身体的材料：那份同意也不留', () => {
  const ill = completeDraft(grandmothersDraft({ 'father.situation': choose('illness') }))
  expect(ill.consents.healthDocuments?.given).toBe(true)
  const after = pruneDraft(withAnswer(ill, 'father.situation', choose('dead')))
  expect(after.consents).toEqual({ childData: ill.consents.childData })
})

test('改成妈妈申请：不再问是不是监护人', () => {
  const draft = completeDraft()
  const after = pruneDraft({ ...draft, applicant: { ...draft.applicant, relation: 'mother' } })
  expect(after.applicant.authority).toBeUndefined()
  expect(after.papers.entrustment).toBeUndefined()
})

test('剪两次和剪一次一样', () => {
  const once = pruneDraft(withAnswer(completeDraft(), 'father.situation', choose('lostContact')))
  expect(pruneDraft(once)).toEqual(once)
})

test.each([
  ['街道', '150302001', '150302001'],
  ['外省', '110000', '110000'],
  ['只到区：还要问街道', '150302', undefined],
])('查过的地方带过来：%s', (_, value, expected) => {
  const draft = newDraft('DFUC_ALLOWANCE', 'id', '2026-11-18T08:00:00.000Z', {
    'child.hukou': { kind: 'division', value },
    'child.residence': { kind: 'unknown' },
  })
  expect(draft.child).toEqual(expected ? { hukou: expected } : {})
})
