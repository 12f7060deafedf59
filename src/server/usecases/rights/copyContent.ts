import type { CopyContent } from '@contracts/rights'
import type { Parts } from '../../parts'
import { openApplication, type ApplicationRow } from '../../store/applications'
import { attachmentFrom, attachmentsOf, type AttachmentRow } from '../../store/attachments'
import { eventsOf } from '../../store/caseEvents'
import { consentsOf, ownConsentFrom } from '../../store/consents'
import { correctionFrom, correctionsOf, openCorrection } from '../../store/corrections'
import { eventForFamily } from '../cases'
import { wayOf } from '../caseWay'
import { officesOf } from '../offices'
import { countedKinds, everyCaseOf } from './holdings'

type CopiedCase = CopyContent['cases'][number]
type CopiedPhoto = CopyContent['loosePhotos'][number]

/**
 * Everything this account has given and what became of it, in one value. A case that may only be stored is named and
 * not opened; photos are named by their hash, and the app shows them.
 */
export async function contentOf(parts: Parts, accountId: string): Promise<CopyContent> {
  const { db } = parts
  const account = await db
    .selectFrom('account')
    .select('created_at')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const rows = await everyCaseOf(db, accountId)
  const cases: CopiedCase[] = []
  for (const row of rows) if (row.frozen_at === null) cases.push(await copiedCase(parts, row))
  const loose = await db
    .selectFrom('attachment')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('application_id', 'is', null)
    .orderBy('created_at')
    .execute()
  return {
    madeAt: parts.clock().toISOString(),
    account: { createdAt: account.created_at.toISOString() },
    kinds: await countedKinds(db, accountId),
    cases,
    frozenCases: rows.flatMap(({ case_number, frozen_at }) =>
      frozen_at ? [{ caseNumber: case_number, frozenAt: frozen_at.toISOString() }] : [],
    ),
    loosePhotos: loose.map((row) => copiedPhoto(parts, row)),
  }
}

async function copiedCase(parts: Parts, row: ApplicationRow): Promise<CopiedCase> {
  const { applicant, child, facts, details = {}, papers, remarks = [] } = openApplication(parts, row)
  const offices = officesOf(row)
  const events = await eventsOf(parts, parts.db, row.id)
  const photos = await attachmentsOf(parts.db, row.id)
  return {
    caseNumber: row.case_number,
    service: row.service,
    way: wayOf(row),
    status: row.status,
    submittedAt: row.created_at.toISOString(),
    applicant,
    child,
    facts,
    details,
    papers,
    remarks,
    events: events.map((event) => eventForFamily(event, offices)),
    photos: photos.map((photo) => copiedPhoto(parts, photo)),
    consents: (await consentsOf(parts.db, row.id)).map(ownConsentFrom),
    corrections: await copiedCorrections(parts, row.id),
  }
}

async function copiedCorrections(parts: Parts, applicationId: string): Promise<CopiedCase['corrections']> {
  const rows = await correctionsOf(parts.db, applicationId)
  return rows.map((row) => {
    const { wanted, before } = openCorrection(parts, row)
    return { ...correctionFrom(parts, row), wanted, before: before ?? null }
  })
}

function copiedPhoto(parts: Parts, row: AttachmentRow): CopiedPhoto {
  const { paper, sha256, bytes, width, height } = attachmentFrom(parts, row)
  return { paper, sha256, bytes, width, height, receivedAt: row.created_at.toISOString() }
}
