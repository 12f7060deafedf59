import type { DivisionCode, IsoDate } from '@domain/eligibility/facts'
import { districtOf, isWuhai } from '@domain/divisions/division'
import { isKnownDivision } from '@domain/divisions/divisionName'
import { idNumberIsBornBy, idNumberProblem, normaliseIdNumber } from '@domain/people/idNumber'
import { mobileNumberProblem, normaliseMobileNumber } from '@domain/people/mobileNumber'
import { nameProblem } from '@domain/people/name'
import { maxPhotosPerApplication } from '@domain/photos/limits'
import { asksIdNumbers } from '@domain/services/catalogue'
import type { DetailQuestion } from '@domain/services/details'
import { routeRules } from '@domain/services/route'
import { paperName } from '@domain/services/paperCatalogue'
import type { PaperId } from '@domain/services/papers'
import { answerInForce, consentNotices } from './consentNotices'
import type { Draft } from './draft'
import { mayConsent } from './consents'
import { consentActor, factsOfDraft, papersOfDraft, placesKey, routeOfDraft } from './draftFacts'
import { isHandedInOnPaper, photosOf } from './draftPapers'
import type { Step } from './steps'
import type { FormStepKind } from './stepWords'

export interface StepProblem {
  /** Path in the draft, e.g. `child.idNumber`; a question's, a consent's or a paper's own id. */
  field: string
  /** For a person: what is missing or wrong, and what to do. */
  message: string
}

/** A child below 14 asks; the law wants a guardian to consent. */
const tooYoung = '不满14岁，要由监护人来选。请家里人来申请，或者打 12355 问一问。'

type Check = (draft: Draft, today: IsoDate) => (StepProblem | undefined)[]

const problem = (field: string, message: string | undefined): StepProblem | undefined =>
  message === undefined ? undefined : { field, message }

const unless = (isFine: boolean, field: string, message: string) =>
  problem(field, isFine ? undefined : message)

const formChecks: Record<FormStepKind, Check> = {
  helper: ({ applicant }) => [unless(applicant.helper !== undefined, 'applicant.helper', '请选一项。')],
  relation: ({ applicant }) => [unless(applicant.relation !== undefined, 'applicant.relation', '请选一项。')],
  authority: ({ applicant }) => [
    unless(applicant.authority !== undefined, 'applicant.authority', '请选一项。不知道就选“不清楚”。'),
  ],
  applicant: ({ service, applicant: { name = '', idNumber = '' } }, today) => [
    problem('applicant.name', nameProblem(name)),
    asksIdNumbers(service)
      ? problem('applicant.idNumber', idNumberProblem(idNumber) ?? birthProblem(idNumber, today))
      : undefined,
  ],
  contact: ({ applicant: { phone = '' } }) => [
    problem('applicant.phone', mobileNumberProblem(normaliseMobileNumber(phone))),
  ],
  child: (draft, today) => [
    problem('child.name', nameProblem(draft.child.name ?? '')),
    asksIdNumbers(draft.service) ? problem('child.idNumber', childIdNumberProblem(draft, today)) : undefined,
  ],
  hukou: ({ child: { hukou } }) => [
    unless(hukou !== undefined && isPrecise(hukou), 'child.hukou', '请选孩子户口所在的地方。'),
  ],
  residence: (draft) => [residenceProblem(draft)],
  route: (draft) => [unless(draft.routeRead === placesKey(draft), 'route', '请先看看这件事怎么办。')],
  papers: (draft) =>
    papersOfDraft(draft)
      .map(({ paper }) => paperProblem(draft, paper))
      .concat(tooManyPhotos(draft)),
  check: () => [],
}

/**
 * What keeps a family from leaving a page. Nothing the family does not know keeps it: 不清楚 is an answer,
 * and a paper can follow later.
 * @param today ISO calendar date on the phone: nobody is born after it
 */
export function stepProblems(draft: Draft, step: Step, today: IsoDate): StepProblem[] {
  return checksOf(draft, step, today).filter((found): found is StepProblem => found !== undefined)
}

function checksOf(draft: Draft, step: Step, today: IsoDate): (StepProblem | undefined)[] {
  if (step.kind === 'question') {
    const id = step.question.id
    return [unless(draft.answers[id] !== undefined, id, '请选一项。不知道就选“不清楚”。')]
  }
  if (step.kind === 'detail') return [detailProblem(draft, step.question)]
  if (step.kind === 'consents') return [consentProblem(draft, step.consent, today)]
  return formChecks[step.kind](draft, today)
}

function detailProblem({ details }: Draft, { id, kind }: DetailQuestion): StepProblem | undefined {
  const answer = details[id]
  if (kind === 'name' || kind === 'phone') {
    const text = answer?.kind === 'text' ? answer.value : ''
    return problem(id, kind === 'name' ? nameProblem(text) : mobileNumberProblem(normaliseMobileNumber(text)))
  }
  return unless(answer !== undefined, id, '请选一项。不知道就选“不清楚”。')
}

function birthProblem(idNumber: string, today: IsoDate): string | undefined {
  return idNumberIsBornBy(idNumber, today) ? undefined : '出生日期在今天以后，请再看看。'
}

function childIdNumberProblem({ child, applicant }: Draft, today: IsoDate): string | undefined {
  const idNumber = normaliseIdNumber(child.idNumber ?? '')
  const found = idNumberProblem(idNumber) ?? birthProblem(idNumber, today)
  if (found) return found
  const isApplicants =
    applicant.relation !== 'self' && idNumber === normaliseIdNumber(applicant.idNumber ?? '')
  return isApplicants ? '这是申请人的号码，请填孩子的。' : undefined
}

/** A place of 乌海 is known by its district at least: the city alone has no office that could take the case. */
function isPrecise(code: DivisionCode): boolean {
  return isKnownDivision(code) && (!isWuhai(code) || districtOf(code) !== undefined)
}

function residenceProblem(draft: Draft): StepProblem | undefined {
  const { residence } = draft.child
  if (residence === undefined || !isPrecise(residence))
    return problem('child.residence', '请选孩子现在住的地方。')
  const route = routeOfDraft(draft)
  const rule = route && routeRules[route.kind]
  return rule && !rule.submitHere ? problem('child.residence', rule.words) : undefined
}

function consentProblem(
  draft: Draft,
  kind: keyof typeof consentNotices,
  today: IsoDate,
): StepProblem | undefined {
  if (!mayConsent(consentActor(draft), factsOfDraft(draft).child?.birthDate, today))
    return problem(kind, tooYoung)
  const given = answerInForce(kind, draft.consents[kind])
  if (given === undefined) return problem(kind, '请选同意或不同意。')
  const { required, consequencesOfRefusal } = consentNotices[kind]
  return required && !given ? problem(kind, consequencesOfRefusal) : undefined
}

function paperProblem(draft: Draft, paper: PaperId): StepProblem | undefined {
  const handedIn = draft.papers[paper]
  const isSettled = isHandedInOnPaper(draft, paper) || (handedIn?.photos ?? []).length > 0
  return unless(isSettled, paper, `还没拍${paperName(paper)}。可以选“稍后补”。`)
}

function tooManyPhotos(draft: Draft): StepProblem | undefined {
  const count = papersOfDraft(draft).reduce((sum, { paper }) => sum + photosOf(draft, paper).length, 0)
  return unless(
    count <= maxPhotosPerApplication,
    'papers',
    `照片最多 ${maxPhotosPerApplication} 张，请删掉几张。`,
  )
}
