import type { ApplicationSubmission } from '@contracts/applications'
import type { ApplicantRelation } from '@domain/eligibility/facts'
import { asksIdNumbers, services, type ServiceCode } from '@domain/services/catalogue'
import { detailQuestions, type DetailAnswer, type DetailId, type Details } from '@domain/services/details'
import { submission } from './family'

/** Hukou and home of a local family: 海勃湾区凤凰岭街道. */
const home = '150302001'

export interface About {
  hukou?: string
  residence?: string
  relation?: ApplicantRelation
}

/** A body of this matter that the server takes: what its pages ask, answered with the first choice of each. */
export function submissionFor(
  service: ServiceCode,
  { hukou = home, residence = home, relation = services[service].relations[0] }: About = {},
): ApplicationSubmission {
  const { concerns, asks } = services[service]
  const { applicant, child, facts, ...rest } = submission()
  const numbered = asksIdNumbers(service)
  const named = <T extends { idNumber: string }>({ idNumber, ...person }: T) =>
    numbered ? { ...person, idNumber } : person
  const asker = named(applicant)
  return {
    ...rest,
    service,
    applicant: asker,
    child: concerns === 'applicant' ? { name: asker.name } : named(child),
    facts: {
      child: { hukou: { division: hukou }, residence: { division: residence } },
      parents: asks.parents && facts.parents,
      applicant: { relation },
    },
    details: detailsFor(service),
  }
}

/** An answer to every page that only this matter has. */
export function detailsFor(service: ServiceCode): Details {
  const asked: readonly DetailId[] = services[service].asks.details ?? []
  return Object.fromEntries(asked.map((id) => [id, answerTo(id)]))
}

function answerTo(id: DetailId): DetailAnswer {
  const { kind, options = [] } = detailQuestions[id]
  switch (kind) {
    case 'name':
      return { kind: 'text', value: '赵玉梅' }
    case 'phone':
      return { kind: 'text', value: '13900001234' }
    case 'date':
      return { kind: 'date', value: '2026-11-01' }
    default:
      return { kind: 'choice', values: options.slice(0, 1).map(({ value }) => value) }
  }
}
