import { oncePerDay } from '../audit/oncePerDay'
import { recordAudits } from '../audit/record'
import type { Parts } from '../parts'
import { done } from '../result'
import { sessionId, type CitizenSession } from '../store/citizenSessions'
import { inTransaction } from '../store/database'

/** Photos that belong to no case yet. */
const drafts = 'drafts'

/**
 * What a session saw of its own family's data, one row a session and case a day: when a phone was stolen, it can be
 * told what was seen with it. Written before anything is shown.
 * @param applicationIds null for photos that belong to no case yet
 */
export function noteOwnReads(
  parts: Parts,
  { accountId, tokenHash }: CitizenSession,
  applicationIds: readonly (string | null)[],
  traceId: string,
): Promise<void> {
  const session = sessionId(tokenHash)
  const seen = new Map(applicationIds.map((id) => [`${session} ${id ?? drafts}`, id]))
  return oncePerDay(parts, seen, async (fresh) => {
    const rows = fresh.map((id) => ({
      actor: { kind: 'citizen' as const, id: accountId },
      action: 'ownRead' as const,
      object: { kind: 'session' as const, id: session },
      of: { applicationId: id ?? undefined, accountId },
      traceId,
    }))
    await inTransaction(parts.db, async (tx) => {
      await recordAudits(parts, tx, rows)
      return done(undefined)
    })
  })
}
