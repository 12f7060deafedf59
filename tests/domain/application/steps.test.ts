import fc from 'fast-check'
import type { Draft } from '@domain/application/draft'
import { nextStep, previousStep, progressOf, stages, stepById, visibleSteps } from '@domain/application/steps'
import { parentRoles, applicantRelations } from '@domain/eligibility/facts'
import { parentQuestions, type Answer } from '@domain/eligibility/questions'
import { situations } from '@domain/eligibility/questionTexts'
import {
  authorityOptions,
  helperOptions,
  relationOptions,
  safeToContactOptions,
} from '@domain/application/stepWords'
import { authorities, helpers } from '@domain/people/relations'
import { serviceCodes, type ServiceCode } from '@domain/services/catalogue'
import { choose, grandmothersDraft, notKnown, withAnswer } from './family'

const ids = (draft: Draft) => visibleSteps(draft).map((step) => step.id)
const opening = ['helper', 'relation', 'authority', 'applicant', 'contact', 'child', 'hukou', 'residence']

test('奶奶替孙子办：爸爸服刑，妈妈去世', () => {
  expect(ids(grandmothersDraft())).toEqual([
    ...opening,
    'question.father.situation',
    'question.father.imprisonedTerm',
    'question.mother.situation',
    'consents.childData',
    'papers',
    'check',
  ])
})

test.each([
  ['还没说父母的情况', {}, [], []],
  [
    '爸爸有残疾证：问类别，要有关身体材料的同意',
    { 'father.situation': choose('disability') },
    ['disabilityType'],
    ['healthDocuments'],
  ],
  ['爸爸得了重病', { 'father.situation': choose('illness') }, ['illness'], ['healthDocuments']],
  ['爸爸联系不上：问报没报警', { 'father.situation': choose('lostContact') }, ['lostReport'], []],
  ['爸爸去世：不再问', { 'father.situation': choose('dead') }, [], []],
  ['爸爸的情况不清楚：不追问', { 'father.situation': notKnown }, [], []],
])('%s', (_, answers, followUps, health) => {
  expect(ids(grandmothersDraft(answers))).toEqual([
    ...opening,
    'question.father.situation',
    ...followUps.map((topic) => `question.father.${topic}`),
    'question.mother.situation',
    'consents.childData',
    ...health.map((kind) => `consents.${kind}`),
    'papers',
    'check',
  ])
})

test.each(applicantRelations)('关系是 %s：只有亲属和其他人要说是不是监护人', (relation) => {
  const draft = grandmothersDraft()
  const steps = ids({ ...draft, applicant: { ...draft.applicant, relation } })
  expect(steps.includes('authority')).toBe(['grandparent', 'otherRelative', 'other'].includes(relation))
})

const livingAt = (hukou: string, residence: string, service: ServiceCode = 'DFUC_ALLOWANCE'): Draft => {
  const draft = grandmothersDraft()
  return { ...draft, service, child: { ...draft.child, hukou, residence } }
}

test.each([
  ['户口、住处都在外省', livingAt('110000', '130000')],
  ['低保，户口在外省', livingAt('110000', '150302001', 'DIBAO')],
  ['入学，住在外省', livingAt('150302001', '110000', 'SCHOOL_ONE_THING')],
])('%s：不再往下问，不收孩子父母的情况', (_, draft) => {
  const beforeAuthority = opening.filter((id) => id !== 'authority' || draft.applicant.relation)
  expect(ids(draft)).toEqual(beforeAuthority)
})

test.each([
  ['户口在外省，住在乌海', '110000', '150302001'],
  ['户口在乌海，住在外省', '150302001', '110000'],
])('%s：拍材料以前，先说清由谁收、由谁审', (_, hukou, residence) => {
  const steps = ids(livingAt(hukou, residence))
  expect(steps.slice(0, 9)).toEqual([...opening, 'route'])
  expect(steps).toContain('papers')
  expect(ids(livingAt('150302001', '150302001'))).not.toContain('route')
})

test('请儿童主任：问想帮什么，没有材料这一页', () => {
  const draft: Draft = { ...grandmothersDraft({}), service: 'DIRECTOR_VISIT' }
  expect(ids(draft)).toEqual([...opening, 'detail.visitTopics', 'consents.childData', 'check'])
})

test('收养预约：只问自己，不问孩子，也不问是孩子的什么人', () => {
  const draft: Draft = { ...grandmothersDraft({}), service: 'ADOPTION', applicant: {} }
  expect(ids(draft)).toEqual([
    'helper',
    'applicant',
    'contact',
    'hukou',
    'residence',
    'detail.adoptionRole',
    'detail.appointmentTime',
    'consents.childData',
    'check',
  ])
  expect(stepById(draft, 'hukou')?.title).toBe('您的户口在哪里？')
})

