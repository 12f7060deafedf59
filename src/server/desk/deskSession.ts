import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newToken } from '../crypto/tokens'
import type { Mode } from '../env'
import { Refused } from '../http/failure'
import type { Parts } from '../parts'
import { staffOf, type Staff, type StaffSession } from '../usecases/staffSignIn'

export const deskPath = '/desk'

/** The prefix makes the browser itself refuse the cookie without `Secure`; plain http is for demonstrations. */
const nameIn: Record<Mode, { session: string; form: string }> = {
  production: { session: '__Secure-desk_session', form: '__Secure-desk_form' },
  demo: { session: 'desk_session', form: 'desk_form' },
}

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

const cookieOptions = (mode: Mode) =>
  ({ path: deskPath, httpOnly: true, sameSite: 'strict', secure: mode === 'production' }) as const

/** Gone with the browser; the server ends it earlier. Source: threats §5.2. */
export function keepSession({ mode }: Parts, reply: FastifyReply, { token }: StaffSession): void {
  reply.setCookie(nameIn[mode].session, token, cookieOptions(mode))
}

export function forgetSession({ mode }: Parts, reply: FastifyReply): void {
  reply.clearCookie(nameIn[mode].session, cookieOptions(mode))
}

/** Who sits at the desk. @throws Refused `NOT_SIGNED_IN` or `SESSION_EXPIRED` */
export async function staffAt(parts: Parts, request: FastifyRequest): Promise<Staff> {
  const token = request.cookies[nameIn[parts.mode].session]
  const staff = await staffOf(parts, token && tokenPattern.test(token) ? token : undefined)
  if (!staff.ok) throw new Refused(staff.code)
  return staff.value
}

/**
 * The token of the sign-in form, which has no session yet to hold one: it stands in a cookie and in the form, and
 * another site can set neither.
 */
export function signInToken({ mode }: Parts, request: FastifyRequest, reply: FastifyReply): string {
  const known = signInTokenOf(mode, request)
  if (known) return known
  const token = newToken()
  reply.setCookie(nameIn[mode].form, token, cookieOptions(mode))
  return token
}

export function signInTokenOf(mode: Mode, request: FastifyRequest): string | undefined {
  const token = request.cookies[nameIn[mode].form]
  return token && tokenPattern.test(token) ? token : undefined
}
