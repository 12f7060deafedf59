import fc from 'fast-check'
import { consentNotices } from '@domain/application/consentNotices'
import { draftShape, type Draft } from '@domain/application/draft'
import { readDraft } from '@domain/application/draftReader'
import { visibleSteps } from '@domain/application/steps'
import { choose, completeDraft, grandmothersDraft, notKnown } from './family'

/** As storage gives it back. */
const stored = (draft: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(draft)) as Record<string, unknown>

test.each<[string, Draft]>([
  ['刚开始', grandmothersDraft({})],
  ['填好了', completeDraft()],
  [
    '有照片没传完，有材料稍后补，有不清楚',
    {
      ...grandmothersDraft({
        'father.situation': notKnown,
        'mother.situation': choose('lostContact', 'illness'),
      }),
      papers: {
        childPhoto: { photos: [{ clientId: 'a', file: 'a.jpg' }] },
        bankCard: { photos: [], later: true },
      },
      consents: { childData: { given: false, noticeVersion: consentNotices.childData.version } },
      step: 'papers',
      idempotencyKey: 'key',
    },
  ],
  ['停在选地方的那一层', { ...grandmothersDraft(), step: 'hukou', placeList: { area: '150302', page: 1 } }],
])('存下再打开，一样不少：%s', (_, draft) => {
  expect(readDraft(stored(draft))).toEqual(stored(draft))
})

/** As version 1 of the program kept it, letter for letter: phones hold such drafts for months. */
const ofShape1 = JSON.stringify({
  shape: 1,
  id: '6d2c7a0e-54a8-4f0e-9d65-1d5d4f6f0a01',
  service: 'DFUC_ALLOWANCE',
  applicant: { helper: 'none', relation: 'grandparent', authority: 'entrusted', name: '李秀英' },
  child: { name: '王小明', hukou: '150302001' },
  answers: { 'father.situation': { kind: 'choice', values: ['imprisoned'] } },
  papers: { childPhoto: { photos: [{ clientId: 'a', file: 'a.jpg' }] } },
  consents: { childData: { given: true, noticeVersion: 'childData-2' } },
  step: 'papers',
  idempotencyKey: 'key',
  updatedAt: '2026-11-18T08:00:00.000Z',
})

test('第一版存下的，一样都不丢；说明改过的，要再看一遍', () => {
  const older = JSON.parse(ofShape1) as Record<string, unknown>
  const again = ['consents.childData']
  expect(readDraft(older)).toEqual({ ...older, shape: draftShape, details: {}, again })
})

test('只有这件事问的，存下再打开也在；坏了的那一个再问', () => {
  const details = {
    visitTopics: { kind: 'choice', values: ['school'] },
    caregiverName: { kind: 'text', value: '王芳' },
    careFrom: { kind: 'date', value: '2026-11-01' },
    homeOwnership: { kind: 'unknown' },
  }
  const draft = { ...stored(grandmothersDraft()), details }
  expect(readDraft(draft)?.details).toEqual(details)
  const broken = {
    ...details,
    visitTopics: { kind: 'choice' },
    caregiverName: 7,
    nothing: { kind: 'unknown' },
  }
  expect(readDraft({ ...draft, details: broken })?.details).toEqual({
    careFrom: details.careFrom,
    homeOwnership: details.homeOwnership,
  })
})

test.each([
  ['什么都没有', undefined],
  ['空', null],
  ['一句话', 'draft'],
  ['一个数', 1],
  ['一串', []],
  ['空的一份', {}],
  ['没有编号', { ...stored(grandmothersDraft()), id: undefined }],
  ['没有时间', { ...stored(grandmothersDraft()), updatedAt: 5 }],
  ['不认识的事项', { ...stored(grandmothersDraft()), service: 'NOT_A_SERVICE' }],
  ['更新的版本存的', { ...stored(grandmothersDraft()), shape: draftShape + 1 }],
  ['没有版本', { ...stored(grandmothersDraft()), shape: undefined }],
  ['版本是文字', { ...stored(grandmothersDraft()), shape: 'constructor' }],
])('打不开就说打不开：%s', (_, value) => {
  expect(readDraft(value)).toBeUndefined()
})

test('坏了一处，别处都还在', () => {
  const whole = stored(completeDraft())
  const broken: [keyof Draft, unknown][] = [
    ['applicant', 'x'],
    ['child', null],
    ['answers', []],
    ['papers', 3],
    ['consents', 'yes'],
    ['step', 7],
    ['placeList', { page: 2 }],
  ]
  for (const [part, value] of broken) {
    const read = readDraft({ ...whole, [part]: value })
    for (const other of Object.keys(whole))
      if (other !== part) expect(read?.[other as keyof Draft]).toEqual(whole[other])
  }
})

test('不认识的内容不带进来', () => {
  const read = readDraft({
    ...stored(grandmothersDraft()),
    answers: {
      'father.situation': { kind: 'choice', values: ['dead'] },
      'mother.situation': { kind: 'choice', values: 'dead' },
      'child.shoeSize': { kind: 'unknown' },
      constructor: { kind: 'unknown' },
      'child.hukou': { kind: 'division' },
    },
    papers: { 'uncle.deathProof': { photos: [] }, childPhoto: { photos: [{ clientId: 'a' }, null, 5] } },
    consents: { childData: { given: 'yes', noticeVersion: '1' } },
    applicant: { relation: 'neighbour', helper: 'none', safeToContact: 'yes' },
    child: { hukou: '15030' },
  })
  expect(read).toMatchObject({
    answers: { 'father.situation': choose('dead') },
    papers: { childPhoto: { photos: [] } },
    consents: {},
    applicant: { helper: 'none' },
    child: {},
  })
  expect(Object.keys(read?.answers ?? {})).toEqual(['father.situation'])
})

test('随便什么东西都打不坏，打开的都能接着填', () => {
  const part = fc.oneof(fc.anything(), fc.constantFrom('applicant', 'papers'))
  const whole = stored(completeDraft())
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(whole)),
      fc.anything(),
      fc.dictionary(fc.constantFrom('father.situation', '__proto__', 'childPhoto', 'x'), part),
      (key, anything, dictionary) => {
        readDraft(anything)
        for (const value of [anything, dictionary]) {
          const read = readDraft({ ...whole, [key]: value })
          if (read) expect(visibleSteps(read).length).toBeGreaterThan(0)
        }
      },
    ),
  )
})
