import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * A body that comes drop by drop holds a connection: it is hung up on. Node knows one time for all requests, and a photo
 * from a phone on a bad line needs many times what anything else does.
 * @param patienceMs from the headers to the end of the body
 */
export function hangUpOnSlowBodies(app: FastifyInstance, patienceMs: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!carriesPhoto(request)) watch(request, patienceMs)
    done()
  })
}

const carriesPhoto = ({ routeOptions }: FastifyRequest) =>
  (routeOptions.config as { carriesPhoto?: boolean }).carriesPhoto === true

function watch({ raw }: FastifyRequest, patienceMs: number): void {
  const late = setTimeout(() => raw.complete || raw.destroy(), patienceMs).unref()
  raw.once('close', () => clearTimeout(late))
}
