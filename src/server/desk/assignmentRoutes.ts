import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refused } from '../http/failure'
import type { Parts } from '../parts'
import { handOver } from '../usecases/assignments'
import { idIn } from './caseIds'
import { fileOf, sendCase } from './caseRoutes'
import { deskPath } from './deskSession'
import { field } from './forms'
import { signedIn, type DeskCall } from './gates'
import { colleagueField } from './pages/HandOver'
import { seeOther } from './sendPage'

const noColleague = '请选一位同事。'

/** A case given to a colleague by who works on it. */
export function mountAssignments(scope: FastifyInstance, parts: Parts): void {
  scope.post('/cases/:id/colleague', signedIn(parts, giveToColleague))
}

async function giveToColleague(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const given = { applicationId: idIn(call, 'id'), colleagueId: field(request, colleagueField) }
  const handed = await handOver(parts, staff, given, request.id)
  if (!handed.ok && handed.field === 'colleague')
    return sendCase(call, await fileOf(call), { problems: [{ field: colleagueField, text: noColleague }] })
  if (!handed.ok) throw new Refused(handed.code, handed.field)
  return seeOther(reply, `${deskPath}?done=handedOver`)
}
