import { isWuhai } from '@domain/divisions/division'
import { parentRoles, type ApplicantRelation, type DivisionCode } from '@domain/eligibility/facts'
import {
  isAsked,
  parentQuestions,
  questionById,
  type Answers,
  type Question,
  type QuestionId,
} from '@domain/eligibility/questions'
import { asksIdNumbers, services, type ServiceCode } from '@domain/services/catalogue'
import { detailQuestions, type DetailQuestion, type Details } from '@domain/services/details'

/** Pages for a child whose hukou lies elsewhere: a family of 乌海 needs no 居住证. */
const ofNewcomers: readonly QuestionId[] = [
  'child.residenceSince',
  'child.residencePermit',
  'child.permitSignedOn',
]

/** What of the persons' pages decides which questions come after them. */
export interface AskedFor {
  hukou?: DivisionCode
  relation?: ApplicantRelation
}

/**
 * What the form of a matter asks beside persons and places, shared with the checker: first the child, then the parents.
 * A child that asks for help itself is asked its birth date where no number tells it: from 14 on it consents itself.
 */
export function formQuestions(
  service: ServiceCode,
  answers: Answers,
  { hukou, relation }: AskedFor = {},
): Question[] {
  const { questions = [], parents } = services[service].asks
  const isLocal = hukou !== undefined && isWuhai(hukou)
  const ofChildItself: readonly QuestionId[] =
    relation === 'self' && !asksIdNumbers(service) ? ['child.birthDate'] : []
  const own = ofChildItself
    .concat(questions)
    .filter((id) => isAsked(answers, id) && !(isLocal && ofNewcomers.includes(id)))
    .map(knownQuestion)
  return parents ? parentRoles.reduce((list, role) => list.concat(parentQuestions(role, answers)), own) : own
}

function knownQuestion(id: QuestionId): Question {
  const question = questionById(id)
  if (!question) throw new RangeError('a matter asks a question that there is not')
  return question
}

/** The answers to pages that this form asks too. What it does not ask, it does not send either. */
export function answersOfForm(service: ServiceCode, answers: Answers, about: AskedFor = {}): Answers {
  return formQuestions(service, answers, about).reduce<Answers>((kept, { id }) => {
    const answer = answers[id]
    return answer ? { ...kept, [id]: answer } : kept
  }, {})
}

/** What only this matter asks. */
export function formDetails(service: ServiceCode): readonly DetailQuestion[] {
  return (services[service].asks.details ?? []).map((id) => detailQuestions[id])
}

/** The details without those that this matter does not ask. */
export function detailsOfForm(service: ServiceCode, details: Details): Details {
  return formDetails(service).reduce<Details>((kept, { id }) => {
    const answer = details[id]
    return answer ? { ...kept, [id]: answer } : kept
  }, {})
}
