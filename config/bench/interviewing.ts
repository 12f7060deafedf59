import { nextQuestion, waitingFor } from '@domain/eligibility/nextQuestion'
import { allQuestions, isAsked, type Answers, type QuestionId } from '@domain/eligibility/questions'
import { defaultSettings } from '@domain/policy/settings'
import { interviewDay, type Truth } from './checkerFamilies'

/** Screens after which the share of settled entitlements is looked at. */
export const earlyScreens = 4

export interface InterviewFigures {
  /** Screens until no question is left that could settle anything. */
  screens: number
  /** Share of the entitlements that no question can change any more, after the first screens. From 0 to 1. */
  settledEarly: number
  /** The pages in the order asked. */
  trail: QuestionId[]
}

const context = { today: interviewDay, settings: defaultSettings }

/** The family answers, truthfully, what it is asked until it is asked nothing more. */
export function interviewFigures(truth: Truth): InterviewFigures {
  const answers: Answers = {}
  const trail: QuestionId[] = []
  let settledEarly = 1
  for (let next = nextQuestion(answers, context); next; next = nextQuestion(answers, context)) {
    answers[next.id] = truth[next.id] ?? { kind: 'unknown' }
    trail.push(next.id)
    if (trail.length === earlyScreens) settledEarly = shareSettled(answers)
  }
  return { screens: trail.length, settledEarly, trail }
}

/** How long it took to find each page of the interview, and that there is none left, in ms. */
export function askingTimes(truth: Truth): number[] {
  const answers: Answers = {}
  const times: number[] = []
  for (;;) {
    const started = performance.now()
    const next = nextQuestion(answers, context)
    times.push(performance.now() - started)
    if (!next) return times
    answers[next.id] = truth[next.id] ?? { kind: 'unknown' }
  }
}

function shareSettled(answers: Answers): number {
  const waiting = waitingFor(answers, context)
  return waiting.filter((pages) => pages.length === 0).length / waiting.length
}

/**
 * The fewest pages, in whatever order, whose true answers leave nothing that a question could settle: what somebody who
 * knew the family beforehand would ask. No way of asking can need less.
 *
 * Exact: pages without which something stays open even when everything else is answered are in every such set (the page
 * of rare situations always: nothing else asks about a sudden hardship); from them on, the pages that an open result
 * still waits for are tried one by one, ever more deeply, up to the number that is known to do.
 * @param trail pages that settle everything, e.g. those of the interview
 */
export function smallestCertificate(truth: Truth, trail: readonly QuestionId[]): number {
  const needed = indispensable(truth, trail)
  const settles = (answers: Answers, more: number): boolean => {
    const waiting = open(answers)
    if (waiting.length === 0) return true
    if (more === 0) return false
    const narrowest = waiting.reduce((least, pages) => (pages.length < least.length ? pages : least))
    return narrowest.some((id) => settles(answered(answers, truth, id), more - 1))
  }
  const least = Object.keys(needed).length
  for (let pages = least; pages < trail.length; pages += 1) if (settles(needed, pages - least)) return pages
  return trail.length
}

/** The pages of a trail that cannot be left out, whatever else is answered. */
function indispensable(truth: Truth, trail: readonly QuestionId[]): Answers {
  return trail.reduce<Answers>((needed, id) => {
    const isNeeded = id === 'family.circumstances' || open(everythingBut(id, truth)).length > 0
    return isNeeded ? answered(needed, truth, id) : needed
  }, {})
}

/** Every page that applies is answered, but for one and those it leads to. */
function everythingBut(leftOut: QuestionId, truth: Truth): Answers {
  return allQuestions.reduce<Answers>(
    (answers, { id }) => (id === leftOut || !isAsked(answers, id) ? answers : answered(answers, truth, id)),
    {},
  )
}

/** The pages each entitlement waits for that is not settled. */
const open = (answers: Answers): QuestionId[][] =>
  waitingFor(answers, context).filter((pages) => pages.length > 0)

const answered = (answers: Answers, truth: Truth, id: QuestionId): Answers => ({
  ...answers,
  [id]: truth[id] ?? { kind: 'unknown' },
})
