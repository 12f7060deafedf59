import { compareDates, eighteenthBirthday } from '@domain/calendar/date'
import { publicCodes } from './assess'
import type { Result } from './assessment'
import { readHousehold } from './circumstances'
import { variablesOf, type Decision } from './diagram'
import type { IsoDate, Settings } from './facts'
import { factsFromAnswers } from './factsFromAnswers'
import { openPageOf } from './nextQuestionPages'
import {
  allQuestions,
  chosen,
  questionById,
  type Answer,
  type Answers,
  type Question,
  type QuestionId,
} from './questions'
import { decisionOf, standingOf } from './rules/ruleTable'
import type { Verdict } from './verdict'

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
export function waitingFor(answers: Answers, context: AskingContext): QuestionId[][] {
  const now = readingOf(answers, context)
  const waiting = now.map(({ pages }) => pages)
  if (!mayBeGrownUpProtected(answers, context)) return waiting
  for (const [page, trial] of leavingSchool) {
    if (answers[page]) continue
    const then = readingOf({ ...answers, [page]: trial(context) }, context)
    waiting.forEach((pages, at) => {
      if (pages.length === 0 && toldBy(now[at]) !== toldBy(then[at])) pages.push(page)
    })
  }
  return waiting
}

/**
 * When and where from a grown child left school, each with the answer that would make the greatest difference. Who has
 * left no school as an adult has nothing to state here, so the rules take an unstated day for none and no result waits
 * for it: it is asked where it would move the end of a protection (X1, X2).
 */
const leavingSchool: readonly (readonly [QuestionId, (context: AskingContext) => Answer])[] = [
  ['child.graduatedOn', ({ today }) => ({ kind: 'date', value: today })],
  ['child.graduatedFrom', () => ({ kind: 'choice', values: ['undergraduate'] })],
]

const protectedAs = ['orphan', 'deFactoUnattended', 'extremePoverty']

function mayBeGrownUpProtected(answers: Answers, { today }: AskingContext): boolean {
  const birth = answers['child.birthDate']
  const isMinor = birth?.kind === 'date' && compareDates(today, eighteenthBirthday(birth.value)) < 0
  if (!birth || isMinor) return false
  return chosen(answers, 'family.support').some((as) => protectedAs.includes(as))
}

interface Reading {
  decision: Decision<Verdict>
  pages: QuestionId[]
}

/** A settled answer and its dates, to be compared; undefined for an open one. */
function toldBy(reading: Reading | undefined): string | undefined {
  const verdict = reading && !reading.decision.on ? reading.decision.value : undefined
  return verdict && JSON.stringify([verdict.result, verdict.dates])
}

function readingOf(answers: Answers, { today, settings }: AskingContext): Reading[] {
  const facts = standingOf(readHousehold({ ...factsFromAnswers(answers), today, settings }, today))
  const pageOf = openPages(answers)
  return publicCodes.map((code) => {
    const decision = decisionOf(code, facts)
    if (!decision.on) return { decision, pages: [] }
    return { decision, pages: pagesFor(facts.decisions.map(decision, resultOf), pageOf) }
  })
}

const resultOf = ({ result }: Verdict): Result => result

type PageOf = (path: string) => QuestionId | undefined

/** The page to ask next for a fact. Many entitlements wait for the same facts: each is looked up once. */
function openPages(answers: Answers): PageOf {
  const found = new Map<string, QuestionId | undefined>()
  return (path) => {
    if (!found.has(path)) found.set(path, openPageOf(path, answers))
    return found.get(path)
  }
}

/** The pages a result waits for, each once; none for a fact whose pages are all answered. */
function pagesFor(results: Decision<Result>, pageOf: PageOf): QuestionId[] {
  const pages: QuestionId[] = []
  for (const { path } of variablesOf(results)) {
    const page = pageOf(path)
    if (page !== undefined && pages.indexOf(page) < 0) pages.push(page)
  }
  return pages
}

/** Of pages worth the same the earlier in the catalogue, so that the same answers lead to the same page. */
function mostWorth(worth: Readonly<Partial<Record<QuestionId, number>>>): Question | undefined {
  const worthOf = ({ id }: Question) => worth[id] ?? 0
  return allQuestions.reduce<Question | undefined>(
    (best, question) => (worthOf(question) > (best ? worthOf(best) : 0) ? question : best),
    undefined,
  )
}
