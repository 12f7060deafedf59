import { create } from 'zustand'
import { ApplicationSubmission, type Receipt } from '@contracts/applications'
import { safeParse } from 'zod/mini'
import { type Draft } from '@domain/application/draft'
import { papersOfDraft } from '@domain/application/draftFacts'
import { pruneDraft } from '@domain/application/draftPruning'
import { submissionFrom } from '@domain/application/submission'
import { maskName } from '@domain/people/name'
import { policy } from '@domain/policy/version'
import { randomId } from '@/platform/randomId'
import { type Failure, type Outcome } from '@/stores/api'
import { addCase } from '@/stores/cases'
import { hasNetwork, whenNetworkIsBack } from '@/stores/connection'
import { changeDraft, draftOf, useDraft } from '@/stores/draft'
import { draftIsStored, eraseDraft } from '@/stores/draftShelf'
import { callRoute } from '@/stores/routeCalls'
import { ensureSession, isSignedOut, withSession } from '@/stores/session'
import { isSettled, untilAnswered } from '@/stores/untilAnswered'
import { sendPhotos } from '@/stores/uploads'
import { sendPaperAgain } from './draftUploads'
import { keepReceipt } from './receipt'
import { check, form, sending } from './texts'

/**
 * `sending`: the first try is on its way. `confirming`: it was not answered and is repeated by itself.
 * `waiting`: still no answer; it goes on when the net is back or the family asks.
 */
type Phase = 'idle' | 'sending' | 'confirming' | 'waiting'

interface SubmissionState {
  phase: Phase
  /** The draft that is or was handed in; the family may go on with another meanwhile. */
  draftId?: string
  /** Why the last try was refused. */
  problem?: string
}

export const useSubmission = create<SubmissionState>(() => ({ phase: 'idle' }))

const stop = (problem: string) => useSubmission.setState({ phase: 'idle', problem })

function outgoingDraft(): Draft | undefined {
  const { draftId } = useSubmission.getState()
  return draftId === undefined ? undefined : draftOf(draftId)
}

/** Of the draft that is handed in, whichever is on the screen. */
const changeOutgoing = (change: (draft: Draft) => Draft) =>
  changeDraft(change, useSubmission.getState().draftId)

let isWatching = false

/**
 * Hands the application in: once, however often it is tapped, however often the answer is lost. The key is made and
 * stored with the draft before the first send and kept until the server has said yes or no.
 * Ends with the receipt kept and the draft erased, or with a phase and a problem to show.
 */
export function submitDraft(): Promise<void> {
  return submit(useDraft.getState().draft?.id)
}

async function submit(draftId: string | undefined): Promise<void> {
  const { phase } = useSubmission.getState()
  if (phase === 'sending' || phase === 'confirming' || draftId === undefined) return
  const isRepeat = draftOf(draftId)?.idempotencyKey !== undefined
  useSubmission.setState({ draftId, phase: isRepeat ? 'confirming' : 'sending', problem: undefined })
  const problem = isRepeat ? undefined : await prepare()
  if (problem !== undefined) return stop(problem)
  const ready = outgoing(outgoingDraft())
  if (!ready) {
    dropKey()
    return stop(check.incomplete)
  }
  await send(ready)
}

/** Everything that may fail before anything is sent. @returns what is in the way */
async function prepare(): Promise<string | undefined> {
  if (!(await hasNetwork())) return sending.noNetwork
  const session = await ensureSession()
  if (!session.ok) return session.message
  changeOutgoing(pruneDraft)
  if (!outgoing(outgoingDraft(), 'unsent')) return check.incomplete
  const idempotencyKey = await randomId()
  changeOutgoing((draft) => ({ ...draft, idempotencyKey }))
  if ((await draftIsStored()) === 'stored') return undefined
  dropKey()
  return form.notStored
}

interface Outgoing {
  key: string
  body: ApplicationSubmission
  draft: Draft
}

function outgoing(draft: Draft | undefined, key = draft?.idempotencyKey): Outgoing | undefined {
  const parsed = draft && safeParse(ApplicationSubmission, submissionFrom(draft, policy.version))
  return draft && key && parsed?.success ? { key, body: parsed.data, draft } : undefined
}

async function send({ key, body, draft }: Outgoing): Promise<void> {
  let wasAsked = false
  const act = () =>
    withSession((token): Promise<Outcome<Receipt>> => {
      wasAsked = true
      return callRoute('submitApplication', { body, key, token })
    })
  const outcome = await untilAnswered(act, () => useSubmission.setState({ phase: 'confirming' }))
  if (outcome.ok) return finish(draft, outcome.value)
  if (isSettled(outcome) && wasAsked && !isSignedOut(outcome)) return refused(outcome, body)
  waitForNetwork()
  useSubmission.setState({ phase: 'waiting', problem: outcome.message })
}

function waitForNetwork(): void {
  if (isWatching) return
  isWatching = true
  whenNetworkIsBack(() => {
    const { phase, draftId } = useSubmission.getState()
    if (phase === 'waiting') void submit(draftId)
  })
}

/** Receipt first, draft last: whatever happens between, the family has one of them. */
async function finish({ id, service, child: { name = '' } }: Draft, receipt: Receipt): Promise<void> {
  await keepReceipt(receipt)
  await addCase({
    id: receipt.applicationId,
    caseNumber: receipt.caseNumber,
    service,
    way: receipt.way,
    childMaskedName: maskName(name),
    status: 'submitted',
    version: 1,
    updatedAt: receipt.receivedAt,
    needsFamily: false,
  })
  await eraseDraft(id)
  useSubmission.setState({ phase: 'idle', problem: undefined })
}

const dropKey = () => changeOutgoing(({ idempotencyKey: _, ...draft }) => draft)

/** The server has said no: nothing was filed under this key, so the next try is a new one. */
function refused({ code, field, message }: Failure, body: ApplicationSubmission): void {
  dropKey()
  if (code === 'IDEMPOTENCY_KEY_REUSED') return stop(sending.maybeSent)
  if (code !== 'ATTACHMENT_UNKNOWN') return stop(message)
  const index = Number(/^papers\.(\d+)/.exec(field ?? '')?.[1])
  const paper = body.papers[index]?.paper
  const draft = outgoingDraft()
  const known = draft && papersOfDraft(draft).find((one) => one.paper === paper)
  if (known) sendPaperAgain(draft.id, known.paper)
  sendPhotos()
  stop(sending.resending)
}
