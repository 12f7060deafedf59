import type { PaperHandedIn } from '@contracts/applications'
import { isPaperId, type PaperId } from '@domain/services/papers'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { attachmentFrom, lockUnattached, type AttachmentRow } from '../store/attachments'
import type { Tx } from '../store/database'

export function paperIdsOf(papers: readonly PaperHandedIn[]): PaperId[] {
  return papers.map(({ paper }) => paper).filter(isPaperId)
}

/** Papers that will be handed in later. */
export function withoutPhotos(papers: readonly PaperHandedIn[]): string[] {
  return papers.filter(({ attachmentIds }) => attachmentIds.length === 0).map(({ paper }) => paper)
}

/**
 * Locks the photos of a submission. Each must be the family's own, in no application yet, uploaded for this very
 * paper, and named once.
 * @returns the rows in the order of the papers, `INVALID_FIELD` when something is named twice, or
 * `ATTACHMENT_UNKNOWN` with the paper's place
 */
export async function takePhotos(
  parts: Parts,
  tx: Tx,
  accountId: string,
  papers: readonly PaperHandedIn[],
): Promise<Result<AttachmentRow[]>> {
  const ids = papers.flatMap(({ attachmentIds }) => attachmentIds.map((id) => id.toLowerCase()))
  if (hasTwice(ids) || hasTwice(papers.map(({ paper }) => paper))) return fail('INVALID_FIELD', 'papers')
  const rows = new Map((await lockUnattached(tx, accountId, ids)).map((row) => [row.id, row]))
  const taken: AttachmentRow[] = []
  for (const [place, { paper, attachmentIds }] of papers.entries()) {
    for (const id of attachmentIds) {
      const row = rows.get(id.toLowerCase())
      if (!row || attachmentFrom(parts, row).paper !== paper)
        return fail('ATTACHMENT_UNKNOWN', `papers.${place}`)
      taken.push(row)
    }
  }
  return done(taken)
}

const hasTwice = (values: readonly string[]) => new Set(values).size !== values.length
