import { randomUUID } from 'node:crypto'
import type { ApplicationSubmission, PaperHandedIn, Receipt } from '@contracts/applications'
import { requiredConsents } from '@domain/application/consents'
import { settingsForRules } from '@domain/policy/settings'
import { policy } from '@domain/policy/version'
import { services } from '@domain/services/catalogue'
import { normaliseDetails, type Details } from '@domain/services/details'
import { requiredPapers } from '@domain/services/requiredPapers'
import type { Situation } from '@domain/services/situations'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { recordAudit } from '../audit/record'
import { hours, days, later, todayInWuhai } from '../clock'
import type { Parts } from '../parts'
import { done, fail, type Failure, type Result } from '../result'
import { childrenSince, insertApplication, sealApplication } from '../store/applications'
import { lockAccount } from '../store/accounts'
import { attachTo, attachmentFrom, type AttachmentRow } from '../store/attachments'
import { insertEvent } from '../store/caseEvents'
import { childIdentity } from '../store/childIdentity'
import type { Tx } from '../store/database'
import { once } from '../store/idempotency'
import { adviceFor } from './advice'
import { wayOf } from './caseWay'
import { countingConsents, keepConsents, photographed, refuseWithout } from './consentsGiven'
import { caseRouteOf, officesOf, type CaseRoute } from './offices'
import { takePhotos, withoutPhotos } from './papersHandedIn'
import { settingsInForce, type SettingsInForce } from './settings'
import { birthDateIn, wrongField } from './submittedFields'

export interface Submitting {
  accountId: string
  key: string
  traceId: string
}

/**
 * Files an application: idempotency row, application, first event, consents, photos, audit and outbox in one
 * transaction. The answer is the same whether or not the child is known already (threats T2).
 * @returns the receipt, only after everything is committed
 */
export function submitApplication(
  parts: Parts,
  by: Submitting,
  body: ApplicationSubmission,
): Promise<Result<Receipt>> {
  const { accountId, key } = by
  const caseOf = ({ applicationId }: Receipt) => applicationId
  const request = { accountId, key, route: 'submitApplication', body, status: 201, caseOf }
  return once(parts, request, async (tx) => {
    const checked = check(parts, body)
    if (!checked.ok) return checked
    // None of them needs another's answer: one trip to the database.
    const [tooMany, photos, settings] = await Promise.all([
      refuseTooMany(parts, tx, accountId, childIdentity({ accountId, child: body.child })),
      takePhotos(parts, tx, accountId, body.papers),
      settingsInForce(tx),
    ])
    if (tooMany) return tooMany
    return photos.ok
      ? file(parts, tx, by, body, { ...checked.value, photos: photos.value, settings })
      : photos
  })
}

interface Checked {
  facts: FamilyFacts
  details: Details
  route: CaseRoute
  today: string
}

interface Ready extends Checked {
  photos: AttachmentRow[]
  settings: SettingsInForce
}

/** What the contract cannot see: the calendar, what this matter asks, the places, the consents. */
function check(parts: Parts, body: ApplicationSubmission): Result<Checked> {
  const today = todayInWuhai(parts.clock)
  const wrong = wrongField(body, today)
  if (wrong) return fail('INVALID_FIELD', wrong)
  const route = caseRouteOf(body.service, body.facts)
  if (!route.ok) return route
  if (
    body.papers.reduce((sum, { attachmentIds }) => sum + attachmentIds.length, 0) >
    parts.limits.photosPerApplication
  )
    return fail('INVALID_FIELD', 'papers')
  const birthDate = birthDateIn(body)
  const facts = { ...body.facts, child: { ...body.facts.child, ...(birthDate && { birthDate }) } }
  const details = normaliseDetails(body.details ?? {})
  return refuseWithoutConsent(facts, body, today) ?? done({ facts, details, route: route.value, today })
}

function refuseWithoutConsent(
  facts: FamilyFacts,
  { service, papers, consents }: ApplicationSubmission,
  today: string,
): Failure | undefined {
  const given = countingConsents(consents, { birthDate: facts.child?.birthDate, today })
  return refuseWithout(requiredConsents(service, facts, photographed(papers)), given)
}

