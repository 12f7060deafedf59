import { parentRoles } from '@domain/eligibility/facts'
import { parentQuestions, type Question } from '@domain/eligibility/questions'
import { needsAuthority } from '@domain/people/relations'
import { consentNotices } from './consentNotices'
import type { ConsentKind } from './consents'
import type { Draft } from './draft'
import { consentsOfDraft, routeOfDraft } from './draftFacts'
import { stepTitle, type FormStepKind } from './stepWords'
import { routeRules } from '@domain/divisions/route'

/** The seven parts a family sees counted: the number of pages in a part changes with the answers. */
export const stages = ['办理人', '孩子', '户口和住处', '父母情况', '同意事项', '材料', '检查'] as const
export type Stage = (typeof stages)[number]

interface StepBase {
  /** Stable: drafts remember it. */
  id: string
  title: string
  stage: Stage
}

/** One page of the form. */
export type Step =
  | (StepBase & { kind: FormStepKind })
  | (StepBase & { kind: 'question'; question: Question })
  | (StepBase & { kind: 'consents'; consent: ConsentKind })

/** Pages before the parents', in order, with the condition under which a page exists. */
const openingPages: readonly [FormStepKind, Stage, (draft: Draft) => boolean][] = [
  ['helper', '办理人', () => true],
  ['relation', '办理人', () => true],
  [
    'authority',
    '办理人',
    ({ applicant: { relation } }) => relation !== undefined && needsAuthority[relation],
  ],
  ['applicant', '办理人', () => true],
  ['contact', '办理人', () => true],
  ['child', '孩子', () => true],
  ['hukou', '户口和住处', () => true],
  ['residence', '户口和住处', () => true],
]

const closingPages: readonly [FormStepKind, Stage][] = [
  ['papers', '材料'],
  ['check', '检查'],
]

/**
 * The pages of this application, in order: one question a page, and only what applies. Progress, next, back
 * and the check page all follow from this list.
 *
 * The consents stand before the papers: a photo leaves the phone as soon as it is taken, and nothing about the
 * child or anybody's health may be sent without its consent (law-and-rules §3, L04).
 */
export function visibleSteps(draft: Draft): Step[] {
  const opening = openingPages
    .filter(([, , applies]) => applies(draft))
    .map(([kind, stage]) => formStep(draft, kind, stage))
  if (isTurnedAway(draft)) return opening
  const questions = parentRoles.reduce<Step[]>(
    (steps, role) => steps.concat(parentQuestions(role, draft.answers).map(questionStep)),
    [],
  )
  const closing = closingPages.map(([kind, stage]) => formStep(draft, kind, stage))
  return opening.concat(questions, consentsOfDraft(draft).map(consentStep), closing)
}

/** Nothing more is asked of a family whose papers cannot be taken here: the page of the place says where. */
function isTurnedAway(draft: Draft): boolean {
  const route = routeOfDraft(draft)
  return route !== undefined && !routeRules[route.kind].submitHere
}

const formStep = (draft: Draft, kind: FormStepKind, stage: Stage): Step => ({
  id: kind,
  kind,
  stage,
  title: stepTitle(kind, draft),
})

const questionStep = (question: Question): Step => ({
  id: `question.${question.id}`,
  kind: 'question',
  stage: '父母情况',
  title: question.title,
  question,
})

const consentStep = (consent: ConsentKind): Step => ({
  id: `consents.${consent}`,
  kind: 'consents',
  stage: '同意事项',
  title: consentNotices[consent].question,
  consent,
})

/** The step with this id, or nothing when the answers have removed it. */
export function stepById(draft: Draft, id: string): Step | undefined {
  return visibleSteps(draft).filter((step) => step.id === id)[0]
}

/** The page after this one, or nothing after the last. */
export function nextStep(draft: Draft, id: string): Step | undefined {
  return neighbour(draft, id, 1)
}

/** The page before this one, or nothing before the first. */
export function previousStep(draft: Draft, id: string): Step | undefined {
  return neighbour(draft, id, -1)
}

function neighbour(draft: Draft, id: string, offset: 1 | -1): Step | undefined {
  const steps = visibleSteps(draft)
  const index = steps.map((step) => step.id).indexOf(id)
  return index < 0 ? undefined : steps[index + offset]
}

export interface Progress {
  /** Counts from 1. */
  position: number
  total: number
  /** 第 3 步，共 7 步 */
  words: string
}

/** Where a step stands among the seven parts. */
export function progressOf(step: Step): Progress {
  const position = stages.indexOf(step.stage) + 1
  return { position, total: stages.length, words: `第 ${position} 步，共 ${stages.length} 步` }
}
