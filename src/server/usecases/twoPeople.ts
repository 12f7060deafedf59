import type { CaseEventKind, Procedure } from '@domain/tracking/machine'
import type { CaseWay } from '@domain/tracking/words'
import type { StoredEvent } from '../store/caseEvents'
import type { StaffRole } from '../store/tables'

/** The steps after which somebody else decides. Where an office only helps or passes on, one person may do all of it. */
const makersSteps: Record<Procedure, readonly CaseEventKind[]> = {
  streetThenDistrict: ['accepted', 'supplementRequested', 'verified', 'confirmed', 'refused'],
  districtAlone: ['accepted'],
  streetAlone: [],
  passedOn: [],
}

/** Whose word it is in the end. */
export const decidingRole: Record<Procedure, StaffRole> = {
  streetThenDistrict: 'district',
  districtAlone: 'district',
  streetAlone: 'street',
  passedOn: 'street',
}

type Past = Pick<StoredEvent, 'kind' | 'by' | 'actorId'>

/** About a right, whoever took in or prepared a case does not decide it. Source: threats T8. */
export function mayDecide({ kind, procedure }: CaseWay, history: readonly Past[], staffId: string): boolean {
  const isMaker = ({ kind: step, by, actorId }: Past) =>
    by !== 'family' && actorId === staffId && makersSteps[procedure].includes(step)
  return kind !== 'application' || !history.some(isMaker)
}

/**
 * Whether a case stays with the person who has just done something to it. Where one office works alone, a person who
 * may not decide it leaves it to the others: nobody of them would see it otherwise.
 */
export function staysWith(way: CaseWay, history: readonly Past[], staffId: string): boolean {
  return way.procedure !== 'districtAlone' || mayDecide(way, history, staffId)
}
