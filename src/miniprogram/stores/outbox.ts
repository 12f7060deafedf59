import { create } from 'zustand'
import { type ApplicationSubmission } from '@contracts/applications'
import { type PaperId } from '@domain/services/papers'
import { photosMissing, type Envelope, type EnvelopePhoto } from '@domain/uploads/envelope'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { removeStored, storedKeys, type Stored } from '@/platform/storage'
import { whenPhoneIsCleared } from './clearing'
import { useUploads } from './uploads'

const key = 'outbox'

/** What 进度 shows of the case before it has asked the server. */
interface Card {
  service: ApplicationSubmission['service']
  childMaskedName: string
}

export type Outgoing = Envelope<ApplicationSubmission, EnvelopePhoto<PaperId>> & { card: Card }

interface Outbox {
  /** The phone has been asked what it keeps. */
  isRead: boolean
  /** What families have handed in and the server has not taken yet, in the order handed in; one a draft. */
  outgoing: readonly Outgoing[]
  /** The one that is being sent: for the first time, or again because it was not answered. */
  active?: { draftId: string; phase: 'sending' | 'confirming' }
}

/** Lies in the main package: an application goes by itself as soon as the program is opened, on whatever page. */
export const useOutbox = create<Outbox>(() => ({ isRead: false, outgoing: [] }))

// Also called when a phone passes on to the next family: what was handed in still goes.
whenPhoneIsCleared(() => {
  if (storedKeys().indexOf(key) < 0) useOutbox.setState({ outgoing: [], active: undefined })
})

let reading: Promise<void> | undefined

/** Reads from the phone, once. @returns what is to be sent */
export async function readOutbox(): Promise<readonly Outgoing[]> {
  reading ??= readSealed(key).then((kept) => {
    if (!useOutbox.getState().isRead) useOutbox.setState({ isRead: true, outgoing: outgoingIn(kept) })
  })
  await reading
  return useOutbox.getState().outgoing
}

/** This program wrote it; of a damaged one nothing can be sent, and the draft is still there. */
const outgoingIn = (kept: unknown): Outgoing[] => (Array.isArray(kept) ? kept.filter(isOutgoing) : [])

function isOutgoing(value: unknown): value is Outgoing {
  const { draftId, key: id, body, photos } = (value ?? {}) as Partial<Outgoing>
  return (
    typeof draftId === 'string' && typeof id === 'string' && typeof body === 'object' && Array.isArray(photos)
  )
}

/** What was made of this draft and waits. */
export const outgoingOf = (draftId: string | undefined): Outgoing | undefined =>
  useOutbox.getState().outgoing.filter((one) => one.draftId === draftId)[0]

/** Shows it everywhere at once and keeps it. @returns what became of the writing */
export function keepOutgoing(one: Outgoing): Promise<Stored> {
  const { outgoing } = useOutbox.getState()
  const isKnown = outgoingOf(one.draftId) !== undefined
  const next = isKnown
    ? outgoing.map((other) => (other.draftId === one.draftId ? one : other))
    : [...outgoing, one]
  useOutbox.setState({ isRead: true, outgoing: next })
  return write()
}

/** It is not to be sent any more. */
export function removeOutgoing(draftId: string): void {
  useOutbox.setState({ outgoing: useOutbox.getState().outgoing.filter((one) => one.draftId !== draftId) })
  void write()
}

let writing: Promise<Stored> = Promise.resolve('stored')

/** One after the other: an older state that came to lie on a newer one could forget that the server may have it. */
function write(): Promise<Stored> {
  writing = writing.then((): Promise<Stored> => {
    const { outgoing } = useOutbox.getState()
    if (outgoing.length > 0) return writeSealed(key, outgoing)
    return Promise.resolve(removeStored(key) ? 'stored' : 'failed')
  })
  return writing
}

/**
 * How it stands, for the family. `queued`: nothing was sent. `photos`: its photos come first. `photoNeeded`: one of them
 * cannot without the family. `unanswered`: the server may have it. `refused`: it has said no.
 */
export type Standing =
  'queued' | 'photos' | 'photoNeeded' | 'sending' | 'confirming' | 'unanswered' | 'refused'

/** @returns how what was made of this draft stands; undefined when nothing of it waits */
export function useStanding(draftId: string): Standing | undefined {
  const one = useOutbox(({ outgoing }) => outgoing.filter((other) => other.draftId === draftId)[0])
  const phase = useOutbox(({ active }) => (active?.draftId === draftId ? active.phase : undefined))
  const missing = one ? photosMissing(one) : []
  const isNeeded = useUploads(({ states }) =>
    missing.some(({ clientId }) => states[clientId]?.is === 'needed'),
  )
  if (!one) return undefined
  if (one.refusal) return 'refused'
  if (phase) return phase
  if (one.maybeSent) return 'unanswered'
  if (isNeeded) return 'photoNeeded'
  return missing.length > 0 ? 'photos' : 'queued'
}
