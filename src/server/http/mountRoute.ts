import { idempotencyHeader } from '@contracts/endpoints'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteName } from '@contracts/routes'
import { parse as parseAnswer } from 'zod/mini'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import type { CitizenSession } from '../store/citizenSessions'
import type { AnyHandler, AnyRoute } from './call'
import { errorAnswer, Refused } from './failure'
import { parse } from './parse'
import { requestParts } from './requestParts'
import type { Guards } from './guards'
import { readUpload } from './upload'
import { UploadRoom } from './uploadRoom'
import { sendVersioned } from './versioned'

declare module 'fastify' {
  interface FastifyRequest {
    session?: CitizenSession
    /** Of this request alone. */
    ownParts?: Parts
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const keyPattern = /^[A-Za-z0-9-]{1,255}$/

/**
 * Mounts one row of the route table. Order of the checks: request rate, session, account rate, address, key, body.
 * Nothing of a body is read before the session is known.
 */
export function mountRoute(
  app: FastifyInstance,
  parts: Parts,
  guards: Guards,
  { name, route, handler }: { name: RouteName; route: AnyRoute; handler: AnyHandler },
): void {
  const room = route.upload && new UploadRoom(parts.limits.uploadsInFlight)
  app.route({
    method: route.method,
    url: route.path,
    config: { table: name, carriesPhoto: route.upload !== undefined },
    // From the headers on: it holds the time in which the photo arrives.
    ...(route.upload ? { handlerTimeout: parts.limits.waits.upload } : {}),
    onRequest: async (request) => {
      const own = requestParts(parts)
      request.ownParts = own
      if (route.auth === 'public') return guards.publicCall(request)
      request.session = await guards.citizen(own, request)
    },
    handler: async (request, reply) => {
      const work = () => answer(request.ownParts ?? requestParts(parts), route, handler, request)
      const result = await (room ? room.hold(request, work) : work())
      if (result.ok) return send(route, reply, result.value)
      throw new Refused(result.code, result.field)
    },
  })
}

async function answer(
  parts: Parts,
  route: AnyRoute,
  handler: AnyHandler,
  request: FastifyRequest,
): Promise<Result<unknown>> {
  const id = idOf(request)
  if (!id.ok) return id
  const key = keyOf(route, request)
  if (!key.ok) return key
  const query = route.query ? parse(route.query, request.query) : done(undefined)
  if (!query.ok) return query
  const body = route.body ? parse(route.body, request.body) : done(undefined)
  if (!body.ok) return body
  const upload = route.upload ? await readUpload(request, route.upload) : done(undefined)
  if (!upload.ok) return upload
  return handler({
    parts,
    traceId: request.id,
    session: request.session,
    id: id.value,
    key: key.value,
    body: body.value,
    query: query.value,
    upload: upload.value,
  })
}

/** An id that cannot exist is answered like one that does not. */
function idOf({ params }: FastifyRequest): Result<string | undefined> {
  const { id } = params as { id?: string }
  if (id === undefined) return done(undefined)
  const lower = id.toLowerCase()
  return uuid.test(lower) ? done(lower) : fail('NOT_FOUND')
}

function keyOf(route: AnyRoute, { headers }: FastifyRequest): Result<string | undefined> {
  if (!route.idempotent) return done(undefined)
  const key = headers[idempotencyHeader]
  return typeof key === 'string' && keyPattern.test(key) ? done(key) : fail('IDEMPOTENCY_KEY_MISSING')
}

function send(route: AnyRoute, reply: FastifyReply, value: unknown): FastifyReply {
  if (route.binary) return sendPhoto(reply, value as Buffer)
  reply.code(route.success)
  // The schema is the allow-list of what may leave: a field it does not know stops the answer.
  const body = route.response && parseAnswer(route.response, value)
  return route.freshFor === undefined
    ? reply.send(body)
    : sendVersioned(reply, route.freshFor, body as { version: string })
}

/** A photo of a family's paper: shown, never cached, never named. */
export function sendPhoto(reply: FastifyReply, jpeg: Buffer): FastifyReply {
  return reply
    .code(200)
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'cache-control': 'private, no-store',
    })
    .send(jpeg)
}

/** Sends a refusal in the one shape of every error. */
export function sendError(
  reply: FastifyReply,
  refusal: Parameters<typeof errorAnswer>[0],
  field?: string,
): FastifyReply {
  const { status, headers, body } = errorAnswer(refusal, reply.request.id, field)
  return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(body)
}
