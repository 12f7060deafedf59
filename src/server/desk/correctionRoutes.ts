import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refused } from '../http/failure'
import type { Parts } from '../parts'
import { decideCorrection } from '../usecases/rights/corrections'
import { reasonRule } from '../usecases/decisions'
import { idIn } from './caseIds'
import { fileOf, sendCase } from './caseRoutes'
import { makerIsNotChecker } from './deskErrors'
import { deskPath } from './deskSession'
import { field } from './forms'
import { signedIn, type DeskCall } from './gates'
import { mayNotDecide } from './ownStep'
import { answerField } from './pages/Corrections'

const noReason = `不改要写明理由，至少 ${reasonRule.minLength} 个字，最多 ${reasonRule.maxLength} 个字。`

/** What a family wants corrected in its case, decided by the office. */
export function mountCorrections(scope: FastifyInstance, parts: Parts): void {
  scope.post('/cases/:id/corrections/:correctionId', signedIn(parts, takeDecision))
}

async function takeDecision(call: DeskCall): Promise<FastifyReply> {
  const { parts, staff, request, reply } = call
  const [applicationId, correctionId] = [idIn(call, 'id'), idIn(call, 'correctionId')]
  const decision = field(request, 'decision')
  if (decision !== 'accept' && decision !== 'decline') throw new Refused('INVALID_FIELD')
  const answer = field(request, 'answer')
  const decided = await decideCorrection(
    parts,
    staff,
    { applicationId, correctionId, accept: decision === 'accept', answer },
    request.id,
  )
  if (!decided.ok && decided.field === 'answer')
    return sendCase(call, await fileOf(call), {
      declined: { id: correctionId, answer },
      problems: [{ field: answerField(correctionId), text: noReason }],
    })
  if (!decided.ok) {
    const isMaker = decided.code === 'FORBIDDEN' && (await mayNotDecide(parts, staff, { applicationId }))
    throw new Refused(decided.code, isMaker ? makerIsNotChecker : decided.field)
  }
  return reply.redirect(`${deskPath}/cases/${applicationId}#corrections-title`, 303)
}
