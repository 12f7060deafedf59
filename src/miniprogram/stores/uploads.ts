import { create } from 'zustand'
import { type Attachment } from '@contracts/attachments'
import { type PaperId } from '@domain/services/papers'
import { uploadsAtOnce } from '@/platform/limits'
import { photoPath } from '@/platform/photos'
import { type Failure } from './api'
import { whenNetworkIsBack } from './connection'
import { uploadPhoto, type Uploaded } from './routeCalls'
import { withSession } from './session'
import { words } from './words'

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
  received(job: UploadJob, attachment: Attachment): void
}

/** `waiting` also stands for what nobody has touched yet: a photo without a row here waits. */
export type UploadState =
  | { is: 'waiting' }
  | { is: 'uploading'; percent: number }
  | { is: 'failed'; words: string; again: 'byItself' | 'byHand' }

interface UploadsState {
  states: Readonly<Record<string, UploadState>>
}

export const useUploads = create<UploadsState>(() => ({ states: {} }))

/** Milliseconds before the next try; the last one stays. A lift, a tunnel, a dead spot, a village. */
const pauses = [5_000, 15_000, 45_000, 120_000]

/** Shown in steps: each one costs a setData. */
const percentStep = 20

const sources: UploadSource[] = []
const running = new Map<string, () => void>()
const tries = new Map<string, number>()

const stateOf = (clientId: string) => useUploads.getState().states[clientId]

function setState(clientId: string, state: UploadState | undefined): void {
  const { [clientId]: _, ...others } = useUploads.getState().states
  useUploads.setState({ states: state ? { ...others, [clientId]: state } : others })
}

/** From now on the photos of this source are sent by themselves. Calling again for the same source is harmless. */
export function sendPhotosOf(source: UploadSource): void {
  if (sources.indexOf(source) < 0) sources.push(source)
  if (sources.length === 1) whenNetworkIsBack(sendAgain)
  sendPhotos()
}

/** Starts what may start, two at a time. Call it whenever there may be something new to send. */
export function sendPhotos(): void {
  for (const source of sources)
    for (const job of source.pending()) {
      if (running.size >= uploadsAtOnce) return
      if (isReady(job)) start(source, job)
    }
}

const isReady = ({ clientId }: UploadJob) => !running.has(clientId) && stateOf(clientId)?.is !== 'failed'

/** Tries everything again that may succeed without the family: when the net is back, or the page is opened. */
export function sendAgain(): void {
  const { states } = useUploads.getState()
  Object.keys(states).forEach((clientId) => {
    const state = states[clientId]
    if (state?.is === 'failed' && state.again === 'byItself') setState(clientId, undefined)
  })
  sendPhotos()
}

/** 再传一次 */
export function sendOnceMore(clientId: string): void {
  setState(clientId, undefined)
  sendPhotos()
}

/** The photo is removed or taken anew: stop sending it and forget how it stood. */
export function forgetUpload(clientId: string): void {
  running.get(clientId)?.()
  tries.delete(clientId)
  setState(clientId, undefined)
}

function start(source: UploadSource, job: UploadJob): void {
  const { clientId } = job
  let stopped = false
  running.set(clientId, () => (stopped = true))
  setState(clientId, { is: 'uploading', percent: 0 })
  void send(job, (abort) => {
    running.set(clientId, abort)
    if (stopped) abort()
  }).then((uploaded) => {
    running.delete(clientId)
    settle(source, job, stopped ? { ok: false, is: 'aborted' } : uploaded)
    sendPhotos()
  })
}

async function send(job: UploadJob, onStart: (abort: () => void) => void): Promise<Uploaded> {
  const { clientId, paper, file } = job
  const path = await photoPath(file)
  if (path === undefined) return { ok: false, is: 'noFile' }
  return withSession<Uploaded>((token) => {
    const { outcome, abort } = uploadPhoto({
      file: path,
      fields: { paper, clientId },
      token,
      onProgress: (percent) => showProgress(clientId, percent),
    })
    onStart(abort)
    return outcome
  })
}

function showProgress(clientId: string, percent: number): void {
  const state = stateOf(clientId)
  const shown = Math.floor(percent / percentStep) * percentStep
  if (state?.is === 'uploading' && state.percent !== shown)
    setState(clientId, { is: 'uploading', percent: shown })
}

function settle(source: UploadSource, job: UploadJob, uploaded: Uploaded): void {
  const { clientId } = job
  if (uploaded.ok) {
    tries.delete(clientId)
    setState(clientId, undefined)
    source.received(job, uploaded.value)
    return
  }
  if (uploaded.is === 'aborted') return
  if (uploaded.is === 'noFile') return setState(clientId, byHand(words.photoGone))
  setState(clientId, uploaded.isRetryable ? byItself(clientId, uploaded) : byHand(uploaded.message))
}

const byHand = (message: string): UploadState => ({ is: 'failed', words: message, again: 'byHand' })

/** Also without a sign from the network: on a weak one the phone says online all the time. */
function byItself(clientId: string, failure: Failure): UploadState {
  const tried = tries.get(clientId) ?? 0
  tries.set(clientId, tried + 1)
  setTimeout(
    () => {
      const state = stateOf(clientId)
      if (state?.is === 'failed' && state.again === 'byItself') sendOnceMore(clientId)
    },
    pauses[Math.min(tried, pauses.length - 1)],
  )
  const message = failure.is === 'unknown' ? words.photoLater : failure.message
  return { is: 'failed', words: message, again: 'byItself' }
}
