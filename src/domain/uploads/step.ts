import {
  percentStep,
  uploadPauses,
  uploadsAtOnce,
  type Queue,
  type QueuedPhoto,
  type UploadAnswer,
  type UploadCommand,
  type UploadEvent,
} from './queue'

export interface Stepped<Receipt> {
  queue: Queue
  commands: readonly UploadCommand<Receipt>[]
}

/**
 * What the queue of photos does next: every rule of sending is here, and nothing but this decides. What comes too late
 * (an answer to a send that was given up, a timer of a photo that is gone) changes nothing.
 */
export function step<Receipt>(queue: Queue, event: UploadEvent<Receipt>): Stepped<Receipt> {
  return started(happened(queue, event))
}

function happened<Receipt>(queue: Queue, event: UploadEvent<Receipt>): Stepped<Receipt> {
  switch (event.is) {
    case 'added':
      return done(photoOf(queue, event.id) ? queue : { ...queue, photos: [...queue.photos, fresh(event.id)] })
    case 'removed':
      return removed(queue, event.id)
    case 'progressed':
      return done(progressed(queue, event))
    case 'answered':
      return answered(queue, event)
    case 'signedIn':
      return done({ ...queue, session: 'held', sessionNumber: queue.sessionNumber + 1 })
    case 'notSignedIn':
      return notSignedIn(queue, event)
    case 'woken':
      return done(woken(queue, event.id))
    case 'hopeful':
      return hopeful(queue)
    case 'left':
      return done({ ...queue, isAway: true })
    case 'cameBack':
      return hopeful({ ...queue, isAway: false })
    case 'retried':
      return retried(queue, event.id)
  }
}

const done = <Receipt>(queue: Queue, commands: readonly UploadCommand<Receipt>[] = []): Stepped<Receipt> => ({
  queue,
  commands,
})

const fresh = (id: string): QueuedPhoto => ({ id, tries: 0, wasSignedOut: false, is: 'waiting' })

/** The next try counts as new: what the server says of the session is believed again. */
const waiting = ({ id, tries }: QueuedPhoto): QueuedPhoto => ({
  id,
  tries,
  wasSignedOut: false,
  is: 'waiting',
})

const photoOf = ({ photos }: Queue, id: string) => photos.filter((photo) => photo.id === id)[0]

/** The queue with these photos as they are now. */
function updated(queue: Queue, ...now: readonly QueuedPhoto[]): Queue {
  const newOf = (photo: QueuedPhoto) => now.filter(({ id }) => id === photo.id)[0] ?? photo
  return { ...queue, photos: queue.photos.map(newOf) }
}

const calmed = <Receipt>(...photos: readonly QueuedPhoto[]): UploadCommand<Receipt>[] =>
  photos.filter(({ is }) => is === 'pausing').map(({ id }) => ({ do: 'calm', id }))

function removed<Receipt>(queue: Queue, id: string): Stepped<Receipt> {
  const photo = photoOf(queue, id)
  if (!photo) return done(queue)
  const left = { ...queue, photos: queue.photos.filter((one) => one !== photo) }
  return done(left, photo.is === 'sending' ? [{ do: 'abort', id }] : calmed(photo))
}

/** The photo on its way in just this attempt. */
function onItsWay(queue: Queue, { id, attempt }: { id: string; attempt: number }) {
  const photo = photoOf(queue, id)
  return photo?.is === 'sending' && photo.attempt === attempt ? photo : undefined
}

function progressed(queue: Queue, event: { id: string; attempt: number; percent: number }): Queue {
  const photo = onItsWay(queue, event)
  const percent = Math.floor(event.percent / percentStep) * percentStep
  return photo && photo.percent < percent ? updated(queue, { ...photo, percent }) : queue
}

