import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { routes } from '@contracts/routes'
import type { ErrorCode } from '@contracts/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultOf } from '../fault'
import type { Parts } from '../parts'
import { codeOf, errorAnswer, Refused } from './failure'
import { sendError } from './mountRoute'
import { apiPolicy } from './site'

declare module 'fastify' {
  interface FastifyReply {
    /** Code of the error answered, for the log. */
    refusal?: ErrorCode
  }
}

/** Every failure of every route ends here, in one shape; every request leaves one line in the log. */
export function answerErrors(app: FastifyInstance, parts: Parts): void {
  app.setErrorHandler((error, request, reply) => {
    const code = noteError(parts, error, request, reply)
    return sendError(reply, code, error instanceof Refused ? error.field : undefined)
  })
  app.addHook('onResponse', async (request, reply) => {
    const done = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      code: reply.refusal,
    }
    parts.log.write('request.done', { traceId: request.id, ...done })
    parts.metrics.requestDone(done)
  })
}

/** Addresses there are none of. After the limit of an address is there: a flood of them counts like any other. */
export function answerUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    reply.refusal = notFoundCode(request, reply)
    return sendError(reply, reply.refusal)
  })
}

/**
 * Decides the code of a thrown error and logs what broke. A room with pages of its own calls it from its error handler.
 */
export function noteError(
  parts: Parts,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): ErrorCode {
  const code = codeOf(error)
  reply.refusal = code
  if (code === 'INTERNAL' || code === 'UNAVAILABLE' || code === 'STORAGE_FULL') {
    parts.log.write('request.failed', {
      traceId: request.id,
      method: request.method,
      route: routeOf(request),
      fault: faultOf(error),
    })
  }
  return code
}

/** The template, never the address: an address may hold anything. */
function routeOf({ routeOptions, is404 }: FastifyRequest): string {
  return is404 ? 'unknown' : (routeOptions.url ?? 'unknown')
}

const patterns = Object.values(routes).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
}))

/** A known address with another method: 405 with what it takes, in the contract's own words. */
function notFoundCode(request: FastifyRequest, reply: FastifyReply): ErrorCode {
  const [path = ''] = request.url.split('?')
  const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  if (allowed.length === 0 || allowed.some((method) => method === request.method)) return 'NOT_FOUND'
  reply.header('allow', [...new Set(allowed)].join(', '))
  return 'METHOD_NOT_ALLOWED'
}

/**
 * Bytes that are no HTTP, or a request that never ended: the connection is over, but not without a word. Browsers open
 * connections ahead of need; on one that has asked nothing yet, a word would become the answer to its first request
 * (measured: a photo at the desk failed with 400).
 */
export function answerBrokenRequest(_error: Error, socket: Socket): void {
  if (!socket.writable || socket.bytesRead === 0) return void socket.destroy()
  const { body, headers } = errorAnswer('BAD_JSON', randomBytes(8).toString('hex'))
  const text = JSON.stringify(body)
  const head = [
    'HTTP/1.1 400 Bad Request',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-security-policy: ${apiPolicy}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}
