import type { CaseDetail, PaperHandedIn, SupplementSubmission, Withdrawal } from '@contracts/applications'
import { paperOf } from '@domain/services/paperCatalogue'
import type { CaseEventKind } from '@domain/tracking/machine'
import { recordAudit, type AuditAction } from '../audit/record'
import { todayInWuhai } from '../clock'
import type { Parts } from '../parts'
import { done, fail, type Failure, type Result } from '../result'
import { openApplication, ownApplication, type ApplicationRow } from '../store/applications'
import { attachTo, type AttachmentRow } from '../store/attachments'
import { appendEvent, eventsOf, type SealedEvent, type StoredEvent } from '../store/caseEvents'
import type { Tx } from '../store/database'
import { once } from '../store/idempotency'
import { detailOf, openSupplement } from './cases'
import { consentsInForce, countingConsents, keepConsents, photographed, refuseWithout } from './consentsGiven'
import { takePhotos } from './papersHandedIn'

export interface Acting {
  accountId: string
  applicationId: string
  key: string
  traceId: string
}

/**
 * Hands in what a correction asked for; the case goes on where it stood. A photo about somebody's health comes with
 * the separate consent for such photos, given now or before.
 * @returns the case, or `NOT_FOUND`, `STALE_VERSION`, `NOT_ALLOWED_IN_STATE`, `INVALID_FIELD`, `CONSENT_MISSING`,
 * `ATTACHMENT_UNKNOWN`, `IDEMPOTENCY_KEY_REUSED`
 * Source: PIPL 28–31; law-and-rules §3.
 */
export function provideSupplement(
  parts: Parts,
  acting: Acting,
  body: SupplementSubmission,
): Promise<Result<CaseDetail>> {
  return act(parts, acting, 'provideSupplement', body, async (tx, row, history) => {
    const detail: SealedEvent = { papers: body.papers }
    const next = await append(parts, tx, acting, row, history, 'supplementProvided', body.version, detail)
    if (!next.ok) return next
    const wrong = refuseUnasked(openSupplement(history)?.papers ?? [], body.papers)
    if (wrong) return wrong
    const missing = await takeHealthConsent(parts, tx, acting.accountId, row, body)
    if (missing) return missing
    const photos = await takePhotos(parts, tx, acting.accountId, body.papers)
    if (!photos.ok) return photos
    await attachTo(tx, ids(photos.value), row.id, next.value)
    return done('supplementProvided')
  })
}

/** Takes the application back. Possible until the decision. */
export function withdrawApplication(
  parts: Parts,
  acting: Acting,
  body: Withdrawal,
): Promise<Result<CaseDetail>> {
  return act(parts, acting, 'withdraw', body, async (tx, row, history) => {
    const next = await append(parts, tx, acting, row, history, 'withdrawn', body.version)
    return next.ok ? done('applicationWithdrawn') : next
  })
}

type Work = (tx: Tx, row: ApplicationRow, history: StoredEvent[]) => Promise<Result<AuditAction>>

/** One act of the family on its own case: once per key, in one transaction, audited. */
function act(
  parts: Parts,
  { accountId, applicationId, key, traceId }: Acting,
  route: string,
  body: object,
  work: Work,
): Promise<Result<CaseDetail>> {
  const caseOf = () => applicationId
  const request = { accountId, key, route, body: { applicationId, ...body }, status: 201, caseOf }
  return once(parts, request, async (tx) => {
    const row = await ownApplication(tx, accountId, applicationId)
    if (!row) return fail('NOT_FOUND')
    const action = await work(tx, row, await eventsOf(parts, tx, row.id))
    if (!action.ok) return action
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: action.value,
      object: { kind: 'application', id: row.id },
      traceId,
    })
    return done(await detailOf(parts, tx, row))
  })
}

/** @returns the sequence of the new event */
async function append(
  parts: Parts,
  tx: Tx,
  { accountId }: Acting,
  row: ApplicationRow,
  history: StoredEvent[],
  kind: CaseEventKind,
  seenVersion: number,
  detail?: SealedEvent,
): Promise<Result<number>> {
  const event = { applicationId: row.id, accountId, kind, by: 'family', actorId: accountId, detail } as const
  const { procedure } = row
  const next = await appendEvent(parts, tx, { procedure, history }, event, seenVersion)
  return next.ok ? done(next.value.version) : next
}

/** Only what was asked. What comes without a photo is brought to the window. */
function refuseUnasked(
  asked: readonly { paper: string }[],
  handedIn: readonly PaperHandedIn[],
): Failure | undefined {
  const names = asked.map(({ paper }) => paper)
  const place = handedIn.findIndex(({ paper }) => !names.includes(paper))
  return place >= 0 ? fail('INVALID_FIELD', `papers.${place}.paper`) : undefined
}

/**
 * Keeps the consent that came with photos about health, as given by who consented when the family applied. It is read
 * after the new event has locked the case, and whoever takes a consent back locks the case as well: no photo slips in
 * between.
 * @returns `CONSENT_MISSING` when there is none
 */
async function takeHealthConsent(
  parts: Parts,
  tx: Tx,
  accountId: string,
  row: ApplicationRow,
  { papers, healthConsent }: SupplementSubmission,
): Promise<Failure | undefined> {
  if (!photographed(papers).some((paper) => paperOf(paper).health)) return undefined
  const before = await consentsInForce(tx, row.id)
  const actor = before.find(({ kind }) => kind === 'childData')?.actor
  const given =
    actor === undefined || healthConsent === undefined
      ? []
      : [{ kind: 'healthDocuments', noticeVersion: healthConsent, actor } as const]
  const { facts } = openApplication(parts, row)
  const day = { birthDate: facts.child?.birthDate, today: todayInWuhai(parts.clock) }
  const counting = countingConsents(given, day)
  const missing = refuseWithout(['healthDocuments'], [...counting, ...countingConsents(before, day)])
  if (missing) return missing
  const { id: applicationId, service } = row
  await keepConsents(tx, { applicationId, accountId, service, now: parts.clock() }, counting)
  return undefined
}

const ids = (rows: readonly AttachmentRow[]) => rows.map((row) => row.id)
