import { type ErrorBody } from '@contracts/errorBody'
import { errorTable, isRetryable, type ErrorCode } from '@contracts/errors'
import { idempotencyHeader, type Endpoint } from '@contracts/endpoints'
import { request, type Answer, type NoAnswer } from '@/platform/network'
import { heardFromServer } from './connection'
import { words } from './words'

// No zod here and in what the tab pages import: with it the main package would not fit its budget. The rooms
// read answers with the schemas of the contracts (routeCalls.ts); the few small shapes of the tab pages are read
// in lightReaders.ts, which a test holds to the same schemas.

/**
 * `unknown`: nothing readable came back, so the act may have happened or not; only the same key may ask again.
 * `refused`: the server has said no and nothing has happened.
 */
export interface Failure {
  ok: false
  is: 'unknown' | 'refused'
  /** For a person: what happened and what to do. */
  message: string
  /** The same call may succeed later, unchanged. */
  isRetryable: boolean
  code?: ErrorCode
  /** Path of the first wrong field. */
  field?: string
  /** For support. */
  traceId?: string
}

export type Outcome<T> = { ok: true; value: T } | Failure

/** Reads a value of the contract out of an answer; undefined when it is none. */
export type Reader<T> = (body: unknown) => T | undefined

export interface Sending {
  /** Takes the place of `:id`. */
  id?: string
  body?: object
  /** Behind the `?`; plain words and figures only. */
  query?: Record<string, string>
  /** UUID made before the first send, for endpoints that need one. */
  key?: string
  token?: string
}

const lost: Record<NoAnswer | 'unreadable', string> = {
  offline: words.offline,
  timeout: words.slow,
  interrupted: words.slow,
  unreadable: words.unreadable,
}

const failed = (reason: NoAnswer | 'unreadable'): Failure => ({
  ok: false,
  is: 'unknown',
  message: lost[reason],
  isRetryable: true,
})

/** A refusal from the phone itself: nothing was sent. */
export const refusedHere = (message: string, retryable = false): Failure => ({
  ok: false,
  is: 'refused',
  message,
  isRetryable: retryable,
})

/** Of a call that acts for somebody. */
export function headersOf({ token, key }: Pick<Sending, 'token' | 'key'>): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { [idempotencyHeader]: key } : {}),
  }
}

/**
 * Calls an address of the API once. Never rejects, never repeats by itself.
 * An answer that is not of the contract (a hotel's sign-in page, a broken proxy) counts as no answer.
 */
export async function callEndpoint<T>(
  endpoint: Endpoint,
  read: Reader<T>,
  { id, body, query, key, token }: Sending = {},
): Promise<Outcome<T>> {
  const answer = await request({
    method: endpoint.method,
    path: (id === undefined ? endpoint.path : endpoint.path.replace(':id', id)) + behindMark(query),
    body,
    headers: headersOf({ token, key }),
  })
  return readAnswer(answer, endpoint.success, read)
}

function behindMark(query: Record<string, string> = {}): string {
  const pairs = Object.keys(query).map((name) => `${name}=${query[name] ?? ''}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** What an answer says: the value, a refusal of the closed list, or nothing readable. */
export function readAnswer<T>(answer: Answer, success: number, read: Reader<T>): Outcome<T> {
  heardFromServer(answer.ok || answer.reason !== 'offline')
  if (!answer.ok) return failed(answer.reason)
  if (answer.status !== success) return refusalOf(answer.body)
  const value = read(answer.body)
  return value === undefined ? failed('unreadable') : { ok: true, value }
}

const isCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(errorTable, code)

function refusalOf(body: unknown): Failure {
  const { code, message, field, traceId } = (body ?? {}) as Partial<ErrorBody>
  if (!isCode(code) || typeof message !== 'string') return failed('unreadable')
  return { ok: false, is: 'refused', message, isRetryable: isRetryable(code), code, field, traceId }
}
