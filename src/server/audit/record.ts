import type { Clock } from '../clock'
import type { Tx } from '../store/database'
import { insertLinked, insertUnlinked, type AuditKey } from './chain'

/**
 * What is worth a row: every sign-in, every change of a case, every look of staff at a family's data and every one they
 * were refused, and once a day what a session saw of its own and whom a list showed.
 */
export type AuditAction =
  | 'signedIn'
  | 'signedOut'
  | 'sessionsEnded'
  | 'signInFailed'
  | 'passwordChanged'
  | 'phoneNumberAsked'
  | 'attachmentStored'
  | 'attachmentDeleted'
  | 'applicationSubmitted'
  | 'supplementProvided'
  | 'applicationWithdrawn'
  | 'queueRead'
  | 'caseListed'
  | 'caseHandedOver'
  | 'caseRead'
  | 'numbersRead'
  | 'photoRead'
  | 'accessRefused'
  | 'ownRead'
  | 'accepted'
  | 'supplementRequested'
  | 'verified'
  | 'forwarded'
  | 'confirmed'
  | 'refused'
  | 'staffAdded'
  | 'staffDisabled'
  | 'readsAllowed'
  | 'passwordReset'
  | 'settingPublished'
  | 'settingTakenBack'
  | 'keyRotationStarted'
  | 'keyRotationFinished'
  | 'auditPurged'
  | 'affectedAsked'
  | 'evidenceMade'
  | 'backupMade'
  | 'backupRestored'
  | 'objectsCopied'
  | 'protectionSet'
  | 'protectionLifted'
  | 'protectedRead'
  | 'protectionPermitted'
  | 'protectionForbidden'
  | 'confidentialPermitted'
  | 'confidentialForbidden'
  | 'consentWithdrawn'
  | 'correctionRequested'
  | 'correctionAccepted'
  | 'correctionDeclined'
  | 'deletionRefused'
  | 'draftsDeleted'
  | 'accountDeleted'
  | 'copyRequested'
  | 'copyRead'
  | 'copyReleased'
  | 'complianceRecorded'
  | 'expiredDeleted'
  | 'helperNamed'
  | 'helperEnded'
  | 'caseAppraised'

export type AuditObject =
  | 'account'
  | 'session'
  | 'attachment'
  | 'application'
  | 'staff'
  | 'queue'
  | 'setting'
  | 'keyring'
  | 'audit'
  | 'protection'
  | 'consent'
  | 'correction'
  | 'copy'
  | 'complianceRecord'
  | 'register'
  | 'backup'
  | 'objects'
  | 'retention'

export interface AuditEntry {
  actor: { kind: 'citizen' | 'staff'; id: string } | { kind: 'command' }
  action: AuditAction
  object: { kind: AuditObject; id?: string }
  /** Whose data it was, as far as actor and object do not say it. */
  of?: { applicationId?: string; accountId?: string }
  /** The request it happened in; a command has none. */
  traceId?: string
}

/** What recording needs: without a key the row is linked later, by the server. */
export interface AuditParts {
  clock: Clock
  auditKey?: AuditKey
}

/**
 * Adds one row, in the transaction of what it tells about: neither exists without the other. The last statement of the
 * transaction if it can be: it holds a link of the chain until the end.
 */
export function recordAudit(parts: AuditParts, tx: Tx, entry: AuditEntry): Promise<void> {
  return recordAudits(parts, tx, [entry])
}

/** The same for what happens at once. */
export async function recordAudits(
  { clock, auditKey }: AuditParts,
  tx: Tx,
  entries: readonly AuditEntry[],
): Promise<void> {
  const at = clock()
  const rows = entries.map((entry) => rowOf(at, entry))
  await (auditKey ? insertLinked(tx, auditKey, rows) : insertUnlinked(tx, rows))
}

function rowOf(at: Date, { actor, action, object, of, traceId }: AuditEntry) {
  const actorId = actor.kind === 'command' ? null : actor.id
  const objectId = object.id ?? null
  return {
    at,
    actor_kind: actor.kind,
    actor_id: actorId,
    action,
    object_kind: object.kind,
    object_id: objectId,
    trace_id: traceId ?? null,
    application_id: of?.applicationId ?? (object.kind === 'application' ? objectId : null),
    account_id: of?.accountId ?? (actor.kind === 'citizen' ? actorId : null),
  }
}
