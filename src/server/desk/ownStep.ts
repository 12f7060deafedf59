import type { Parts } from '../parts'
import { applicationWithin } from '../store/applications'
import { eventsOf } from '../store/caseEvents'
import { wayOf } from '../usecases/caseWay'
import type { StaffEventKind } from '../usecases/decisions'
import type { Staff } from '../usecases/staffSignIn'
import { decidingRole, mayDecide } from '../usecases/twoPeople'

export interface OwnStep {
  applicationId: string
  kind: StaffEventKind
  seenVersion: number
}

/**
 * Whether this very form was carried out already, for this very person: of a double click the browser shows the second
 * answer, and "somebody was faster" would be wrong. Ask only after the use case has found the case in scope.
 */
export async function isOwnStepDone(parts: Parts, staff: Staff, step: OwnStep): Promise<boolean> {
  const events = await eventsOf(parts, parts.db, step.applicationId)
  const next = events.find(({ sequence }) => sequence === step.seenVersion + 1)
  return next?.kind === step.kind && next.actorId === staff.id
}

/** Whether a decision was refused because this person of the deciding office had worked on the case before. */
export async function mayNotDecide(
  parts: Parts,
  staff: Staff,
  { applicationId }: Pick<OwnStep, 'applicationId'>,
): Promise<boolean> {
  const row = await applicationWithin(parts.db, staff, applicationId)
  if (!row || staff.role !== decidingRole[row.procedure]) return false
  return !mayDecide(wayOf(row), await eventsOf(parts, parts.db, applicationId), staff.id)
}
