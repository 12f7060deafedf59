import type { ErrorCode } from '@contracts/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createElement } from 'react'
import { noteError } from '../http/errors'
import { errorAnswer, Refused } from '../http/failure'
import type { Parts } from '../parts'
import { deskPath, signInToken } from './deskSession'
import { foreignFormMessage, messageOf, ownWorkMessage } from './deskWords'
import { writtenIn } from './decisionForm'
import { foreignForm } from './forms'
import { MessagePage } from './pages/MessagePage'
import { SignInPage } from './pages/SignInPage'
import { seeOther, sendPage } from './sendPage'

const titles: Partial<Record<ErrorCode, string>> = {
  FORBIDDEN: '这一步没有办',
  NOT_FOUND: '没有找到',
  STALE_VERSION: '这件事刚有新变化',
  NOT_ALLOWED_IN_STATE: '这件事刚有新变化',
  READ_BUDGET: '今天看的申请到了上限',
}

const signInCodes: readonly ErrorCode[] = ['NOT_SIGNED_IN', 'SESSION_EXPIRED']
const conflictCodes: readonly ErrorCode[] = ['STALE_VERSION', 'NOT_ALLOWED_IN_STATE']
/** Somebody may have been faster while this person wrote a form of the desk: what was written comes back. */
const lateCodes: readonly ErrorCode[] = [...conflictCodes, 'NOT_FOUND']

/** Marks the refusal of a decision by somebody who prepared the case. */
export const makerIsNotChecker = 'maker'

/** Every failure at the desk ends as a page in Chinese with a number for support. */
export function answerDeskErrors(scope: FastifyInstance, parts: Parts): void {
  scope.setErrorHandler((error, request, reply) => {
    const code = noteError(parts, error, request, reply)
    if (signInCodes.includes(code)) return askToSignIn(parts, code, request, reply)
    const { status, headers } = errorAnswer(code, request.id)
    reply.headers(headers)
    const page = createElement(MessagePage, {
      mode: parts.mode,
      staff: request.staff,
      title: titles[code] ?? '没有办成',
      message: sentenceFor(code, error),
      traceId: request.id,
      link: conflictCodes.includes(code) ? reload(request) : undefined,
      unsaved: request.staff && lateCodes.includes(code) ? writtenIn(request) : undefined,
    })
    return sendPage(reply, page, status)
  })
}

function sentenceFor(code: ErrorCode, error: unknown): string {
  if (!(error instanceof Refused) || code !== 'FORBIDDEN') return messageOf(code)
  if (error.field === foreignForm) return foreignFormMessage
  return error.field === makerIsNotChecker ? ownWorkMessage : messageOf(code)
}

/** Back to the case as it is now. */
function reload({ params }: FastifyRequest) {
  const { id } = params as { id?: string }
  return id ? { address: `${deskPath}/cases/${encodeURIComponent(id)}`, text: '看最新情况' } : undefined
}

/** A page is asked for again after signing in; of a form the text comes back, to be copied. */
function askToSignIn(parts: Parts, code: ErrorCode, request: FastifyRequest, reply: FastifyReply) {
  if (request.method === 'GET') {
    return seeOther(reply, `${deskPath}/sign-in${code === 'SESSION_EXPIRED' ? '?ended=1' : ''}`)
  }
  const page = createElement(SignInPage, {
    mode: parts.mode,
    token: signInToken(parts, request, reply),
    message: messageOf(code),
    unsaved: writtenIn(request),
  })
  return sendPage(reply, page, errorAnswer(code, request.id).status)
}
