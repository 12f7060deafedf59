import {
  emptyQueue,
  type Queue,
  type QueuedPhoto,
  type UploadCommand,
  type UploadEvent,
} from '@domain/uploads/queue'
import { step } from '@domain/uploads/step'

/** The phone around the queue, as far as it matters: what runs, which timers are set, who was told what. */
export interface Phone {
  queue: Queue
  /** Photos the family has taken and not removed. */
  owned: readonly string[]
  /** Attempts on the wire: photo → number. */
  running: Readonly<Record<string, number>>
  /** Photos with a timer. */
  timers: readonly string[]
  isSigningIn: boolean
  confirmed: readonly string[]
  /** What the phone was told to do and must not be: the fault in a sentence. */
  faults: readonly string[]
}

export type Event = UploadEvent<string>

export const newPhone: Phone = {
  queue: emptyQueue,
  owned: [],
  running: {},
  timers: [],
  isSigningIn: false,
  confirmed: [],
  faults: [],
}

const without = (list: readonly string[], id: string) => list.filter((one) => one !== id)

/** One event, and what the phone then does. */
export function after(phone: Phone, event: Event): Phone {
  const { queue, commands } = step(phone.queue, event)
  return commands.reduce(obeyed, { ...before(phone, event), queue })
}

/** What is over by the event itself. */
function before(phone: Phone, event: Event): Phone {
  switch (event.is) {
    case 'added':
      return { ...phone, owned: without(phone.owned, event.id).concat(event.id) }
    case 'removed':
      return {
        ...phone,
        owned: without(phone.owned, event.id),
        confirmed: without(phone.confirmed, event.id),
      }
    case 'answered':
      return phone.running[event.id] === event.attempt ? ended(phone, event.id) : phone
    case 'woken':
      return { ...phone, timers: without(phone.timers, event.id) }
    case 'signedIn':
    case 'notSignedIn':
      return { ...phone, isSigningIn: false }
    default:
      return phone
  }
}

function ended(phone: Phone, id: string): Phone {
  const { [id]: _, ...running } = phone.running
  return { ...phone, running }
}

function obeyed(phone: Phone, command: UploadCommand<string>): Phone {
  const fault = (words: string): Phone => ({ ...phone, faults: phone.faults.concat(words) })
  switch (command.do) {
    case 'send':
      if (phone.confirmed.includes(command.id)) return fault('a confirmed photo is sent again')
      if (!phone.owned.includes(command.id)) return fault('a removed photo is sent')
      if (phone.running[command.id] !== undefined) return fault('a photo is sent twice at once')
      return { ...phone, running: { ...phone.running, [command.id]: command.attempt } }
    case 'abort':
      return phone.running[command.id] === undefined ? fault('nothing to abort') : ended(phone, command.id)
    case 'wakeAfter':
      if (command.milliseconds < 5_000) return fault('a pause that is none')
      if (phone.timers.includes(command.id)) return fault('a second timer for one photo')
      return { ...phone, timers: phone.timers.concat(command.id) }
    case 'calm':
      if (!phone.timers.includes(command.id)) return fault('no timer to take away')
      return { ...phone, timers: without(phone.timers, command.id) }
    case 'signIn':
      return phone.isSigningIn ? fault('signs in twice at once') : { ...phone, isSigningIn: true }
    case 'confirm':
      if (phone.confirmed.includes(command.id)) return fault('confirmed twice')
      return { ...phone, confirmed: phone.confirmed.concat(command.id) }
  }
}

const sorted = (list: readonly string[]) => [...list].sort().join()
const idsOf = ({ photos }: Queue, is: QueuedPhoto['is']) =>
  sorted(photos.filter((photo) => photo.is === is).map(({ id }) => id))

/** Everything that must hold whatever has happened. @returns what does not */
export function broken(phone: Phone): string[] {
  const { queue, owned, running, timers, isSigningIn, confirmed, faults } = phone
  const sending = queue.photos.filter(({ is }) => is === 'sending').length
  const isBlocked = queue.isAway || queue.session === 'asking' || sending === 2
  const rules: readonly [boolean, string][] = [
    [sorted(queue.photos.map(({ id }) => id)) === sorted(owned), 'a photo is lost, or was never taken'],
    [Object.keys(running).length <= 2, 'more than two on the way'],
    [idsOf(queue, 'sending') === sorted(Object.keys(running)), 'what is on the way is not what is shown'],
    [idsOf(queue, 'pausing') === sorted(timers), 'the timers are not those of the photos that pause'],
    [idsOf(queue, 'received') === sorted(confirmed), 'received and confirmed differ'],
    [(queue.session === 'asking') === isSigningIn, 'the session is asked for by nobody'],
    [idsOf(queue, 'waiting') === '' || isBlocked, 'a photo waits for nothing'],
    [
      queue.photos.every((photo) => !('words' in photo) || photo.words !== ''),
      'a photo that did not arrive says nothing',
    ],
  ]
  return [...faults, ...rules.filter(([holds]) => !holds).map(([, words]) => words)]
}
