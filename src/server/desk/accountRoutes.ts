import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createElement } from 'react'
import { errorAnswer, Refused } from '../http/failure'
import { requestParts } from '../http/requestParts'
import type { Parts } from '../parts'
import { changePassword, passwordRule, signInStaff, signOutStaff } from '../usecases/staffSignIn'
import { deskPath, forgetSession, keepSession, signInToken, signInTokenOf, staffAt } from './deskSession'
import { messageOf } from './deskWords'
import { field, refuseForeignToken } from './forms'
import { signedIn, type DeskCall } from './gates'
import { PasswordPage } from './pages/PasswordPage'
import type { Problem } from './pages/Problems'
import { SignInPage } from './pages/SignInPage'
import { seeOther, sendPage } from './sendPage'

/** Signing in and out, and the password. */
export function mountAccount(scope: FastifyInstance, parts: Parts): void {
  const perAddress = scope.createRateLimit({
    max: parts.limits.requests.signInsPerAddress,
    timeWindow: 60_000,
  })
  scope.get('/sign-in', (request, reply) => showSignIn(requestParts(parts), request, reply))
  scope.post('/sign-in', async (request, reply) => {
    refuseForeignToken(request, signInTokenOf(parts.mode, request))
    const verdict = await perAddress(request)
    if (!verdict.isAllowed && verdict.isExceeded) throw new Refused('TOO_MANY_REQUESTS')
    return signIn(requestParts(parts), request, reply)
  })
  scope.post('/sign-out', signedIn(parts, signOut, { firstPassword: true }))
  scope.get('/password', signedIn(parts, showPassword, { firstPassword: true }))
  scope.post('/password', signedIn(parts, changeOwnPassword, { firstPassword: true }))
}

async function showSignIn(parts: Parts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const isSignedIn = await staffAt(parts, request).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused) return false
      throw error
    },
  )
  if (isSignedIn) return seeOther(reply, deskPath)
  const token = signInToken(parts, request, reply)
  const hasEnded = (request.query as { ended?: unknown }).ended === '1'
  const message = hasEnded ? messageOf('SESSION_EXPIRED') : undefined
  return sendPage(reply, createElement(SignInPage, { mode: parts.mode, token, message }))
}

async function signIn(parts: Parts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const number = field(request, 'number').trim().slice(0, 20)
  const password = field(request, 'password').slice(0, passwordRule.maxLength + 1)
  const code = field(request, 'code').slice(0, 20)
  const session = await signInStaff(parts, { number, password, code }, request.id)
  if (!session.ok) {
    const token = signInToken(parts, request, reply)
    const { status, headers } = errorAnswer(session.code, request.id)
    reply.headers(headers).refusal = session.code
    const problem = messageOf(session.code)
    return sendPage(reply, createElement(SignInPage, { mode: parts.mode, token, number, problem }), status)
  }
  keepSession(parts, reply, session.value)
  return seeOther(reply, session.value.mustChangePassword ? `${deskPath}/password` : deskPath)
}

async function signOut({ parts, staff, request, reply }: DeskCall): Promise<FastifyReply> {
  await signOutStaff(parts, staff, request.id)
  forgetSession(parts, reply)
  return seeOther(reply, `${deskPath}/sign-in`)
}

async function showPassword({ parts, staff, reply }: DeskCall): Promise<FastifyReply> {
  return sendPage(reply, createElement(PasswordPage, { mode: parts.mode, staff }))
}

async function changeOwnPassword({ parts, staff, request, reply }: DeskCall): Promise<FastifyReply> {
  const [current, next] = [field(request, 'current'), field(request, 'next')]
  const again = (problem: Problem, status: number) =>
    sendPage(reply, createElement(PasswordPage, { mode: parts.mode, staff, problems: [problem] }), status)
  if (next !== field(request, 'again')) return again({ field: 'again', text: '两次输的新密码不一样。' }, 400)
  const session = await changePassword(parts, staff, { current, next }, request.id)
  if (session.ok) {
    keepSession(parts, reply, session.value)
    return seeOther(reply, deskPath)
  }
  const { status } = errorAnswer(session.code, request.id)
  reply.refusal = session.code
  if (session.code === 'SIGN_IN_FAILED')
    return again({ field: 'current', text: '现在的密码不对，请再看看。' }, status)
  if (session.code === 'INVALID_FIELD') return again({ field: 'next', text: newPasswordText }, status)
  throw new Refused(session.code)
}

const newPasswordText = `新密码至少 ${passwordRule.minLength} 个字，也不能和现在的一样。`
