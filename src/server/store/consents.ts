import type { OwnConsent } from '@contracts/rights'
import type { ConsentActor, ConsentKind } from '@domain/application/consents'
import type { Database, Tx } from './database'

export interface ConsentRecord {
  id: string
  applicationId: string
  kind: ConsentKind
  noticeVersion: string
  noticeHash: string
  actor: ConsentActor
  givenAt: Date
  withdrawnAt: Date | null
}

function query(db: Database | Tx) {
  return db
    .selectFrom('consent')
    .leftJoin('consent_withdrawal', 'consent_withdrawal.consent_id', 'consent.id')
    .select([
      'consent.id',
      'consent.application_id as applicationId',
      'consent.kind',
      'consent.notice_version as noticeVersion',
      'consent.notice_hash as noticeHash',
      'consent.actor',
      'consent.given_at as givenAt',
      'consent_withdrawal.at as withdrawnAt',
    ])
    .orderBy('consent.given_at')
    .orderBy('consent.id')
}

/** This server wrote the actor itself, out of the contract's list. */
type StoredConsent = Omit<ConsentRecord, 'actor'> & { actor: string }
const asRecord = (row: StoredConsent) => row as ConsentRecord

/** Every consent of a case, with those taken back. */
export async function consentsOf(db: Database | Tx, applicationId: string): Promise<ConsentRecord[]> {
  return consentsOfCases(db, [applicationId])
}

/** The same of many cases at once. */
export async function consentsOfCases(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<ConsentRecord[]> {
  if (applicationIds.length === 0) return []
  const rows = await query(db).where('consent.application_id', 'in', applicationIds).execute()
  return rows.map(asRecord)
}

/** The owner is part of the question: a foreign id is as good as none. */
export async function ownConsent(
  db: Database | Tx,
  accountId: string,
  id: string,
): Promise<ConsentRecord | undefined> {
  const row = await query(db)
    .where('consent.id', '=', id)
    .where('consent.account_id', '=', accountId)
    .executeTakeFirst()
  return row && asRecord(row)
}

/** What the family sees of it. */
export function ownConsentFrom({
  applicationId: _,
  givenAt,
  withdrawnAt,
  ...rest
}: ConsentRecord): OwnConsent {
  return { ...rest, givenAt: givenAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null }
}
