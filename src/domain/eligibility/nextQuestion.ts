import { readHousehold } from './circumstances'
import { variablesOf } from './decision'
import type { IsoDate, Settings } from './facts'
import { factsFromAnswers } from './factsFromAnswers'
import { openPageOf } from './nextQuestionPages'
import { allQuestions, questionById, type Answers, type Question, type QuestionId } from './questions'
import { publicCodes } from './assess'
import { decisionOf, standingOf } from './rules/ruleTable'

/** The day and the published values under which a family is asked. */
export interface AskingContext {
  today: IsoDate
  settings: Settings
}

/**
 * The next page of the checker: the page of rare situations first, which settles most for nearly every family; then the
 * one that is expected to settle most of what is open. A page that was answered, with 不清楚 too, is not asked again.
 *
 * A page counts for an entitlement with the share it has among all pages the entitlement still waits for: the page that
 * alone is missing counts 1, one of three a third. That needs one reading of the rules, where trying every answer of
 * every page would need hundreds, and costs the measured families hardly a screen (`npm run bench`).
 * @returns undefined when everything is settled, or everything that could settle more has been asked
 */
export function nextQuestion(answers: Answers, context: AskingContext): Question | undefined {
  if (!answers['family.circumstances']) return questionById('family.circumstances')
  const worth: Partial<Record<QuestionId, number>> = {}
  for (const pages of waitingFor(answers, context))
    for (const page of pages) worth[page] = (worth[page] ?? 0) + 1 / pages.length
  return mostWorth(worth)
}

/**
 * For each public entitlement, in the order of the catalogue, the pages whose answer could still change its result; none
 * where it is settled, or waits only for a department.
 */
export function waitingFor(answers: Answers, { today, settings }: AskingContext): QuestionId[][] {
  const facts = readHousehold({ ...factsFromAnswers(answers), today, settings }, today)
  const standing = standingOf(facts)
  return publicCodes.map((code) => {
    const decision = decisionOf(code, facts, standing)
    if (!decision.on) return []
    const results = facts.decisions.map(decision, ({ result }) => result)
    return variablesOf(results).reduce<QuestionId[]>((pages, { path }) => {
      const page = openPageOf(path, answers)
      return page === undefined || pages.includes(page) ? pages : pages.concat(page)
    }, [])
  })
}

/** Of pages worth the same the earlier in the catalogue, so that the same answers lead to the same page. */
function mostWorth(worth: Readonly<Partial<Record<QuestionId, number>>>): Question | undefined {
  const worthOf = ({ id }: Question) => worth[id] ?? 0
  return allQuestions.reduce<Question | undefined>(
    (best, question) => (worthOf(question) > (best ? worthOf(best) : 0) ? question : best),
    undefined,
  )
}
