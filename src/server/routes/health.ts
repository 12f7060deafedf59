import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { sendError } from '../http/mountRoute'
import type { Parts } from '../parts'

/** `/healthz`: the process answers. `/readyz`: the database and the object store do as well. */
export function mountHealth(app: FastifyInstance, { db, objects }: Parts): void {
  const unlimited = { config: { rateLimit: false as const } }
  app.get('/healthz', unlimited, () => ({ status: 'ok' }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    try {
      await Promise.all([sql`select 1`.execute(db), objects.check()])
      return { status: 'ok' }
    } catch {
      return sendError(reply, 'UNAVAILABLE')
    }
  })
}
