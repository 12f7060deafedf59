import { randomUUID } from 'node:crypto'
import { recordAudit } from '../../audit/record'
import { done, fail, type Result } from '../../result'
import { inTransaction } from '../../store/database'
import { freezeCase } from '../freezing'
import { purgeCase } from './cases'
import { appraisalList } from './run'
import type { RetentionParts } from './periods'

export interface Appraisal {
  caseNumber: string
  /** Destroy it, or keep it stored and unused. */
  decision: 'purge' | 'freeze'
  /** Number of the document that approves it, and its day (ISO). */
  document: string
  date: string
  by: string
}

/**
 * Carries out what people decided about an expired case. The approving document is recorded before anything goes.
 * @returns `NOT_FOUND` when no such case waits for appraisal
 * Source: 档案法实施条例 24 (appraisal at expiry).
 */
export async function appraise(parts: RetentionParts, appraisal: Appraisal): Promise<Result<undefined>> {
  const expired = await appraisalList(parts)
  const found = expired.find(({ caseNumber }) => caseNumber === appraisal.caseNumber)
  if (!found) return fail('NOT_FOUND')
  const recorded = await inTransaction(parts.db, async (tx) => {
    await tx
      .insertInto('compliance_record')
      .values({
        id: randomUUID(),
        kind: 'appraisal',
        document: appraisal.document,
        document_date: appraisal.date,
        recorded_by: appraisal.by,
        recorded_at: parts.clock(),
      })
      .execute()
    if (appraisal.decision === 'freeze') await freezeCase(parts, tx, found.id)
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'caseAppraised',
      object: { kind: 'application', id: found.id },
    })
    return done(undefined)
  })
  return recorded.ok && appraisal.decision === 'purge' ? purgeCase(parts, found.id) : recorded
}
