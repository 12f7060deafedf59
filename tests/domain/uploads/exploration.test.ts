import { uploadPauses, type QueuedPhoto } from '@domain/uploads/queue'
import { after, broken, newPhone, type Event, type Phone } from './phoneModel'

/*
 * Every state the queue can reach, by any sequence of events of any length: the search ends when no event leads to a
 * state that was not seen before. What cannot matter is taken out of a state before it is compared: attempts and
 * sessions are numbered anew, a percentage is told or not.
 */

const answers = (id: string, attempt: number): Event[] => [
  { is: 'answered', id, attempt, answer: { is: 'received', receipt: 'r' } },
  { is: 'answered', id, attempt, answer: { is: 'later', words: 'later' } },
  { is: 'answered', id, attempt, answer: { is: 'refused', words: 'no' } },
  { is: 'answered', id, attempt, answer: { is: 'signedOut', words: 'who?' } },
]

/** An answer to a send that was given up. */
const tooLate = (id: string): Event => ({
  is: 'answered',
  id,
  attempt: 0,
  answer: { is: 'received', receipt: 'r' },
})

/** What may happen to this phone now. */
function possible(phone: Phone, ids: readonly string[]): Event[] {
  const { owned, running, timers, isSigningIn, queue } = phone
  const of = (list: readonly string[], event: (id: string) => Event[]) => list.flatMap(event)
  return [
    ...of(
      ids.filter((id) => !owned.includes(id)),
      (id) => [{ is: 'added', id }],
    ),
    ...of(owned, (id) => [{ is: 'removed', id }, { is: 'retried', id }, tooLate(id)]),
    ...of(Object.keys(running), (id) => [
      { is: 'progressed', id, attempt: running[id] ?? 0, percent: 47 },
      ...answers(id, running[id] ?? 0),
    ]),
    ...of(timers, (id) => [{ is: 'woken', id }]),
    ...(isSigningIn
      ? ([
          { is: 'signedIn' },
          { is: 'notSignedIn', words: 'later', mayHelpLater: true },
          { is: 'notSignedIn', words: 'no', mayHelpLater: false },
        ] as const)
      : []),
    { is: 'hopeful' },
    { is: queue.isAway ? 'cameBack' : 'left' },
  ]
}

/** How often a try came to nothing decides the length of a pause and nothing else: with three photos it is left out. */
const inShort = (
  photo: QueuedPhoto,
  mostTries: number,
  rank: (attempt: number) => number,
  session: number,
) => [
  ...[photo.id, Math.min(photo.tries, mostTries), photo.wasSignedOut, photo.is],
  ...(photo.is === 'sending' ? [rank(photo.attempt), photo.session === session, photo.percent] : []),
]

function nameOf({ queue }: Phone, mostTries: number): string {
  const attempts = queue.photos.flatMap((photo) => (photo.is === 'sending' ? [photo.attempt] : []))
  const rank = (attempt: number) => attempts.filter((one) => one < attempt).length
  const photos = queue.photos.map((photo) => inShort(photo, mostTries, rank, queue.sessionNumber))
  return JSON.stringify([photos, queue.session, queue.isAway])
}

/** The net is good, the server says yes, the family is there: where this ends. */
function inGoodTimes(start: Phone): Phone {
  let phone = start.queue.isAway ? after(start, { is: 'cameBack' }) : start
  for (let steps = 0; steps < 20; steps += 1) {
    const [id] = Object.keys(phone.running)
    const [resting] = phone.timers
    if (phone.isSigningIn) phone = after(phone, { is: 'signedIn' })
    else if (id !== undefined) phone = after(phone, answers(id, phone.running[id] ?? 0)[0] as Event)
    else if (resting !== undefined) phone = after(phone, { is: 'woken', id: resting })
    else break
  }
  return phone
}

/** @returns how many states there are, and what is wrong in the first that is not right */
function explore(ids: readonly string[], mostTries: number): { states: number; wrong: string[] } {
  const seen = new Set([nameOf(newPhone, mostTries)])
  const open: Phone[] = [newPhone]
  for (let phone = open.pop(); phone; phone = open.pop())
    for (const event of possible(phone, ids)) {
      const next = after(phone, event)
      const name = nameOf(next, mostTries)
      if (seen.has(name)) continue
      seen.add(name)
      const end = inGoodTimes(next).queue.photos.filter(({ is }) => is !== 'received' && is !== 'stuck')
      const wrong = broken(next).concat(end.map(({ id }) => `${id} never arrives`))
      if (wrong.length > 0) return { states: seen.size, wrong: [...wrong, JSON.stringify(event), name] }
      open.push(next)
    }
  return { states: seen.size, wrong: [] }
}

test.each([
  ['一张', ['甲'], uploadPauses.length, 106],
  ['两张', ['甲', '乙'], uploadPauses.length, 16210],
  ['三张', ['甲', '乙', '丙'], 0, 31548],
])('%s照片，走到哪里都不丢、不重、不超过两张、有下一步；网一好都能传完', (_, ids, mostTries, size) => {
  const { states, wrong } = explore(ids, mostTries)
  expect(wrong).toEqual([])
  expect(states).toBe(size)
})
