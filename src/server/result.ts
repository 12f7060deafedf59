import type { ErrorCode } from '@contracts/errors'

export interface Failure {
  ok: false
  code: ErrorCode
  /** Path of the first wrong field. Never holds a value or a name the caller made up. */
  field?: string
}

/** What a use case gives back: it throws only when something is broken. */
export type Result<T> = { ok: true; value: T } | Failure

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: ErrorCode, field?: string): Failure =>
  field === undefined ? { ok: false, code } : { ok: false, code, field }
