import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { sendError } from '../http/mountRoute'
import { keptFor } from '../kept'
import type { Parts } from '../parts'

/**
 * `/healthz`: the process answers, however busy it is: who restarts it for being busy makes it worse. `/readyz`: the
 * database and the object store do as well.
 */
export function mountHealth(app: FastifyInstance, parts: Parts): void {
  const rateLimit = false as const
  const isReady = readiness(parts)
  app.get('/healthz', { config: { rateLimit, pressureHandler: () => undefined } }, () => ({ status: 'ok' }))
  app.get('/readyz', { config: { rateLimit } }, async (_request, reply) =>
    (await isReady()) ? { status: 'ok' } : sendError(reply, 'UNAVAILABLE'),
  )
}

/** Nobody limits who asks, so all who ask within it share one look: it takes a connection that families wait for. */
const keptMs = 500

function readiness({ db, objects }: Parts): () => Promise<boolean> {
  return keptFor(keptMs, () =>
    Promise.all([sql`select 1`.execute(db), objects.check()]).then(
      () => true,
      () => false,
    ),
  )
}
