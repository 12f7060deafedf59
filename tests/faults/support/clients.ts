import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApplicationSubmission, Receipt } from '@contracts/applications'
import type { Attachment } from '@contracts/attachments'
import type { ErrorBody } from '@contracts/errorBody'
import { isRetryable } from '@contracts/errors'
import { photo, submission } from '../../server/support/family'

/** What the server has acknowledged, as the phones noted it. */
export interface Notes {
  submissions: { person: string; key: string; receipt: Receipt }[]
  photos: { person: string; attachment: Attachment }[]
  /** Sends that were repeated after no answer or a retryable one. */
  retries: number
  /** Answers that neither succeeded nor asked to try again: must stay empty. */
  wrongAnswers: string[]
}

export const emptyNotes = (): Notes => ({ submissions: [], photos: [], retries: 0, wrongAnswers: [] })

export interface ClientOptions {
  /** Each application with a photo of its own, which no second one can have. */
  photos: boolean
}

/** A family's phone: signs in, sends applications one after another, each with one key until it is acknowledged. */
export async function runClient(
  url: string,
  notes: Notes,
  isOver: () => boolean,
  { photos }: ClientOptions = { photos: true },
): Promise<void> {
  const person = randomUUID()
  const phone = createPhone(url, notes, isOver)
  const session = await phone<{ token: string }>('/api/v1/sessions/demo', { person }, {})
  if (!session) return
  const headers = { authorization: `Bearer ${session.token}` }
  while (!isOver()) {
    const attachment = photos && (await phone<Attachment>('/api/v1/attachments', await photoForm(), headers))
    if (attachment === undefined) return
    if (attachment) notes.photos.push({ person, attachment })
    const key = randomUUID()
    const papers = attachment ? [{ paper: 'childHukouBook', attachmentIds: [attachment.id] }] : []
    const body = submission({ papers })
    const receipt = await phone<Receipt>('/api/v1/applications', body, { ...headers, 'idempotency-key': key })
    if (receipt) notes.submissions.push({ person, key, receipt })
  }
}

type Body = FormData | ApplicationSubmission | { person: string }

/** Once the fault is over the server must answer again within these. */
const mostLateTries = 300

/** Sends until it is answered with success. Nothing is noted that was not acknowledged. */
function createPhone(url: string, notes: Notes, isOver: () => boolean) {
  return async function send<T>(
    path: string,
    body: Body,
    headers: Record<string, string>,
  ): Promise<T | undefined> {
    // A phone goes on after the fault is over: only then is "it was acknowledged" known for every key.
    for (let late = 0; late < mostLateTries; late += isOver() ? 1 : 0) {
      const answer = await once(url + path, body, headers)
      if (answer && answer.status < 300) return answer.json as T
      if (answer && !isRetryable((answer.json as ErrorBody).code)) {
        notes.wrongAnswers.push(`${path} ${answer.status} ${(answer.json as ErrorBody).code}`)
        return undefined
      }
      notes.retries += 1
      await sleep(60)
    }
    notes.wrongAnswers.push(`${path} was never answered`)
    return undefined
  }
}

async function once(url: string, body: Body, headers: Record<string, string>) {
  const form = body instanceof FormData
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: form ? body : JSON.stringify(body),
      headers: form ? headers : { ...headers, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
    })
    return { status: response.status, json: (await response.json()) as unknown }
  } catch {
    return undefined
  }
}

async function photoForm(): Promise<FormData> {
  const form = new FormData()
  form.set('paper', 'childHukouBook')
  form.set('clientId', randomUUID())
  form.set('file', new Blob([new Uint8Array(await photo())]), 'photo')
  return form
}
