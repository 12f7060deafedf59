import { sql, type Selectable } from 'kysely'
import type { Correction } from '@contracts/rights'
import type { CorrectionField } from '@domain/rights/corrections'
import type { Parts } from '../parts'
import type { Database, Tx } from './database'
import { placeOf } from './sealedColumns'
import type { Tables } from './tables'

export type CorrectionRow = Selectable<Tables['correction']>

/** The sealed part of a row. */
export interface SealedCorrection {
  field: CorrectionField
  wanted: string
  /** The value that was replaced; it stays here for good. */
  before?: string
  /** What the office wrote to the family. */
  answer?: string
}

const sealedPlace = (id: string) => placeOf('correction.sealed', id)

export function sealCorrection({ envelope }: Parts, id: string, sealed: SealedCorrection): Buffer {
  return envelope.sealJson(sealed, sealedPlace(id))
}

export function openCorrection({ envelope }: Parts, row: Pick<CorrectionRow, 'id' | 'sealed'>) {
  return envelope.openJson<SealedCorrection>(row.sealed, sealedPlace(row.id))
}

/** What the family sees of its request. */
export function correctionFrom(parts: Parts, row: CorrectionRow): Correction {
  const { field, answer } = openCorrection(parts, row)
  return {
    id: row.id,
    field,
    status: row.status,
    requestedAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    answer: answer ?? null,
  }
}

/** Every request about a case, the first one first. */
export function correctionsOf(db: Database | Tx, applicationId: string): Promise<CorrectionRow[]> {
  return correctionsOfCases(db, [applicationId])
}

/** The same of many cases at once. */
export async function correctionsOfCases(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<CorrectionRow[]> {
  if (applicationIds.length === 0) return []
  return db
    .selectFrom('correction')
    .selectAll()
    .where('application_id', 'in', applicationIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** How many corrections of a case were made. */
export async function acceptedCorrections(tx: Tx, applicationId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('correction')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('application_id', '=', applicationId)
    .where('status', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return count
}
