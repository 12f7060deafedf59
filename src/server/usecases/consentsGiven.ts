import { randomUUID } from 'node:crypto'
import type { PaperHandedIn } from '@contracts/applications'
import type { ConsentGiven } from '@contracts/consents'
import { isCurrentVersion } from '@domain/application/consentNotices'
import { mayConsent, type ConsentActor, type ConsentKind } from '@domain/application/consents'
import { serviceNotice } from '@domain/application/serviceNotice'
import type { ServiceCode } from '@domain/services/catalogue'
import type { PaperId } from '@domain/services/papers'
import { canonicalJson } from '../crypto/canonicalJson'
import { sha256 } from '../crypto/tokens'
import { fail, type Failure } from '../result'
import { consentsOf, type ConsentRecord } from '../store/consents'
import type { Tx } from '../store/database'
import { paperIdsOf } from './papersHandedIn'

/** Whose consent is looked at, and when. */
export interface ConsentDay {
  /** Of the child; unknown counts as under 14. */
  birthDate: string | undefined
  today: string
}

interface Consent {
  kind: ConsentKind
  noticeVersion: string
  actor: ConsentActor
}

/** A consent to an older text is none, and neither is one of who may not give it. Source: law-and-rules §3. */
export function countingConsents<T extends Consent>(
  consents: readonly T[],
  { birthDate, today }: ConsentDay,
): T[] {
  return consents.filter(
    ({ kind, noticeVersion, actor }) =>
      isCurrentVersion(kind, noticeVersion) && mayConsent(actor, birthDate, today),
  )
}

/** @returns `CONSENT_MISSING` when one of the needed kinds was not given */
export function refuseWithout(
  needed: readonly ConsentKind[],
  given: readonly { kind: ConsentKind }[],
): Failure | undefined {
  const missing = needed.find((kind) => !given.some((consent) => consent.kind === kind))
  return missing && fail('CONSENT_MISSING', 'consents')
}

/** The papers of which a photo is handed in now. */
export function photographed(papers: readonly PaperHandedIn[]): PaperId[] {
  return paperIdsOf(papers.filter(({ attachmentIds }) => attachmentIds.length > 0))
}

/**
 * The consents of a case that allow something new. Who takes one back takes back every earlier one of its kind: the
 * family cannot know that there are several. Only one given afterwards allows anything again. Source: PIPL 15.
 */
export async function consentsInForce(tx: Tx, applicationId: string): Promise<ConsentRecord[]> {
  const all = await consentsOf(tx, applicationId)
  return all.filter(
    ({ kind, givenAt }) =>
      !all.some((other) => other.kind === kind && other.withdrawnAt !== null && other.withdrawnAt >= givenAt),
  )
}

export interface ConsentingCase {
  applicationId: string
  accountId: string
  service: ServiceCode
  now: Date
}

/** Writes down what was agreed to: the version of the notice, and the hash of its whole text as this matter has it. */
export async function keepConsents(
  tx: Tx,
  { applicationId, accountId, service, now }: ConsentingCase,
  consents: readonly ConsentGiven[],
): Promise<void> {
  if (consents.length === 0) return
  await tx
    .insertInto('consent')
    .values(
      consents.map(({ kind, noticeVersion, actor }) => ({
        id: randomUUID(),
        application_id: applicationId,
        account_id: accountId,
        kind,
        notice_version: noticeVersion,
        notice_hash: sha256(canonicalJson(serviceNotice(kind, service))),
        actor,
        given_at: now,
      })),
    )
    .execute()
}