function answered<Receipt>(
  queue: Queue,
  event: { id: string; attempt: number; answer: UploadAnswer<Receipt> },
): Stepped<Receipt> {
  const photo = onItsWay(queue, event)
  if (!photo) return done(queue)
  const { answer } = event
  const { id, tries } = photo
  switch (answer.is) {
    case 'received':
      return done(updated(queue, { id, tries, wasSignedOut: false, is: 'received' }), [
        { do: 'confirm', id, receipt: answer.receipt },
      ])
    case 'refused':
      return done(updated(queue, stuck(photo, answer.words)))
    case 'later':
      return paused(queue, [photo], answer.words)
    case 'signedOut': {
      // Twice in a row: signing in does not help now, and asking in a circle would never end.
      if (photo.wasSignedOut) return paused(queue, [photo], answer.words)
      const again = updated(queue, { ...waiting(photo), wasSignedOut: true })
      return done(photo.session === queue.sessionNumber ? { ...again, session: sessionAfter(queue) } : again)
    }
  }
}

const sessionAfter = ({ session }: Queue) => (session === 'asking' ? 'asking' : 'none')

const stuck = ({ id, tries }: QueuedPhoto, words: string): QueuedPhoto => ({
  id,
  tries,
  wasSignedOut: false,
  is: 'stuck',
  words,
})

const lastPause = uploadPauses.length - 1

const pausing = ({ id, tries }: QueuedPhoto, words: string): QueuedPhoto => ({
  id,
  tries: Math.min(tries + 1, lastPause),
  wasSignedOut: false,
  is: 'pausing',
  words,
})

function paused<Receipt>(queue: Queue, photos: readonly QueuedPhoto[], words: string): Stepped<Receipt> {
  const wake = ({ id, tries }: QueuedPhoto): UploadCommand<Receipt> => ({
    do: 'wakeAfter',
    id,
    milliseconds: uploadPauses[tries] ?? 0,
  })
  return done(updated(queue, ...photos.map((photo) => pausing(photo, words))), photos.map(wake))
}

/** Whoever waited for the session has failed with it. */
function notSignedIn<Receipt>(
  queue: Queue,
  { words, mayHelpLater }: { words: string; mayHelpLater: boolean },
): Stepped<Receipt> {
  const without: Queue = { ...queue, session: 'none' }
  const waiters = queue.photos.filter(({ is }) => is === 'waiting')
  if (mayHelpLater) return paused(without, waiters, words)
  return done(updated(without, ...waiters.map((photo) => stuck(photo, words))))
}

function hopeful<Receipt>(queue: Queue): Stepped<Receipt> {
  const resting = queue.photos.filter(({ is }) => is === 'pausing')
  return done(updated(queue, ...resting.map(waiting)), calmed(...resting))
}

function retried<Receipt>(queue: Queue, id: string): Stepped<Receipt> {
  const photo = photoOf(queue, id)
  if (photo?.is !== 'pausing' && photo?.is !== 'stuck') return done(queue)
  return done(updated(queue, waiting(photo)), calmed(photo))
}

function woken(queue: Queue, id: string): Queue {
  const photo = photoOf(queue, id)
  return photo?.is === 'pausing' ? updated(queue, waiting(photo)) : queue
}

/** After every event: nobody waits who could be on the way. */
function started<Receipt>({ queue, commands }: Stepped<Receipt>): Stepped<Receipt> {
  const { photos, session, sessionNumber, isAway, lastAttempt } = queue
  const free = uploadsAtOnce - photos.filter(({ is }) => is === 'sending').length
  const next = photos.filter(({ is }) => is === 'waiting').slice(0, Math.max(0, free))
  if (isAway || next.length === 0 || session === 'asking') return done(queue, commands)
  if (session === 'none') return done({ ...queue, session: 'asking' }, commands.concat({ do: 'signIn' }))
  const sending = next.map(({ id, tries, wasSignedOut }, index) => ({
    ...{ id, tries, wasSignedOut, is: 'sending' as const },
    ...{ attempt: lastAttempt + 1 + index, session: sessionNumber, percent: 0 },
  }))
  return done(
    { ...updated(queue, ...sending), lastAttempt: lastAttempt + sending.length },
    commands.concat(sending.map(({ id, attempt }) => ({ do: 'send', id, attempt }))),
  )
}
