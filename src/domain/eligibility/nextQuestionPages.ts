import { parentRoles, type ParentRole } from './facts'
import type { Answers, QuestionId } from './questions'
import { isAsked } from './questions'
import type { ParentTopic } from './questionTexts'

const rare: QuestionId = 'family.circumstances'

/**
 * The pages that ask for a fact of the child or the household, the page of rare situations before the one with the
 * details. A fact that is not here only a department can settle.
 */
const pagesOfFacts: Readonly<Record<string, readonly QuestionId[]>> = {
  'child.birthDate': ['child.birthDate'],
  'child.hukou.division': [rare, 'child.hukou'],
  'child.residence.division': [rare, 'child.residence'],
  'child.residence.since': ['child.residenceSince'],
  'child.residencePermit.held': ['child.residencePermit'],
  'child.residencePermit.lastSignedOn': ['child.residencePermit', 'child.permitSignedOn'],
  'child.schooling.stage': ['child.stage'],
  'child.schooling.fullTime': ['child.fullTime'],
  'child.schooling.graduatedFromStage': ['child.graduatedFrom'],
  'child.schooling.graduatedOn': ['child.graduatedOn'],
  'child.disabilities': [rare, 'child.disabilityType', 'child.disabilityGrade'],
  'child.disabilities.type': [rare, 'child.disabilityType'],
  'child.disabilities.grade': [rare, 'child.disabilityType', 'child.disabilityGrade'],
  'child.illnesses': [rare, 'child.illness'],
  'child.recognised': [rare, 'family.support'],
  'child.abandoned': [rare, 'child.birthParents'],
  'child.adoption': [rare, 'child.adoption'],
  'child.adoption.registeredOn': ['child.adoptedOn'],
  'child.adoption.wasDisabled': ['child.beforeAdoption'],
  'child.adoption.wasIll': ['child.beforeAdoption'],
  'child.adoption.wasOrphanOrAbandoned': ['child.beforeAdoption'],
  'child.insured': [rare, 'child.insured'],
  'child.inInstitution': [rare],
  'child.suddenHardship': [rare],
  'household.recognised': [rare, 'family.support'],
  'household.incomeAboveNearSubsistenceLimit': [rare],
  'household.bothParentsAwayForWork': [rare, 'family.parentsAway'],
  'household.meetsLocalHousingRule': [rare],
}

/** The pages that ask for a fact of a parent, the first page before those it leads to; others it settles alone. */
const topicsOfFacts: Readonly<Record<string, readonly ParentTopic[]>> = {
  lostContact: ['situation', 'lostReport', 'lostAcceptedOn'],
  'lostContact.policeAcceptedOn': ['situation', 'lostReport', 'lostAcceptedOn'],
  'lostContact.policeReceipt': ['situation', 'lostReport'],
  'lostContact.establishedByStreet': ['situation', 'lostReport'],
  imprisoned: ['situation', 'imprisonedTerm'],
  'imprisoned.termMonths': ['situation', 'imprisonedTerm'],
  compulsoryRehab: ['situation', 'rehabTerm'],
  'compulsoryRehab.termMonths': ['situation', 'rehabTerm'],
  otherRestriction: ['situation', 'restrictedTerm'],
  'otherRestriction.termMonths': ['situation', 'restrictedTerm'],
  disabilities: ['situation', 'disabilityType', 'disabilityGrade'],
  'disabilities.grade': ['situation', 'disabilityType', 'disabilityGrade'],
  seriouslyIll: ['situation', 'illness'],
  resumedCareOn: ['situation', 'returnedOn'],
}

/**
 * The pages that tell a fact, in the order in which they follow each other.
 * @param path as in `missing` of a result, e.g. `parents.father.imprisoned.termMonths`
 * @returns none for a fact that only a department can settle
 */
export function pagesOf(path: string): readonly QuestionId[] {
  const [scope, role, ...fact] = path.split('.')
  if (scope !== 'parents' || !parentRoles.some((each) => each === role)) return pagesOfFacts[path] ?? []
  const topics: readonly ParentTopic[] = topicsOfFacts[fact.join('.')] ?? ['situation']
  return topics.map((topic): QuestionId => `${role as ParentRole}.${topic}`)
}

/** The page to ask next for a fact; none when every page that could tell it is answered, 不清楚 too. */
export function openPageOf(path: string, answers: Answers): QuestionId | undefined {
  return pagesOf(path).find((id) => !answers[id] && isAsked(answers, id))
}
