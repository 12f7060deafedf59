import { isKnownDivision } from '@domain/divisions/divisionName'
import { officeElsewhere } from '@domain/divisions/officeElsewhere'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { officesOn, routeOf, routeRules } from '@domain/services/route'
import type { Procedure } from '@domain/tracking/machine'
import type { Offices } from '@domain/tracking/words'
import { done, fail, type Result } from '../result'
import type { ApplicationRow } from '../store/applications'

/** The names of a case's two offices from its divisions. */
export function officesOf({
  procedure,
  department,
  intake_division: intakeDivision,
  deciding_division: decidingDivision,
}: Pick<ApplicationRow, 'procedure' | 'department' | 'intake_division' | 'deciding_division'>): Offices {
  return officesOn(
    { kind: 'local', procedure, intakeDivision, decidingDivision },
    department,
    officeElsewhere,
  )
}

/** The way of one case through the offices. */
export interface CaseRoute {
  procedure: Procedure
  hukou: string
  intake: string
  deciding: string
}

/**
 * Where an application goes.
 * @returns `INVALID_FIELD` when the place is none we know, or when this portal cannot take the case
 */
export function caseRouteOf(service: ServiceCode, facts: FamilyFacts): Result<CaseRoute> {
  const hukou = facts.child?.hukou?.division
  const residence = facts.child?.residence?.division
  if (hukou === undefined || !isKnownDivision(hukou))
    return fail('INVALID_FIELD', 'facts.child.hukou.division')
  if (residence !== undefined && !isKnownDivision(residence))
    return fail('INVALID_FIELD', 'facts.child.residence.division')
  const route = routeOf(service, { hukou, residence })
  // An open route waits for the residence.
  const isByResidence = !route || services[service].place === 'residence'
  const { intakeDivision: intake, decidingDivision: deciding } = route ?? {}
  if (!route || !routeRules[route.kind].submitHere || !intake || !deciding)
    return fail('INVALID_FIELD', `facts.child.${isByResidence ? 'residence' : 'hukou'}.division`)
  return done({ procedure: route.procedure, hukou, intake, deciding })
}
