import { create } from 'zustand'
import { type StoredAttachment } from '@contracts/attachments'
import { type PaperId } from '@domain/services/papers'
import { emptyQueue, type Queue, type UploadCommand, type UploadEvent } from '@domain/uploads/queue'
import { sha256 } from '@domain/uploads/sha256'
import { shownUpload, type ShownUpload } from '@domain/uploads/shown'
import { step } from '@domain/uploads/step'
import { watchAttention } from '@/platform/attention'
import { photoBytes } from '@/platform/photoBytes'
import { photoPath } from '@/platform/photos'
import { whenNetworkIsBack } from './connection'
import { photoGone, uploadPhoto, type PhotoAnswer } from './photoUpload'
import { ensureSession, useSession } from './session'
import { words } from './words'

// The phone around the queue of photos. What is sent when, and again, is decided in domain/uploads and nowhere else:
// here its commands are carried out and what comes of them is told.

/** A photo that waits on the phone. */
export interface UploadJob {
  /** UUID made by the phone: sending the same photo twice is harmless. */
  clientId: string
  /** Ref of the kept photo. */
  file: string
  paper: PaperId
}

/** Whoever holds photos (a draft, a correction): what is still to be sent is asked, never copied into a queue. */
export interface UploadSource {
  pending(): readonly UploadJob[]
  received(job: UploadJob, attachment: StoredAttachment): void
}

interface UploadsState {
  states: Readonly<Record<string, ShownUpload>>
}

/** Where each photo is, by `clientId`; one without a row here waits. */
export const useUploads = create<UploadsState>(() => ({ states: {} }))

type Event = UploadEvent<StoredAttachment>
type Command = UploadCommand<StoredAttachment>

let queue: Queue = emptyQueue
const sources: UploadSource[] = []
const timers = new Map<string, ReturnType<typeof setTimeout>>()
/** Attempt and how to stop it, by photo. */
const sends = new Map<string, { attempt: number; abort?: () => void }>()

/** From now on the photos of this source are sent by themselves. Calling again for the same source is harmless. */
export function sendPhotosOf(source: UploadSource): void {
  if (sources.indexOf(source) < 0) sources.push(source)
  if (sources.length === 1) watch()
  sendPhotos()
}

let isWatching = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  whenNetworkIsBack(sendAgain)
  watchAttention({ left: () => tell({ is: 'left' }), cameBack: () => tell({ is: 'cameBack' }) })
}

/** Takes over what has to be sent and lets go of what has not. Call it whenever that may have changed. */
export function sendPhotos(): void {
  const wanted = jobs().map(({ clientId }) => clientId)
  queue.photos
    .filter(({ id, is }) => is !== 'received' && wanted.indexOf(id) < 0)
    .forEach(({ id }) => tell({ is: 'removed', id }))
  wanted.forEach((id) => tell({ is: 'added', id }))
}

/** Tries everything again that may succeed without the family: when the net is back, or the page is opened. */
export function sendAgain(): void {
  tell({ is: 'hopeful' })
  sendPhotos()
}

/** 再传一次 */
export function sendOnceMore(clientId: string): void {
  tell({ is: 'retried', id: clientId })
}

/** The photo is removed, taken anew, or to be sent afresh: stop sending it and forget how it stood. */
export function forgetUpload(clientId: string): void {
  tell({ is: 'removed', id: clientId })
}

const jobs = () => sources.reduce<UploadJob[]>((all, source) => all.concat(source.pending()), [])

const jobIn = (source: UploadSource, id: string) =>
  source.pending().filter(({ clientId }) => clientId === id)[0]

const backlog: Event[] = []
let isTelling = false

/** One event after the other, also those that happen while the commands of another are carried out. */
function tell(event: Event): void {
  backlog.push(event)
  if (isTelling) return
  isTelling = true
  try {
    for (let next = backlog.shift(); next; next = backlog.shift()) {
      const stepped = step(queue, next)
      queue = stepped.queue
      show()
      stepped.commands.forEach(obey)
    }
  } finally {
    isTelling = false
  }
}

/** Only what looks different is drawn anew. */
function show(): void {
  const { states } = useUploads.getState()
  const shown = queue.photos.reduce<Record<string, ShownUpload>>((all, photo) => {
    const [before, now] = [states[photo.id], shownUpload(photo)]
    return { ...all, [photo.id]: before && looksLike(before, now) ? before : now }
  }, {})
  const ids = Object.keys(shown)
  const isSame = ids.length === Object.keys(states).length && ids.every((id) => shown[id] === states[id])
  if (!isSame) useUploads.setState({ states: shown })
}

const looksLike = (one: ShownUpload, two: ShownUpload) => JSON.stringify(one) === JSON.stringify(two)

function obey(command: Command): void {
  const id = 'id' in command ? command.id : ''
  switch (command.do) {
    case 'send':
      return void send(id, command.attempt)
    case 'abort':
      sends.get(id)?.abort?.()
      return void sends.delete(id)
    case 'wakeAfter':
      return void timers.set(
        id,
        setTimeout(() => wake(id), command.milliseconds),
      )
    case 'calm':
      clearTimeout(timers.get(id))
      return void timers.delete(id)
    case 'signIn':
      return void signIn()
    case 'confirm':
      return confirm(id, command.receipt)
  }
}

function wake(id: string): void {
  timers.delete(id)
  tell({ is: 'woken', id })
}

function confirm(id: string, attachment: StoredAttachment): void {
  sources.forEach((source) => {
    const job = jobIn(source, id)
    if (job) source.received(job, attachment)
  })
}

async function signIn(): Promise<void> {
  const outcome = await ensureSession()
  if (outcome.ok) return tell({ is: 'signedIn' })
  const message = outcome.is === 'unknown' ? words.photoLater : outcome.message
  tell({ is: 'notSignedIn', words: message, mayHelpLater: outcome.isRetryable })
}

async function send(id: string, attempt: number): Promise<void> {
  sends.set(id, { attempt })
  const answer = await sent(id, attempt)
  if (!isCurrent(id, attempt)) return
  sends.delete(id)
  tell({ is: 'answered', id, attempt, answer })
}

const isCurrent = (id: string, attempt: number) => sends.get(id)?.attempt === attempt

async function sent(id: string, attempt: number): Promise<PhotoAnswer> {
  const job = jobs().filter(({ clientId }) => clientId === id)[0]
  const bytes = job && (await photoBytes(job.file))
  const file = job && (await photoPath(job.file))
  if (!job || !bytes || file === undefined) return photoGone
  const { session } = useSession.getState()
  if (!session) return { is: 'signedOut', words: words.photoLater }
  if (!isCurrent(id, attempt)) return { is: 'later', words: words.photoLater }
  const { paper, clientId } = job
  const { answer, abort } = uploadPhoto({
    file,
    fields: { paper, clientId, sentSha256: sha256(bytes) },
    token: session.token,
    onProgress: (percent) => tell({ is: 'progressed', id, attempt, percent }),
  })
  sends.set(id, { attempt, abort })
  return answer
}
