import type { ErrorBody } from '@contracts/errorBody'
import { errorTable, type ErrorCode } from '@contracts/errors'
import { isDatabaseAway } from '../fault'
import { GateFull } from '../gate'
import { StorageFull, StoreAway } from '../store/objectStore'

/** Errors of fastify and its plugins → the closed list of the contract. */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_FILES_LIMIT: 'TOO_MANY_FILES',
  FST_PARTS_LIMIT: 'BODY_TOO_LARGE',
  FST_FIELDS_LIMIT: 'BODY_TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'PHOTO_TOO_LARGE',
  FST_PROTO_VIOLATION: 'INVALID_FIELD',
  FST_NO_FORM_DATA: 'BAD_JSON',
  FST_ERR_BAD_URL: 'INVALID_FIELD',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
  FST_ERR_HANDLER_TIMEOUT: 'UNAVAILABLE',
  FST_UNDER_PRESSURE: 'UNAVAILABLE',
}

/** Statuses of errors whose code is not in the table, e.g. the JSON parser's. */
const statusCodes: Record<number, ErrorCode> = {
  400: 'BAD_JSON',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
}

/** A refusal raised where a result cannot be given back (hooks). */
export class Refused extends Error {
  constructor(
    readonly refusal: ErrorCode,
    readonly field?: string,
  ) {
    super(refusal)
    this.name = 'Refused'
  }
}

/** Foreign keys to an account that is gone: it was deleted while this request was under way. */
const goneAccount: Record<string, ErrorCode> = {
  attachment_account_id_fkey: 'NOT_SIGNED_IN',
  idempotency_account_id_fkey: 'NOT_SIGNED_IN',
  message_grant_account_id_fkey: 'NOT_SIGNED_IN',
  upload_day_account_id_fkey: 'NOT_SIGNED_IN',
  // A sign-in at that moment: the next one makes a new account.
  citizen_session_account_id_fkey: 'UNAVAILABLE',
}

/** What a thrown error means to the person who waits. Everything unknown is `INTERNAL`. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof Refused) return error.refusal
  if (error instanceof StorageFull) return 'STORAGE_FULL'
  if (error instanceof GateFull || error instanceof StoreAway || isDatabaseAway(error)) return 'UNAVAILABLE'
  const { code, constraint, statusCode } = error as Record<string, unknown>
  if (code === '23503') return goneAccount[String(constraint)] ?? 'INTERNAL'
  const known = typeof code === 'string' ? frameworkCodes[code] : undefined
  return known ?? (typeof statusCode === 'number' ? statusCodes[statusCode] : undefined) ?? 'INTERNAL'
}

/** Seconds after which a try makes sense; only for retryable errors. */
const retryAfter: Partial<Record<ErrorCode, number>> = {
  SIGN_IN_LOCKED: 600,
  TOO_MANY_REQUESTS: 60,
  UPLOAD_QUOTA: 3600,
  PHOTO_ALTERED: 1,
  INTERNAL: 5,
  STORAGE_FULL: 60,
  UNAVAILABLE: 3,
  WECHAT_UNAVAILABLE: 10,
}

/** Written here as well: an error before any route is known passes no hook. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export interface ErrorAnswer {
  status: number
  headers: Record<string, string>
  body: ErrorBody
}

export function errorAnswer(code: ErrorCode, traceId: string, field?: string): ErrorAnswer {
  const { status, message } = errorTable[code]
  const seconds = retryAfter[code]
  return {
    status,
    headers: { ...always, ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }) },
    body: field === undefined ? { code, message, traceId } : { code, message, field, traceId },
  }
}
