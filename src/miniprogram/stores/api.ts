import * as z from 'zod/mini'
import { Attachment, type AttachmentFields } from '@contracts/attachments'
import { ErrorBody, isRetryable, type ErrorCode } from '@contracts/errors'
import { idempotencyHeader, routes, type Route, type RouteName } from '@contracts/routes'
import { request, upload, type Answer, type NoAnswer } from '@/platform/network'
import { heardFromServer } from './connection'
import { words } from './words'

type Table = typeof routes
type BodyOf<Name extends RouteName> = Table[Name] extends { body: infer Schema extends z.ZodMiniType }
  ? z.output<Schema> & object
  : undefined
type ResponseOf<Name extends RouteName> = Table[Name] extends { response: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined

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

export interface CallOptions<Name extends RouteName> {
  /** Takes the place of `:id`. */
  id?: string
  body?: BodyOf<Name>
  /** UUID made before the first send, for routes that need one. */
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

function headersOf(token: string | undefined, key: string | undefined): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { [idempotencyHeader]: key } : {}),
  }
}

/**
 * Calls one route of the API and reads the answer by its contract. Never rejects, never repeats by itself.
 * An answer that is not of the contract (a hotel's sign-in page, a broken proxy) counts as no answer.
 */
export async function callRoute<Name extends RouteName>(
  name: Name,
  { id, body, key, token }: CallOptions<Name> = {},
): Promise<Outcome<ResponseOf<Name>>> {
  const route: Route = routes[name]
  const answer = await request({
    method: route.method,
    path: id === undefined ? route.path : route.path.replace(':id', id),
    body,
    headers: headersOf(token, key),
  })
  return read<ResponseOf<Name>>(answer, route.success, route.response)
}

function read<T>(answer: Answer, success: number, schema: z.ZodMiniType | undefined): Outcome<T> {
  heardFromServer(answer.ok || answer.reason !== 'offline')
  if (!answer.ok) return failed(answer.reason)
  if (answer.status !== success) return refusal(answer.body)
  if (!schema) return { ok: true, value: undefined as T }
  const parsed = z.safeParse(schema, answer.body)
  return parsed.success ? { ok: true, value: parsed.data as T } : failed('unreadable')
}

function refusal(body: unknown): Failure {
  const parsed = z.safeParse(ErrorBody, body)
  if (!parsed.success) return failed('unreadable')
  const { code, message, field, traceId } = parsed.data
  return { ok: false, is: 'refused', message, isRetryable: isRetryable(code), code, field, traceId }
}

export interface PhotoUpload {
  /** A path the platform can read: `photoPath`. */
  file: string
  fields: AttachmentFields
  token: string
  /** 0 to 100. */
  onProgress: (percent: number) => void
}

/** What came of an upload; `gone` when it was aborted here, `noFile` when the phone has lost the picture. */
export type Uploaded = Outcome<Attachment> | { ok: false; is: 'aborted' } | { ok: false; is: 'noFile' }

/** Sends one photo. The same `clientId` again is harmless. */
export function uploadPhoto({ file, fields, token, onProgress }: PhotoUpload): {
  outcome: Promise<Uploaded>
  abort: () => void
} {
  const route = routes.uploadAttachment
  const { answer, abort } = upload({
    path: route.path,
    file,
    fields: { ...fields },
    headers: headersOf(token, undefined),
    onProgress,
  })
  const outcome = answer.then((given): Uploaded => {
    if (given.ok) return read<Attachment>(given, route.success, Attachment)
    const { reason } = given
    if (reason === 'aborted' || reason === 'noFile') return { ok: false, is: reason }
    return read<Attachment>({ ok: false, reason }, route.success, Attachment)
  })
  return { outcome, abort }
}
