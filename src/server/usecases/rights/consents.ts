import { randomUUID } from 'node:crypto'
import type { OwnConsent } from '@contracts/rights'
import { withdrawalReaches } from '@domain/application/consents'
import { foldCase, step } from '@domain/tracking/machine'
import { recordAudit } from '../../audit/record'
import type { Parts } from '../../parts'
import { freezeCase, freezeHealthPhotos } from '../../privacy/freezing'
import { done, fail, type Result } from '../../result'
import type { ApplicationRow } from '../../store/applications'
import { appendEvent, eventsOf } from '../../store/caseEvents'
import { ownConsent, ownConsentFrom } from '../../store/consents'
import type { Tx } from '../../store/database'
import { once } from '../../store/idempotency'

/** A citizen who asks for something about the own data. */
export interface Asking {
  accountId: string
  /** Value of the header `Idempotency-Key`. */
  key: string
  traceId: string
}

/**
 * Takes a consent back: a second row, never a changed one. What it allowed stops at once; what was done before stays
 * valid. Twice is no mistake.
 * @returns the consent with the day it was taken back, or `NOT_FOUND` when it is none of this account
 * Source: PIPL 15, 16, 47; law-and-rules L02.
 */
export function withdrawConsent(parts: Parts, asking: Asking, id: string): Promise<Result<OwnConsent>> {
  const { accountId, key, traceId } = asking
  const request = { accountId, key, route: 'withdrawConsent', body: { id }, status: 201 }
  return once(parts, request, async (tx) => {
    const given = await ownConsent(tx, accountId, id)
    if (!given) return fail('NOT_FOUND')
    const row = { id: randomUUID(), consent_id: id, account_id: accountId, at: parts.clock() }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('consent_withdrawal')
      .values(row)
      .onConflict((conflict) => conflict.column('consent_id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) {
      const stopped = await stopWhatItAllowed(parts, tx, accountId, given)
      if (!stopped.ok) return stopped
      await recordAudit(parts, tx, {
        actor: { kind: 'citizen', id: accountId },
        action: 'consentWithdrawn',
        object: { kind: 'consent', id },
        of: { applicationId: given.applicationId },
        traceId,
      })
    }
    const now = await ownConsent(tx, accountId, id)
    return now ? done(ownConsentFrom(now)) : fail('NOT_FOUND')
  })
}

async function stopWhatItAllowed(
  parts: Parts,
  tx: Tx,
  accountId: string,
  { kind, applicationId }: { kind: keyof typeof withdrawalReaches; applicationId: string },
): Promise<Result<undefined>> {
  // Whoever hands photos in holds the same lock: none comes in between under a consent that is gone.
  const row = await tx
    .selectFrom('application')
    .select(['id', 'procedure'])
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (withdrawalReaches[kind] === 'healthPhotos') {
    await freezeHealthPhotos(parts, tx, applicationId)
    return done(undefined)
  }
  const ended = await endCase(parts, tx, accountId, row)
  if (!ended.ok) return ended
  await freezeCase(parts, tx, applicationId)
  return done(undefined)
}

/** A case nobody has decided ends with its consent; a decision that was made stays as it is. */
async function endCase(
  parts: Parts,
  tx: Tx,
  accountId: string,
  { id: applicationId, procedure }: Pick<ApplicationRow, 'id' | 'procedure'>,
): Promise<Result<undefined>> {
  const history = await eventsOf(parts, tx, applicationId)
  const state = foldCase(procedure, history)
  if (!step(procedure, state, 'withdrawn', 'family').ok) return done(undefined)
  const event = { applicationId, accountId, kind: 'withdrawn', by: 'family', actorId: accountId } as const
  const next = await appendEvent(parts, tx, { procedure, history }, event, state.version)
  return next.ok ? done(undefined) : next
}
