import { assess } from './assess'
import { readHousehold } from './circumstances'
import { parentRoles, type Household, type IsoDate, type ParentRole, type Settings } from './facts'
import { factsFromAnswers } from './factsFromAnswers'
import { isAsked, questionById, type Answers, type Question, type QuestionId } from './questions'
import { cannotCareOn } from './parentSituation'
import type { ChildQuestionId, ParentTopic } from './questionTexts'

/** The page that asks for a fact of the child. */
const childQuestionOf: Readonly<Record<string, ChildQuestionId>> = {
  'child.birthDate': 'child.birthDate',
  'child.recognised': 'child.recognised',
  'child.schooling.stage': 'child.stage',
  'child.abandoned': 'child.birthParents',
  'child.adoption': 'child.adoption',
  'child.adoption.registeredOn': 'child.adoptedOn',
  'child.adoption.wasDisabled': 'child.beforeAdoption',
  'child.adoption.wasIll': 'child.beforeAdoption',
  'child.hukou.division': 'child.hukou',
  'child.residence.division': 'child.residence',
}

/** The pages that ask for a fact of a parent, the earlier first; what is not here the first page settles. */
const parentTopicsOf: Readonly<Record<string, readonly ParentTopic[]>> = {
  'lostContact.policeAcceptedOn': ['lostReport', 'lostAcceptedOn'],
  'lostContact.establishedByStreet': ['lostReport'],
  'imprisoned.termMonths': ['imprisonedTerm'],
  'compulsoryRehab.termMonths': ['rehabTerm'],
  'otherRestriction.termMonths': ['restrictedTerm'],
  disabilities: ['disabilityType'],
  'disabilities.grade': ['disabilityGrade'],
  seriouslyIll: ['illness'],
  resumedCareOn: ['returnedOn'],
}

const followUps: readonly ParentTopic[] = [
  'lostReport',
  'lostAcceptedOn',
  'imprisonedTerm',
  'rehabTerm',
  'restrictedTerm',
  'disabilityType',
  'disabilityGrade',
  'illness',
]

const ofParents = (topics: readonly ParentTopic[]): QuestionId[] =>
  parentRoles.reduce<QuestionId[]>(
    (list, role) => list.concat(topics.map((topic): QuestionId => `${role}.${topic}`)),
    [],
  )

const aboutChild: readonly QuestionId[] = [
  'child.stage',
  'child.birthParents',
  'child.adoption',
  'child.adoptedOn',
  'child.beforeAdoption',
]
const places: readonly QuestionId[] = ['child.hukou', 'child.residence']

/**
 * The order in which pages that can all still matter are asked. Both parents come before any follow-up: one of them
 * able to care settles most families. Then only a status already granted can matter, and the day of birth need not
 * be asked; while both may be unable, the day of birth is what decides, and the status need not be asked.
 */
function orderFor(oneCares: boolean): QuestionId[] {
  const deciding: QuestionId[] = oneCares
    ? ['child.recognised', 'child.birthDate']
    : ['child.birthDate', 'child.recognised']
  return ofParents(['situation']).concat(
    oneCares ? deciding : [],
    ofParents(followUps),
    oneCares ? [] : deciding,
    aboutChild,
    ofParents(['returnedOn']),
    places,
  )
}

/** One parent is known to meet no ground today. */
function oneParentCares(household: Household, today: IsoDate): boolean {
  const { facts } = readHousehold(household, today)
  return parentRoles.some((role) => facts[role].values.every((situation) => !cannotCareOn(situation, today)))
}

function questionsFor(path: string): QuestionId[] {
  const ofChild = childQuestionOf[path]
  if (ofChild) return [ofChild]
  const [scope, role, ...fact] = path.split('.')
  if (scope !== 'parents') return []
  const topics: readonly ParentTopic[] = parentTopicsOf[fact.join('.')] ?? ['situation']
  return topics.map((topic): QuestionId => `${role as ParentRole}.${topic}`)
}

/**
 * The next page of the checker: one whose answer can still change a result that is open. A page that was answered,
 * with 不清楚 too, is not asked again.
 * @returns undefined when everything is settled, or everything that could settle more has been asked
 */
export function nextQuestion(
  answers: Answers,
  { today, settings }: { today: IsoDate; settings: Settings },
): Question | undefined {
  const household: Household = { ...factsFromAnswers(answers), today, settings }
  const { results } = assess(household)
  const wanted = results.reduce<QuestionId[]>(
    (list, { missing = [] }) =>
      missing.reduce<QuestionId[]>((all, path) => all.concat(questionsFor(path)), list),
    [],
  )
  const next = orderFor(oneParentCares(household, today)).find(
    (id) => wanted.includes(id) && !answers[id] && isAsked(answers, id),
  )
  return next && questionById(next)
}
