import { type Answers } from '@domain/eligibility/questions'

const choice = (...values: string[]) => ({ kind: 'choice' as const, values })
const day = (value: string) => ({ kind: 'date' as const, value })

const nothingRare: Answers = { 'family.circumstances': choice('none') }
const pupil: Answers = {
  ...nothingRare,
  'child.birthDate': day('2016-03-05'),
  'child.stage': choice('primary'),
}

/** Families of the tests of this room, by what is said of them. Today is 2026-11-24. */
export const families = {
  爸爸妈妈都在服刑: {
    ...pupil,
    'father.situation': choice('imprisoned'),
    'father.imprisonedTerm': choice('atLeast'),
    'mother.situation': choice('imprisoned'),
    'mother.imprisonedTerm': choice('atLeast'),
  },
  '爸爸去世，妈妈的刑期不清楚': {
    ...pupil,
    'father.situation': choice('dead'),
    'mother.situation': choice('imprisoned'),
    'mother.imprisonedTerm': { kind: 'unknown' },
  },
  '爸爸去世，妈妈失联报警3个月': {
    ...pupil,
    'father.situation': choice('dead'),
    'mother.situation': choice('lostContact'),
    'mother.lostReport': choice('accepted'),
    'mother.lostAcceptedOn': day('2026-08-20'),
  },
  爸爸妈妈都去世: { ...pupil, 'father.situation': choice('dead'), 'mother.situation': choice('dead') },
  爸爸妈妈都在身边: {
    ...pupil,
    'father.situation': choice('caring'),
    'mother.situation': choice('caring'),
  },
  满了18岁不上学的孤儿: {
    'family.circumstances': choice('support'),
    'family.support': choice('orphan'),
    'child.birthDate': day('2008-10-05'),
    'child.stage': choice('none'),
    'father.situation': choice('dead'),
    'mother.situation': choice('dead'),
  },
  什么都不清楚: {},
} as const satisfies Record<string, Answers>

export type FamilyName = keyof typeof families
export const familyNames = Object.keys(families) as FamilyName[]
