import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../http/failure'
import type { Parts } from '../parts'
import { mountAccount } from './accountRoutes'
import { mountAssignments } from './assignmentRoutes'
import { mountAssets } from './assets'
import { mountCases } from './caseRoutes'
import { mountCorrections } from './correctionRoutes'
import { answerDeskErrors } from './deskErrors'
import { deskPath } from './deskSession'
import { refuseForeignOrigin } from './forms'
import { deskHeaders } from './sendPage'

/** The pages of the two offices, at `/desk`. A scope of its own: its parsers and errors are nobody else's. */
export async function mountDesk(app: FastifyInstance, parts: Parts): Promise<void> {
  await app.register(
    async (scope) => {
      await scope.register(fastifyCookie)
      scope.removeContentTypeParser(['application/json', 'text/plain'])
      await scope.register(fastifyFormbody)
      answerDeskErrors(scope, parts)
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers(deskHeaders)
        if (request.method !== 'GET') refuseForeignOrigin(request)
      })
      mountAssets(scope)
      mountAccount(scope, parts)
      mountCases(scope, parts)
      mountCorrections(scope, parts)
      mountAssignments(scope, parts)
      // Before the citizen app's files, which would answer in another language.
      scope.all('/*', () => {
        throw new Refused('NOT_FOUND')
      })
    },
    { prefix: deskPath },
  )
}
