import type { Parts } from '../parts'
import type { Tx } from '../store/database'

/** What is worth a row: every sign-in, every change of a case, every look of staff at a family's data. */
export type AuditAction =
  | 'signedIn'
  | 'signedOut'
  | 'signInFailed'
  | 'passwordChanged'
  | 'attachmentStored'
  | 'attachmentDeleted'
  | 'applicationSubmitted'
  | 'supplementProvided'
  | 'applicationWithdrawn'
  | 'queueRead'
  | 'caseRead'
  | 'numbersRead'
  | 'photoRead'
  | 'accepted'
  | 'supplementRequested'
  | 'verified'
  | 'confirmed'
  | 'refused'
  | 'staffAdded'
  | 'staffDisabled'
  | 'passwordReset'
  | 'settingPublished'
  | 'settingTakenBack'

export interface AuditEntry {
  actor: { kind: 'citizen' | 'staff'; id: string } | { kind: 'command' }
  action: AuditAction
  object: { kind: 'account' | 'attachment' | 'application' | 'staff' | 'queue' | 'setting'; id?: string }
  /** The request it happened in; a command has none. */
  traceId?: string
}

/** Adds one row, in the transaction of what it tells about: neither exists without the other. */
export async function recordAudit({ clock }: Pick<Parts, 'clock'>, tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      at: clock(),
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.kind === 'command' ? null : entry.actor.id,
      action: entry.action,
      object_kind: entry.object.kind,
      object_id: entry.object.id ?? null,
      trace_id: entry.traceId ?? null,
      previous_hash: null,
      hash: null,
    })
    .execute()
}
