import { randomBytes } from 'node:crypto'
import fastifyMultipart from '@fastify/multipart'
import fastifySwagger, { type StaticDocumentSpec } from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import { routes, type RouteName } from '@contracts/routes'
import fastify, { type FastifyInstance } from 'fastify'
import { mountDesk } from './desk/mountDesk'
import type { AnyHandler } from './http/call'
import { codeOf } from './http/failure'
import { createGuards } from './http/guards'
import { mountRoute, sendError } from './http/mountRoute'
import { answerBrokenRequest, answerErrors, answerUnknown } from './http/errors'
import { openapiDocument } from './http/openapi'
import { protect } from './http/protection'
import { hangUpOnSlowBodies } from './http/slowBodies'
import { apiPolicy, docsPolicy, mountSite } from './http/site'
import type { Parts } from './parts'
import { mountHealth } from './routes/health'
import { handlers } from './routes/handlers'

export interface AppOptions {
  parts: Parts
  /** Exact addresses of the proxies whose `X-Forwarded-For` counts. */
  trustProxy: string[]
  /** The built citizen app. */
  siteFolder: string
}

/** The whole API as one value: a test injects requests, `main` gives it a port. */
export async function buildApp({ parts, trustProxy, siteFolder }: AppOptions): Promise<FastifyInstance> {
  const { waits } = parts.limits
  const app = fastify({
    connectionTimeout: waits.idle,
    // Of all requests: those without a photo are hung up on earlier (http/slowBodies.ts).
    requestTimeout: waits.upload,
    handlerTimeout: waits.handler,
    // Longer than a proxy in front keeps its own, so that it is never the server that hangs up first.
    keepAliveTimeout: 72_000,
    http: { headersTimeout: waits.headers, connectionsCheckingInterval: waits.check },
    logger: false,
    bodyLimit: parts.limits.bodyBytes,
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    exposeHeadRoutes: false,
    // Never taken from the caller: it ends up in the log.
    genReqId: () => randomBytes(8).toString('hex'),
    return503OnClosing: true,
    // Before any route is known: a broken address, a broken request.
    frameworkErrors: (error, _request, reply) =>
      void sendError(reply.header('content-security-policy', apiPolicy), codeOf(error)),
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: 'idle',
  })
  answerErrors(app, parts)
  hangUpOnSlowBodies(app, waits.request)
  await protect(app, parts)
  answerUnknown(app)
  await app.register(fastifyMultipart)

  const mounted = mountedRoutes(parts)
  const guards = createGuards(app, parts)
  for (const { name, route } of mounted) {
    // The table types each handler by its own row; here all rows are treated alike.
    mountRoute(app, parts, guards, { name, route, handler: handlers[name] as AnyHandler })
  }
  mountHealth(app, parts)
  await mountDesk(app, parts)
  await publish(app, openapiDocument(mounted))
  await mountSite(app, siteFolder)
  return app
}

/** The demo login does not exist in production, neither mounted nor published. */
function mountedRoutes({ mode }: Parts) {
  return (Object.keys(routes) as RouteName[])
    .filter((name) => mode === 'demo' || name !== 'signInAsDemo')
    .map((name) => ({ name, route: routes[name] }))
}

async function publish(app: FastifyInstance, document: Record<string, unknown>): Promise<void> {
  app.get('/openapi.json', () => document)
  await app.register(fastifySwagger, {
    mode: 'static',
    specification: { document: document as unknown as StaticDocumentSpec['document'] },
  })
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    // Nothing is loaded from, or sent to, another host.
    uiConfig: { validatorUrl: null },
    staticCSP: docsPolicy,
  })
}
