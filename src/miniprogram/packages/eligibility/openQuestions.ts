import { answersOf } from '@domain/eligibility/interview'
import { openPageOf, pagesOf } from '@domain/eligibility/nextQuestionPages'
import { isAsked, questionById, type QuestionId } from '@domain/eligibility/questions'
import { replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { checkerAnswers } from '@/stores/checkerAnswers'

export interface OpenQuestion {
  id: QuestionId
  title: string
  /** Page of the checker, from 0. */
  position: number
}

/**
 * The pages of this interview that were answered with 不清楚 and would settle the missing facts.
 * @param paths as in `missing` of a result; those only a department can settle lead to no page
 */
export function openQuestions(paths: readonly string[]): OpenQuestion[] {
  const { interview } = useChecker.getState()
  const answers = answersOf(interview)
  const found: OpenQuestion[] = []
  for (const path of paths) {
    const id = last(pagesOf(path).filter((page) => answers[page]?.kind === 'unknown'))
    const question = id && questionById(id)
    if (!id || !question || found.some((each) => each.id === id)) continue
    found.push({ id, title: question.title, position: interview.trail.indexOf(id) })
  }
  return found
}

/** Whether a question that was not asked yet would tell one of the missing facts. */
export function isStillAsked(paths: readonly string[]): boolean {
  const answers = checkerAnswers()
  return paths.some((path) => openPageOf(path, answers) !== undefined)
}

/** The finest page that tells this fact as things stand; none for what only a department can settle. */
export function pageToTry(path: string): QuestionId | undefined {
  const answers = checkerAnswers()
  return last(pagesOf(path).filter((page) => isAsked(answers, page)))
}

const last = <Item>(list: readonly Item[]): Item | undefined => list[list.length - 1]

/** Leads back to a page of the checker. */
export function reopen({ position }: OpenQuestion): Promise<unknown> {
  useChecker.getState().goTo(position)
  return replace('check', { page: String(position + 1) })
}
