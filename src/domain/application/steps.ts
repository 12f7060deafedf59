import type { Question } from '@domain/eligibility/questions'
import { needsAuthority } from '@domain/people/relations'
import { consentNotices } from './consentNotices'
import { services } from '@domain/services/catalogue'
import type { DetailQuestion } from '@domain/services/details'
import { routeRules } from '@domain/services/route'
import type { ConsentKind } from './consents'
import type { Draft } from './draft'
import { consentsOfDraft, papersOfDraft, routeOfDraft } from './draftFacts'
import { formDetails, formQuestions } from './formQuestions'
import { stepTitle, whoApplies, type FormStepKind } from './stepWords'

/** The seven parts a family sees counted: the number of pages in a part changes with the answers. */
export const stages = ['办理人', '孩子', '户口和住处', '家里的情况', '同意事项', '材料', '检查'] as const
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
  | (StepBase & { kind: 'detail'; question: DetailQuestion })
  | (StepBase & { kind: 'consents'; consent: ConsentKind })

/** Pages before the matter's own, in order, with the condition under which a page exists. */
const openingPages: readonly [FormStepKind, Stage, (draft: Draft) => boolean][] = [
  ['helper', '办理人', () => true],
  ['relation', '办理人', ({ service }) => services[service].relations.length > 1],
  [
    'authority',
    '办理人',
    ({ applicant: { relation } }) => relation !== undefined && needsAuthority[relation],
  ],
  ['applicant', '办理人', () => true],
  ['contact', '办理人', () => true],
  ['child', '孩子', ({ service }) => services[service].concerns === 'child'],
  ['hukou', '户口和住处', () => true],
  ['residence', '户口和住处', () => true],
  ['route', '户口和住处', (draft) => isCrossProvince(draft)],
]

const closingPages: readonly [FormStepKind, Stage, (draft: Draft) => boolean][] = [
  ['papers', '材料', (draft) => papersOfDraft(draft).length > 0],
  ['check', '检查', () => true],
]

/**
 * The pages of this application, in order: one question a page, and only what applies. Progress, next, back
 * and the check page all follow from this list.
 *
 * The consents stand before the papers: a photo leaves the phone as soon as it is taken, and nothing about the
 * child or anybody's health may be sent without its consent (law-and-rules §3, L04).
 */
export function visibleSteps(draft: Draft): Step[] {
  const opening = formSteps(draft, openingPages)
  if (isTurnedAway(draft)) return opening
  const { service, answers, child, applicant } = draft
  const about = { hukou: child.hukou, relation: applicant.relation }
  const questions = formQuestions(service, answers, about).map(questionStep)
  const details = formDetails(service).map((question) => detailStep(question, whoApplies(draft)))
  const consents = consentsOfDraft(draft).map(consentStep)
  return opening.concat(details, questions, consents, formSteps(draft, closingPages))
}

const formSteps = (draft: Draft, pages: typeof openingPages): Step[] =>
  pages.filter(([, , applies]) => applies(draft)).map(([kind, stage]) => formStep(draft, kind, stage))

/** One of the two ways of 跨省通办: who takes and who decides is worth a page before anything is photographed. */
function isCrossProvince(draft: Draft): boolean {
  const kind = routeOfDraft(draft)?.kind
  return kind === 'crossProvinceIn' || kind === 'crossProvinceOut'
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
  stage: '家里的情况',
  title: question.title,
  question,
})

const detailStep = (question: DetailQuestion, who: string): Step => ({
  id: `detail.${question.id}`,
  kind: 'detail',
  stage: '家里的情况',
  title: question.title.replace('您', who),
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
