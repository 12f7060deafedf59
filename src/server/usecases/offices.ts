import { decidingOffice, intakeOffice, routeOf, routeRules, type Route } from '@domain/divisions/route'
import { isKnownDivision } from '@domain/divisions/division'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { done, fail, type Result } from '../result'

export interface CaseOffices {
  /** Takes the papers, e.g. 海勃湾区凤凰岭街道. */
  intake: string
  /** Decides, e.g. 海勃湾区民政局. */
  deciding: string
}

/** The names of a case's two offices from its divisions. */
export function officesOf(row: { intake_division: string; deciding_division: string }): CaseOffices {
  const route: Route = {
    kind: 'local',
    intakeDivision: row.intake_division,
    decidingDivision: row.deciding_division,
  }
  return { intake: intakeOffice(route), deciding: decidingOffice(route) }
}

export interface CaseDivisions {
  hukou: string
  intake: string
  deciding: string
}

/**
 * Where an application goes.
 * @returns `INVALID_FIELD` when the place is none we know, or when this portal cannot take the case
 */
export function divisionsOf(facts: FamilyFacts): Result<CaseDivisions> {
  const hukou = facts.child?.hukou?.division
  const residence = facts.child?.residence?.division
  if (hukou === undefined || !isKnownDivision(hukou))
    return fail('INVALID_FIELD', 'facts.child.hukou.division')
  if (residence !== undefined && !isKnownDivision(residence))
    return fail('INVALID_FIELD', 'facts.child.residence.division')
  const route = routeOf({ hukou, residence })
  const { intakeDivision: intake, decidingDivision: deciding } = route ?? {}
  if (!route || !routeRules[route.kind].submitHere || !intake || !deciding)
    return fail('INVALID_FIELD', 'facts.child.hukou.division')
  return done({ hukou, intake, deciding })
}
