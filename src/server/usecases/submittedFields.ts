import type { ApplicationSubmission } from '@contracts/applications'
import { birthDateOf, idNumberIsBornBy } from '@domain/people/idNumber'
import { asksIdNumbers, mayApply, services } from '@domain/services/catalogue'
import { detailIds, isDetailAnswer, type DetailId } from '@domain/services/details'

/** From this version of the form on a phone sends all that its matter asks. */
const formWithDetails = 2

type Check = (body: ApplicationSubmission, today: string) => string | undefined

const people = ['child', 'applicant'] as const

/** The birth date in the number; of a child without one, as it was told. */
export function birthDateIn({ child, facts }: ApplicationSubmission): string | undefined {
  return child.idNumber === undefined ? facts.child?.birthDate : birthDateOf(child.idNumber)
}

/** Numbers are sent where an office decides about a right, and nowhere else. */
const idNumber: Check = (body, today) => {
  const isAsked = asksIdNumbers(body.service)
  const isRight = ({ idNumber: number }: { idNumber?: string }) =>
    isAsked ? number !== undefined && idNumberIsBornBy(number, today) : number === undefined
  const wrong = people.find((person) => !isRight(body[person]))
  return wrong && `${wrong}.idNumber`
}

const birthDate: Check = (body, today) => {
  const [told, born] = [body.facts.child?.birthDate, birthDateIn(body)]
  const isRight = told === undefined || (told === born && told <= today)
  return isRight ? undefined : 'facts.child.birthDate'
}

const relation: Check = ({ service, facts }) => {
  const told = facts.applicant?.relation
  return told === undefined || mayApply(service, told) ? undefined : 'facts.applicant.relation'
}

/** Where nobody else is spoken of, the applicant stands in both places. */
const person: Check = ({ service, applicant, child }) =>
  services[service].concerns === 'applicant' && child.name !== applicant.name ? 'child.name' : undefined

/** Only what this matter asks, only what its page offers, and nothing left out. */
const detail: Check = ({ service, formVersion, details = {} }) => {
  const asked: readonly DetailId[] = services[service].asks.details ?? []
  const isRight = (id: DetailId) => {
    const answer = details[id]
    if (!answer) return formVersion < formWithDetails || !asked.includes(id)
    return asked.includes(id) && isDetailAnswer(id, answer)
  }
  const wrong = detailIds.find((id) => !isRight(id))
  return wrong && `details.${wrong}`
}

const checks: readonly Check[] = [idNumber, birthDate, relation, person, detail]

/**
 * What of an application this matter does not allow, beyond the shape that the contract holds.
 * @param today calendar date in 乌海: nobody is born after it
 * @returns the path of the first field that is wrong
 */
export function wrongField(body: ApplicationSubmission, today: string): string | undefined {
  for (const check of checks) {
    const wrong = check(body, today)
    if (wrong) return wrong
  }
  return undefined
}
