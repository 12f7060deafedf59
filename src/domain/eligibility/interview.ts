import type { Answer, Answers, Question, QuestionId } from './questions'

/**
 * One family's way through the questions. The pages follow from the answers, so going back and changing one lets
 * the later ones be asked or left out anew.
 */
export interface Interview {
  /** Every answer given, also to pages that no longer apply: it is there again when they do. */
  given: Answers
  /** The pages asked, in order. All are answered but perhaps the last. */
  trail: readonly QuestionId[]
}

/** The question to ask after these answers; none when nothing is left that could change the result. */
export type Ask = (answers: Answers) => Question | undefined

/**
 * An interview at its first open question.
 * @param given answers known already, e.g. saved ones: the way through them is found anew, because questions and rules
 *   may have changed since
 */
export function beginInterview(ask: Ask, given: Answers = {}): Interview {
  return walkedOn({ given, trail: [] }, ask)
}

/** The answers that count: those to the pages on the way, and none to a page that was left behind. */
export function answersOf({ given, trail }: Interview): Answers {
  return trail.reduce<Answers>((answers, id) => {
    const answer = given[id]
    return answer ? { ...answers, [id]: answer } : answers
  }, {})
}

/**
 * The interview after the page at `position` (from 0) is answered. Pages before it stay, pages after it are asked
 * anew; one that was answered before keeps its answer.
 */
export function answerAt(interview: Interview, position: number, answer: Answer, ask: Ask): Interview {
  const id = interview.trail[position]
  if (id === undefined) return interview
  const given = { ...interview.given, [id]: answer }
  return walkedOn({ given, trail: interview.trail.slice(0, position + 1) }, ask)
}

/** How many pages of the way are answered: the position of the open one, or behind the last. */
export function answeredPages({ given, trail }: Interview): number {
  return trail.filter((id) => given[id] !== undefined).length
}

/** Whether every question that could change the result is answered. */
export function isFinished(interview: Interview): boolean {
  return interview.trail.length > 0 && answeredPages(interview) === interview.trail.length
}

function walkedOn(interview: Interview, ask: Ask): Interview {
  const question = ask(answersOf(interview))
  if (!question || interview.trail.includes(question.id)) return interview
  const further = { ...interview, trail: interview.trail.concat(question.id) }
  return interview.given[question.id] ? walkedOn(further, ask) : further
}
