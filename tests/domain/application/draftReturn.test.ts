import { readDraft } from '@domain/application/draftReader'
import { papersNoLongerAsked, titlesToAnswerAgain } from '@domain/application/draftReturn'
import type { Draft } from '@domain/application/draft'
import { choose, completeDraft, today, withAnswer } from './family'

const reopened = (change: (json: Record<string, unknown>) => object): Draft => {
  const json = JSON.parse(JSON.stringify(completeDraft())) as Record<string, unknown>
  const draft = readDraft({ ...json, ...change(json) })
  if (!draft) throw new Error('it opens')
  return draft
}
const within = (part: unknown, change: object) => ({ ...(part as object), ...change })

test('什么都还合适：什么都不用再答', () => {
  const draft = reopened(() => ({}))
  expect(draft.again).toBeUndefined()
  expect(titlesToAnswerAgain(draft, today)).toEqual([])
})

test.each<[string, (json: Record<string, unknown>) => object, string]>([
  [
    '选项没有了',
    ({ answers }) => ({
      answers: within(answers, { 'father.situation': { kind: 'choice', values: ['onTheMoon'] } }),
    }),
    '孩子爸爸',
  ],
  [
    '问法变了：多选成了日期',
    ({ answers }) => ({
      answers: within(answers, { 'father.situation': { kind: 'date', value: '2020-01-01' } }),
    }),
    '孩子爸爸',
  ],
  [
    '这层关系不能办了',
    ({ applicant }) => ({ applicant: within(applicant, { relation: 'neighbour' }) }),
    '什么人',
  ],
  ['住处坏了', ({ child }) => ({ child: within(child, { residence: 'here' }) }), '现在住哪里'],
  [
    '同意的说明改过了',
    () => ({ consents: { childData: { given: true, noticeVersion: 'childData-1' } } }),
    '您同意',
  ],
  ['照片的记录坏了', () => ({ papers: { childPhoto: { photos: [{ file: 'a.jpg' }] } } }), '拍材料'],
])('%s：说出要再答哪一样', (_, change, words) => {
  const titles = titlesToAnswerAgain(reopened(change), today)
  expect(titles.some((title) => title.includes(words))).toBe(true)
})

test('再答过的，不再提；又关掉再打开，没答的还在', () => {
  const broken = reopened(({ answers }) => ({
    answers: within(answers, { 'father.situation': { kind: 'choice', values: ['onTheMoon'] } }),
  }))
  const saved = readDraft(JSON.parse(JSON.stringify(broken)))
  expect(saved?.again).toEqual(['question.father.situation'])
  const answered = withAnswer(broken, 'father.situation', choose('dead'))
  expect(titlesToAnswerAgain(answered, today)).toEqual([])
})

test('填到一半的字不算要再答', () => {
  const { again } = reopened(({ child }) => ({ child: within(child, { name: '王', idNumber: '1503' }) }))
  expect(again).toBeUndefined()
})

test('没人再要的材料，有照片的才说', () => {
  const draft = completeDraft()
  const photos = [{ clientId: 'a', file: 'a.jpg' }]
  expect(papersNoLongerAsked(draft)).toEqual([])
  const more = { ...draft, papers: { ...draft.papers, 'father.disabilityCard': { photos } } } as Draft
  expect(papersNoLongerAsked(more)).toHaveLength(1)
  const none = { ...draft, papers: { ...draft.papers, 'father.disabilityCard': { photos: [] } } } as Draft
  expect(papersNoLongerAsked(none)).toEqual([])
})
