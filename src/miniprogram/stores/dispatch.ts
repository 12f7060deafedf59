import { type Receipt } from '@contracts/applications'
import { endpoints } from '@contracts/endpoints'
import { bodyToSend, photosMissing, withAttachment } from '@domain/uploads/envelope'
import { watchAttention } from '@/platform/attention'
import { callEndpoint, type Failure, type Outcome } from './api'
import { addCase } from './cases'
import { hasNetwork, whenNetworkIsBack } from './connection'
import { eraseDraft } from './draftShelf'
import { readReceiptAnswer } from './lightReaders'
import { keepOutgoing, outgoingOf, readOutbox, removeOutgoing, useOutbox, type Outgoing } from './outbox'
import { keepReceipt } from './receipt'
import { ensureSession, isSignedOut, withSession } from './session'
import { isSettled, untilAnswered } from './untilAnswered'
import { sendAgain, sendPhotosOf, type UploadJob, type UploadSource } from './uploads'

/** Milliseconds until it is tried again without any sign that it would help now. */
const tryAgainAfter = 60_000

const inPhase = (draftId: string, phase: 'sending' | 'confirming') =>
  useOutbox.setState({ active: { draftId, phase } })

let running: Promise<void> | undefined

/**
 * Sends what families have handed in: the photos first, then each application, once, however often this is called and
 * however often an answer is lost. Call it whenever the program comes into sight; it does nothing when nothing waits.
 * What ends an application is its receipt, or a refusal that is kept for the family.
 */
export async function dispatch(): Promise<void> {
  const waiting = (await readOutbox()).filter(({ refusal }) => !refusal)
  if (waiting.length === 0) return
  watch()
  if (waiting.some((one) => photosMissing(one).length > 0)) {
    sendPhotosOf(photosOfOutbox)
    sendAgain()
  }
  running ??= sendReady().finally(() => (running = undefined))
  await running
}

/** Each that has all its photos gets its tries, those that become ready meanwhile as well. */
async function sendReady(): Promise<void> {
  const tried: string[] = []
  for (let one = nextReady(tried); one; one = nextReady(tried)) {
    tried.push(one.draftId)
    await sendOne(one)
  }
  if (useOutbox.getState().outgoing.some(({ refusal }) => !refusal)) tryLater()
}

const nextReady = (tried: readonly string[]) =>
  useOutbox
    .getState()
    .outgoing.filter(
      (one) => !one.refusal && photosMissing(one).length === 0 && tried.indexOf(one.draftId) < 0,
    )[0]

async function sendOne(outgoing: Outgoing): Promise<void> {
  // Certain, while the opposite is only a hope: nothing is begun, and it stays as it is.
  if (!(await hasNetwork())) return
  try {
    const ready = outgoing.maybeSent ? outgoing : await readyToSend(outgoing)
    if (ready) await send(ready)
  } finally {
    useOutbox.setState({ active: undefined })
  }
}

/** Everything that may fail before anything is sent, and the note that something may have been. */
async function readyToSend(outgoing: Outgoing): Promise<Outgoing | undefined> {
  inPhase(outgoing.draftId, 'sending')
  const session = await ensureSession()
  // Taken back meanwhile: nothing was sent, and nothing may be.
  if (outgoingOf(outgoing.draftId) !== outgoing) return undefined
  if (!session.ok) {
    if (!session.isRetryable) await keepOutgoing({ ...outgoing, refusal: { message: session.message } })
    return undefined
  }
  const noted: Outgoing = { ...outgoing, maybeSent: true }
  if ((await keepOutgoing(noted)) === 'stored') return noted
  if (outgoingOf(outgoing.draftId) === noted) void keepOutgoing(outgoing)
  return undefined
}

async function send(outgoing: Outgoing): Promise<void> {
  const body = bodyToSend(outgoing)
  if (!body) return
  let wasAsked = false
  const act = () =>
    withSession((token): Promise<Outcome<Receipt>> => {
      wasAsked = true
      const { submitApplication } = endpoints
      return callEndpoint(submitApplication, readReceiptAnswer, { body, key: outgoing.key, token })
    })
  const outcome = await untilAnswered(act, () => inPhase(outgoing.draftId, 'confirming'))
  if (outcome.ok) return finish(outgoing, outcome.value)
  if (isSettled(outcome) && wasAsked && !isSignedOut(outcome)) await refused(outgoing, outcome)
}

/** The server has said no: nothing was filed under this key. */
async function refused(outgoing: Outgoing, { code, field, message }: Failure): Promise<void> {
  await keepOutgoing({ ...outgoing, refusal: { code, field, message } })
}

/** Receipt first, draft and outbox last: whatever happens between, the family has one of them. */
async function finish({ draftId, card }: Outgoing, receipt: Receipt): Promise<void> {
  await keepReceipt(receipt)
  await addCase({
    ...card,
    id: receipt.applicationId,
    caseNumber: receipt.caseNumber,
    way: receipt.way,
    status: 'submitted',
    version: 1,
    updatedAt: receipt.receivedAt,
    needsFamily: false,
  })
  await eraseDraft(draftId)
  removeOutgoing(draftId)
}

const photosOfOutbox: UploadSource = {
  pending: () =>
    useOutbox
      .getState()
      .outgoing.filter(({ refusal }) => !refusal)
      .reduce<UploadJob[]>((jobs, one) => jobs.concat(photosMissing(one)), []),
  received: ({ clientId }, { id }) => {
    const has = ({ photos }: Outgoing) => photos.some((photo) => photo.clientId === clientId)
    const [one] = useOutbox.getState().outgoing.filter(has)
    if (!one) return
    void keepOutgoing(withAttachment(one, clientId, id))
    void dispatch()
  },
}

let isWatching = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  whenNetworkIsBack(() => void dispatch())
  watchAttention({ left: () => undefined, cameBack: () => void dispatch() })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Also without a sign from the network: on a weak one the phone says online all the time. */
function tryLater(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void dispatch(), tryAgainAfter)
}
