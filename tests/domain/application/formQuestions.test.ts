import { answersOfForm, detailsOfForm, formDetails, formQuestions } from '@domain/application/formQuestions'
import type { Answers } from '@domain/eligibility/questions'
import { serviceCodes } from '@domain/services/catalogue'
import { detailIds, type Details } from '@domain/services/details'
import { choose, notKnown } from './family'

const ofParents: Answers = {
  'father.situation': choose('imprisoned'),
  'father.imprisonedTerm': choose('atLeast'),
  'mother.situation': notKnown,
}

const ofChecker: Answers = {
  'family.circumstances': choose('illness', 'support'),
  'child.illness': choose('脑瘫'),
  'family.support': choose('subsistenceAllowance'),
  'mother.returnedOn': { kind: 'date', value: '2026-01-01' },
}

test('申请只带走申请表也问的：孩子的病、家里的低保不带', () => {
  expect(answersOfForm('DFUC_ALLOWANCE', { ...ofChecker, ...ofParents })).toEqual(ofParents)
})

test('办门诊慢特病，要问孩子的病，不问父母', () => {
  expect(answersOfForm('CHRONIC_OUTPATIENT', { ...ofChecker, ...ofParents })).toEqual({
    'child.illness': choose('脑瘫'),
  })
})

const pages = (hukou?: string, answers: Answers = {}) =>
  formQuestions('SCHOOL_ONE_THING', answers, { hukou }).map(({ id }) => id)

test('入学：户口就在乌海的，不问居住证', () => {
  expect(pages('150302001')).toEqual([])
  expect(pages('410105')).toEqual(['child.residenceSince', 'child.residencePermit'])
  expect(pages(undefined)).toEqual(['child.residenceSince', 'child.residencePermit'])
  expect(pages('410105', { 'child.residencePermit': choose('held') })).toEqual([
    'child.residenceSince',
    'child.residencePermit',
    'child.permitSignedOn',
  ])
})

test.each(serviceCodes)('%s：没有一页问两次', (code) => {
  const ids = [...formQuestions(code, ofParents), ...formDetails(code)].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(serviceCodes)('%s：别的事项问的，不带过来', (code) => {
  const every = detailIds.reduce<Details>((all, id) => ({ ...all, [id]: { kind: 'unknown' } }), {})
  expect(Object.keys(detailsOfForm(code, every)).sort()).toEqual(
    formDetails(code)
      .map(({ id }) => id)
      .sort(),
  )
})

test('每一页自己的问题，都有事项在问', () => {
  const asked = serviceCodes.flatMap((code) => formDetails(code).map(({ id }) => id))
  expect(detailIds.filter((id) => !asked.includes(id))).toEqual([])
})

test('孩子自己来说的，问哪天出生：满14岁才能自己同意', () => {
  const asked = (relation: 'self' | 'mother') =>
    formQuestions('COUNSEL_REQUEST', {}, { relation }).map(({ id }) => id)
  expect(asked('self')).toEqual(['child.birthDate'])
  expect(asked('mother')).toEqual([])
  expect(formQuestions('REHAB', {}, { relation: 'self' }).map(({ id }) => id)).not.toContain(
    'child.birthDate',
  )
})
