import { randomUUID } from 'node:crypto'
import type { ApplicationSubmission, PaperHandedIn, Receipt } from '@contracts/applications'
import { requiredConsents } from '@domain/application/consents'
import { birthDateOf, idNumberIsBornBy } from '@domain/people/idNumber'
import { settingsForRules } from '@domain/policy/settings'
import { policy } from '@domain/policy/version'
import { requiredPapers } from '@domain/services/requiredPapers'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { recordAudit } from '../audit/record'
import { hours, days, later, todayInWuhai } from '../clock'
import type { Parts } from '../parts'
import { done, fail, type Failure, type Result } from '../result'
import { childrenSince, insertApplication, sealApplication } from '../store/applications'
import { lockAccount } from '../store/accounts'
import { attachTo, attachmentFrom, type AttachmentRow } from '../store/attachments'
import { insertEvent } from '../store/caseEvents'
import type { Tx } from '../store/database'
import { once } from '../store/idempotency'
import { adviceFor } from './advice'
import { countingConsents, keepConsents, photographed, refuseWithout } from './consentsGiven'
import { divisionsOf, officesOf, type CaseDivisions } from './offices'
import { takePhotos, withoutPhotos } from './papersHandedIn'
import { settingsInForce, type SettingsInForce } from './settings'

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
      refuseTooMany(parts, tx, accountId, body.child.idNumber),
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
  divisions: CaseDivisions
  today: string
}

interface Ready extends Checked {
  photos: AttachmentRow[]
  settings: SettingsInForce
}

/** What the contract cannot see: the calendar, the places, the consents. */
function check(parts: Parts, body: ApplicationSubmission): Result<Checked> {
  const today = todayInWuhai(parts.clock)
  for (const person of ['child', 'applicant'] as const) {
    if (!idNumberIsBornBy(body[person].idNumber, today)) return fail('INVALID_FIELD', `${person}.idNumber`)
  }
  const divisions = divisionsOf(body.facts)
  if (!divisions.ok) return divisions
  const birthDate = birthDateOf(body.child.idNumber)
  const told = body.facts.child?.birthDate
  if (told !== undefined && told !== birthDate) return fail('INVALID_FIELD', 'facts.child.birthDate')
  if (
    body.papers.reduce((sum, { attachmentIds }) => sum + attachmentIds.length, 0) >
    parts.limits.photosPerApplication
  )
    return fail('INVALID_FIELD', 'papers')
  const facts = { ...body.facts, child: { ...body.facts.child, birthDate } }
  return refuseWithoutConsent(facts, body, today) ?? done({ facts, divisions: divisions.value, today })
}

function refuseWithoutConsent(
  facts: FamilyFacts,
  { papers, consents }: ApplicationSubmission,
  today: string,
): Failure | undefined {
  const given = countingConsents(consents, { birthDate: facts.child?.birthDate, today })
  return refuseWithout(requiredConsents(facts, photographed(papers)), given)
}

/**
 * Keeps anybody from trying ID numbers, and from filing for one child without end. Only what this account did counts:
 * what others did for the child must not be felt (threats T2).
 */
async function refuseTooMany(
  { keyring, clock, limits }: Parts,
  tx: Tx,
  accountId: string,
  idNumber: string,
): Promise<Failure | undefined> {
  const child: string[] = keyring.indexes('child', idNumber)
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
  { facts, divisions, today, photos, settings }: Ready,
): Promise<Result<Receipt>> {
  const [id, now] = [randomUUID(), parts.clock()]
  const row = {
    id,
    account_id: accountId,
    service: body.service,
    hukou_division: divisions.hukou,
    intake_division: divisions.intake,
    deciding_division: divisions.deciding,
    status: 'submitted' as const,
    version: 1,
    policy_version: policy.version,
    settings_version: settings.version,
    form_version: body.formVersion,
    child_hmac: parts.keyring.indexes('child', body.child.idNumber)[0],
    created_at: now,
    updated_at: now,
  }
  const papers = allPapers(facts, body)
  const { applicant, child } = body
  const sealed = sealApplication(parts, id, {
    applicant,
    child,
    facts,
    papers,
    advice: adviceFor(body.service, facts, today, settingsForRules(settings.byKey)),
  })
  const caseNumber = await insertApplication(tx, { ...row, sealed })
  const event = { applicationId: id, accountId, kind: 'submitted', by: 'family', actorId: accountId } as const
  const given = countingConsents(body.consents, { birthDate: facts.child?.birthDate, today })
  const photoIds = photos.map((photo) => photo.id)
  await Promise.all([
    insertEvent(parts, tx, { ...event, detail: { papers } }, 1),
    attachTo(tx, photoIds, id, 1),
    keepConsents(tx, { applicationId: id, accountId, now }, given),
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
  })
}

/** What was handed in, and every paper the situation asks for that the phone did not name. */
function allPapers(facts: FamilyFacts, { service, papers }: ApplicationSubmission): PaperHandedIn[] {
  const named = new Set(papers.map(({ paper }) => paper))
  const unnamed = requiredPapers(service, facts).filter(({ paper }) => !named.has(paper))
  return [...papers, ...unnamed.map(({ paper }) => ({ paper, attachmentIds: [] }))]
}
