import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyUnderPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts'
import { refuseBrokenAddress } from './address'
import { Refused } from './failure'
import { readJsonStrictly } from './jsonBody'
import { apiPolicy } from './site'

/** What stands before every route, also before those that do not exist. Source: threats §5.1. */
export async function protect(app: FastifyInstance, parts: Parts): Promise<void> {
  await setHeaders(app)
  await holdBack(app, parts)
  app.addHook('onRequest', (request, _reply, done) => {
    refuseBrokenAddress(request)
    done()
  })
  readJsonStrictly(app)
}

async function setHeaders(app: FastifyInstance): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', apiPolicy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
}

/** Before it breaks, it says so: the event loop, the requests being worked on, the requests of one address. */
async function holdBack(app: FastifyInstance, { limits, metrics }: Parts): Promise<void> {
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: limits.loopDelayMs,
    pressureHandler: () => {
      throw new Refused('UNAVAILABLE')
    },
  })
  let inFlight = 0
  app.addHook('onRequest', (request, reply, done) => {
    inFlight += 1
    metrics.requestStarted()
    // An answer that was cut off is never "finished", one that was sent is "closed" only with its connection.
    let isCounted = true
    const end = () => {
      if (!isCounted) return
      isCounted = false
      inFlight -= 1
      metrics.requestEnded()
    }
    reply.raw.once('finish', end)
    reply.raw.once('close', end)
    const isHealth = request.url === '/healthz' || request.url === '/readyz'
    if (inFlight > limits.requestsInFlight && !isHealth) throw new Refused('UNAVAILABLE')
    done()
  })
  const silent = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }
  // In memory, so each replica counts by itself; it is for floods, people are counted by account.
  await app.register(fastifyRateLimit, {
    max: limits.requests.perAddress,
    timeWindow: 60_000,
    errorResponseBuilder: () => new Refused('TOO_MANY_REQUESTS'),
    addHeaders: silent,
    addHeadersOnExceeding: silent,
  })
}