test('照片一拍就上传，所以同意排在材料前面', () => {
  const steps = ids(grandmothersDraft({ 'father.situation': choose('illness', 'disability') }))
  for (const id of steps.filter((step) => step.startsWith('consents.')))
    expect(steps.indexOf(id)).toBeLessThan(steps.indexOf('papers'))
})

test('替别人填的时候，题目说“申请人”', () => {
  const draft = grandmothersDraft()
  const titleFor = (helper: (typeof helpers)[number]) =>
    stepById({ ...draft, applicant: { ...draft.applicant, helper } }, 'relation')?.title
  expect(titleFor('none')).toBe('您是孩子的什么人？')
  expect(titleFor('childDirector')).toBe('申请人是孩子的什么人？')
})

test('每一种回答都有话说，亲属先问“是不是监护人”', () => {
  const everyRelation = serviceCodes.flatMap(relationOptions)
  for (const options of [helperOptions, everyRelation, authorityOptions, safeToContactOptions])
    for (const { label, note = '' } of options) {
      expect(label.length).toBeGreaterThan(1)
      expect(label.length).toBeLessThanOrEqual(20)
      expect(`${label}${note}`).not.toMatch(/[a-zA-Z{}]|undefined|困境/)
    }
  expect(relationOptions('DFUC_ALLOWANCE').find(({ value }) => value === 'guardian')).toEqual({
    value: 'guardian',
    label: '监护人',
    note: '由法院或村（居）委会指定',
  })
  expect(helperOptions.map(({ value }) => value)).toEqual([...helpers])
  expect(authorityOptions.map(({ value }) => value)).toEqual([...authorities])
})

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(notKnown),
  fc.subarray([...situations], { minLength: 1, maxLength: 4 }).map((values) => choose(...values)),
)

/** Any family: applicant, places, the situations of both parents and the first option of every follow-up. */
const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    relation: fc.option(fc.constantFrom(...applicantRelations), { nil: undefined }),
    helper: fc.option(fc.constantFrom(...helpers), { nil: undefined }),
    hukou: fc.constantFrom(undefined, '150302001', '150303', '110000'),
    residence: fc.constantFrom(undefined, '150302002', '440000'),
    father: anyAnswer,
    mother: anyAnswer,
    followUps: fc.boolean(),
  })
  .map(({ relation, helper, hukou, residence, father, mother, followUps }) => {
    const start = grandmothersDraft({ 'father.situation': father, 'mother.situation': mother })
    const draft = { ...start, applicant: { relation, helper }, child: { ...start.child, hukou, residence } }
    return followUps ? answeredThrough(draft) : draft
  })

function answeredThrough(draft: Draft): Draft {
  const open = parentRoles
    .flatMap((role) => parentQuestions(role, draft.answers))
    .find((question) => !draft.answers[question.id])
  if (!open) return draft
  const [first] = open.options ?? []
  return answeredThrough(
    withAnswer(draft, open.id, first ? choose(first.value) : { kind: 'date', value: '2026-03-05' }),
  )
}

test('往前走到头，再往回走，经过同样的页', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const all = ids(draft)
      expect(new Set(all).size).toBe(all.length)
      const forwards = [all[0] as string]
      for (let step = nextStep(draft, forwards[0] ?? ''); step; step = nextStep(draft, step.id))
        forwards.push(step.id)
      expect(forwards).toEqual(all)
      const backwards = [all[all.length - 1] as string]
      for (let step = previousStep(draft, backwards[0] ?? ''); step; step = previousStep(draft, step.id))
        backwards.push(step.id)
      expect(backwards.reverse()).toEqual(all)
    }),
  )
})

test('步数只往前数，总是共 7 步', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const positions = visibleSteps(draft).map((step) => progressOf(step))
      const numbers = positions.map(({ position }) => position)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      expect(numbers[0]).toBe(1)
      for (const { position, total, words } of positions) {
        expect(total).toBe(stages.length)
        expect(words).toBe(`第 ${position} 步，共 7 步`)
      }
    }),
  )
})

test('已经不问的那一页，没有前后', () => {
  expect(stepById(grandmothersDraft(), 'question.mother.illness')).toBeUndefined()
  expect(nextStep(grandmothersDraft(), 'question.mother.illness')).toBeUndefined()
  expect(previousStep(grandmothersDraft(), 'helper')).toBeUndefined()
  expect(nextStep(grandmothersDraft(), 'check')).toBeUndefined()
})

test('每一页的题目都短，没有英文', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const { title } of visibleSteps(draft)) {
        expect(title.length).toBeLessThanOrEqual(25)
        expect(title).not.toMatch(/[{}a-zA-Z…]|困境|孤儿/)
      }
    }),
  )
})
