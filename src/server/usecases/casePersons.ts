import type { CasePersons } from '@contracts/applications'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { openApplication, ownApplication } from '../store/applications'

/**
 * Persons and places of one of the family's own cases, so that the next one need not ask them again.
 * @returns `NOT_FOUND` when there is no such case, it may only be stored, or it is another family's
 */
export async function casePersons(parts: Parts, accountId: string, id: string): Promise<Result<CasePersons>> {
  const row = await ownApplication(parts.db, accountId, id)
  if (!row) return fail('NOT_FOUND')
  const { applicant, child, facts } = openApplication(parts, row)
  return done({
    service: row.service,
    applicant: { ...applicant, relation: facts.applicant?.relation },
    child,
    hukou: facts.child?.hukou?.division,
    residence: facts.child?.residence?.division,
  })
}