/**
 * Keeps anybody from trying ID numbers, and from filing for one child without end. Only what this account did counts:
 * what others did for the child must not be felt (threats T2).
 */
async function refuseTooMany(
  { keyring, clock, limits }: Parts,
  tx: Tx,
  accountId: string,
  identity: string,
): Promise<Failure | undefined> {
  const child: string[] = keyring.indexes('child', identity)
  const [now, { perHour, perDay, ofOnePerDay }] = [clock(), limits.children]
  // Submissions of one account come one after another here: sent at once, each would see none of the others.
  const [, seen] = await Promise.all([
    lockAccount(tx, accountId),
    childrenSince(tx, accountId, later(now, -days(1))),
  ])
  const others = seen.filter(({ hmac }) => !child.includes(hmac))
  const same = seen.filter(({ hmac }) => child.includes(hmac)).reduce((sum, { count }) => sum + count, 0)
  const lately = others.filter(({ at }) => at > later(now, -hours(1)))
  const isTooMuch = lately.length >= perHour || others.length >= perDay || same >= ofOnePerDay
  return isTooMuch ? fail('TOO_MANY_REQUESTS') : undefined
}

async function file(
  parts: Parts,
  tx: Tx,
  { accountId, traceId }: Submitting,
  body: ApplicationSubmission,
  { facts, details, route, today, photos, settings }: Ready,
): Promise<Result<Receipt>> {
  const [id, now, service] = [randomUUID(), parts.clock(), services[body.service]]
  const row = {
    id,
    account_id: accountId,
    service: body.service,
    procedure: route.procedure,
    department: service.department,
    confidential: service.confidential === true,
    hukou_division: route.hukou,
    intake_division: route.intake,
    deciding_division: route.deciding,
    status: 'submitted' as const,
    version: 1,
    policy_version: policy.version,
    settings_version: settings.version,
    form_version: body.formVersion,
    child_hmac: parts.keyring.indexes('child', childIdentity({ accountId, child: body.child }))[0],
    created_at: now,
    updated_at: now,
  }
  const papers = allPapers({ facts, details, on: today }, body)
  const { applicant, child } = body
  const sealed = sealApplication(parts, id, {
    applicant,
    child,
    facts,
    details,
    papers,
    advice: adviceFor(service.entitlements, facts, today, settingsForRules(settings.byKey)),
  })
  const caseNumber = await insertApplication(tx, { ...row, sealed })
  const event = { applicationId: id, accountId, kind: 'submitted', by: 'family', actorId: accountId } as const
  const given = countingConsents(body.consents, { birthDate: facts.child?.birthDate, today })
  const photoIds = photos.map((photo) => photo.id)
  await Promise.all([
    insertEvent(parts, tx, { ...event, detail: { papers } }, 1),
    attachTo(tx, photoIds, id, 1),
    keepConsents(tx, { applicationId: id, accountId, service: body.service, now }, given),
    recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'applicationSubmitted',
      object: { kind: 'application', id },
      traceId,
    }),
  ])
  return done({
    applicationId: id,
    caseNumber,
    receivedAt: now.toISOString(),
    files: photos.map((photo) => {
      const { paper, sha256: hash, bytes } = attachmentFrom(parts, photo)
      return { paper, sha256: hash, bytes }
    }),
    papersLater: withoutPhotos(papers),
    office: officesOf(row).intake,
    way: wayOf(row),
  })
}

/** What was handed in, and every paper the situation asks for that the phone did not name. */
function allPapers(situation: Situation, { service, papers }: ApplicationSubmission): PaperHandedIn[] {
  const named = new Set(papers.map(({ paper }) => paper))
  const unnamed = requiredPapers(service, situation).filter(({ paper }) => !named.has(paper))
  return [...papers, ...unnamed.map(({ paper }) => ({ paper, attachmentIds: [] }))]
}
