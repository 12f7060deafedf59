import { answersOf } from '@domain/eligibility/interview'
import { questionById, type QuestionId } from '@domain/eligibility/questions'
import { useChecker } from '@/stores/checker'

export interface OpenQuestion {
  id: QuestionId
  title: string
  /** Page of the checker, from 0. */
  position: number
}

/** Where a fact about the child is asked. Paths are those of the household's facts. */
const childPages: Readonly<Record<string, QuestionId>> = {
  'child.birthDate': 'child.birthDate',
  'child.recognised': 'child.recognised',
  'child.abandoned': 'child.birthParents',
  'child.adoption': 'child.adoption',
  'child.adoption.registeredOn': 'child.adoptedOn',
  'child.adoption.wasDisabled': 'child.beforeAdoption',
  'child.adoption.wasIll': 'child.beforeAdoption',
  'child.schooling.stage': 'child.stage',
  'child.hukou.division': 'child.hukou',
  'child.residence.division': 'child.residence',
}

/** Where a fact about a parent is asked, the finest page first; behind them all stands the situation. */
const parentPages: Readonly<Record<string, readonly string[]>> = {
  lostContact: ['lostAcceptedOn', 'lostReport'],
  imprisoned: ['imprisonedTerm'],
  compulsoryRehab: ['rehabTerm'],
  otherRestriction: ['restrictedTerm'],
  disabilities: ['disabilityGrade', 'disabilityType'],
  seriouslyIll: ['illness'],
  illnesses: ['illness'],
  resumedCareOn: ['returnedOn'],
}

function pagesFor(path: string): readonly string[] {
  const [root, role, fact = ''] = path.split('.')
  if (root !== 'parents') return childPages[path] ? [childPages[path]] : []
  return (parentPages[fact] ?? []).concat('situation').map((topic) => `${role}.${topic}`)
}

/**
 * The pages of this interview on which the missing facts were left open.
 * @param paths as in `missing` of a result; those only a department can settle lead to no page
 */
export function openQuestions(paths: readonly string[]): OpenQuestion[] {
  const { interview } = useChecker.getState()
  const answers = answersOf(interview)
  const found: OpenQuestion[] = []
  for (const path of paths) {
    const id = pagesFor(path).filter((page) => interview.trail.includes(page as QuestionId))[0] as
      QuestionId | undefined
    const question = id && questionById(id)
    if (!id || !question || !answers[id] || found.some((each) => each.id === id)) continue
    found.push({ id, title: question.title, position: interview.trail.indexOf(id) })
  }
  return found
}
