import { assess } from './assess'
import type { IsoDate, Settings } from './facts'
import { factsFromAnswers } from './factsFromAnswers'
import { openPageOf } from './nextQuestionPages'
import { allQuestions, questionById, type Answers, type Question, type QuestionId } from './questions'

/**
 * The next page of the checker: the one whose answer is expected to settle most of what is open. A page that was
 * answered, with 不清楚 too, is not asked again.
 * @returns undefined when everything is settled, or everything that could settle more has been asked
 */
export function nextQuestion(
  answers: Answers,
  { today, settings }: { today: IsoDate; settings: Settings },
): Question | undefined {
  const { results } = assess({ ...factsFromAnswers(answers), today, settings })
  const worth = new Map<QuestionId, number>()
  for (const { missing = [] } of results) {
    const pages = new Set<QuestionId>()
    for (const path of missing) {
      const page = openPageOf(path, answers)
      if (page) pages.add(page)
    }
    for (const page of pages) worth.set(page, (worth.get(page) ?? 0) + 1 / pages.size)
  }
  return mostWorth(worth)
}

/** Of pages worth the same the earlier in the catalogue, so that the same answers lead to the same page. */
function mostWorth(worth: ReadonlyMap<QuestionId, number>): Question | undefined {
  let best: Question | undefined
  for (const question of allQuestions) {
    const isBetter = (worth.get(question.id) ?? 0) > (best ? (worth.get(best.id) ?? 0) : 0)
    if (isBetter) best = question
  }
  return best && questionById(best.id)
}
