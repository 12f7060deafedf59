import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Parts } from '../parts'
import { sessionOf, type CitizenSession } from '../store/citizenSessions'
import { createAccountRate } from './accountRate'
import { Refused } from './failure'

/** What stands before every handler. */
export interface Guards {
  publicCall(request: FastifyRequest): Promise<void>
  /**
   * @param parts of this request
   * @throws Refused without a live session, or when the account asks too often
   */
  citizen(parts: Parts, request: FastifyRequest): Promise<CitizenSession>
}

const minute = 60_000

/** Limits per account are low and per address high: a whole village may share one address. Source: threats §5.1. */
export function createGuards(app: FastifyInstance, parts: Parts): Guards {
  const { signInsPerAddress } = parts.limits.requests
  const mayAsk = createAccountRate(parts)
  // Per process: behind three replicas an address may do three times as much. It is high anyway.
  const signIns = app.createRateLimit({ max: signInsPerAddress, timeWindow: minute })

  return {
    async publicCall(request) {
      if (request.method === 'POST') refuseExceeded(await signIns(request))
    },
    async citizen(own, request) {
      const session = await sessionOf(own, bearerToken(request))
      if (!session.ok) throw new Refused(session.code)
      request.session = session.value
      if (!(await mayAsk(own.db, session.value.accountId))) throw new Refused('TOO_MANY_REQUESTS')
      return session.value
    },
  }
}

function refuseExceeded(verdict: { isAllowed: true } | { isAllowed: false; isExceeded: boolean }): void {
  if (!verdict.isAllowed && verdict.isExceeded) throw new Refused('TOO_MANY_REQUESTS')
}

function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{43})$/.exec(headers.authorization ?? '')?.[1]
}
