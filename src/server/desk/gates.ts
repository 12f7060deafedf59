import type { FastifyReply, FastifyRequest } from 'fastify'
import { requestParts } from '../http/requestParts'
import type { Parts } from '../parts'
import type { Staff } from '../usecases/staffSignIn'
import { deskPath, staffAt } from './deskSession'
import { refuseForeignToken } from './forms'
import { seeOther } from './sendPage'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sits at the desk, once a gate has let the request through. */
    staff?: Staff
  }
}

export interface DeskCall {
  parts: Parts
  staff: Staff
  request: FastifyRequest
  reply: FastifyReply
}

type Handler = (call: DeskCall) => Promise<FastifyReply>

interface GateOptions {
  /** Open to a person who has not changed the first password yet. */
  firstPassword?: boolean
}

/**
 * The gate before every page of a signed-in person: the session, for a form also its token, then the first password.
 * @throws Refused `NOT_SIGNED_IN`, `SESSION_EXPIRED`, `FORBIDDEN`
 */
export function signedIn(parts: Parts, handler: Handler, { firstPassword = false }: GateOptions = {}) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const own = requestParts(parts)
    const staff = await staffAt(own, request)
    request.staff = staff
    if (request.method !== 'GET') refuseForeignToken(request, staff.formToken)
    if (staff.mustChangePassword && !firstPassword) return seeOther(reply, `${deskPath}/password`)
    return handler({ parts: own, staff, request, reply })
  }
}
