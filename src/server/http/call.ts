import type { routes, Route, RouteName } from '@contracts/routes'
import type { input, output, ZodMiniType } from 'zod/mini'
import type { Parts } from '../parts'
import type { Result } from '../result'
import type { CitizenSession } from '../store/citizenSessions'

type Table = typeof routes

type BodyOf<R> = R extends { body: infer S extends ZodMiniType } ? output<S> : undefined
type QueryOf<R> = R extends { query: infer S extends ZodMiniType } ? output<S> : undefined
type UploadOf<R> = R extends { upload: infer S extends ZodMiniType }
  ? { fields: output<S>; bytes: Buffer }
  : undefined
type SessionOf<R> = R extends { auth: 'citizen' } ? CitizenSession : undefined
type KeyOf<R> = R extends { idempotent: true } ? string : undefined
type IdOf<R> = R extends { path: `${string}:id${string}` } ? string : undefined
type AnswerOf<R> = R extends { binary: true }
  ? Buffer
  : R extends { response: infer S extends ZodMiniType }
    ? input<S>
    : undefined

/** One checked request: everything the route's row in the table promises is there, typed by that row. */
export interface Call<N extends RouteName> {
  parts: Parts
  traceId: string
  session: SessionOf<Table[N]>
  /** `:id` of the address, a UUID. */
  id: IdOf<Table[N]>
  /** Value of the header `Idempotency-Key`. */
  key: KeyOf<Table[N]>
  body: BodyOf<Table[N]>
  query: QueryOf<Table[N]>
  upload: UploadOf<Table[N]>
}

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Result<AnswerOf<Table[N]>>>
/** One handler for every row of the table: a route without one does not compile. */
export type Handlers = { [N in RouteName]: Handler<N> }

/** What the mounting code works with, once the table has done its part. */
export interface AnyCall {
  parts: Parts
  traceId: string
  session?: CitizenSession
  id?: string
  key?: string
  body?: unknown
  query?: unknown
  upload?: { fields: unknown; bytes: Buffer }
}
export type AnyHandler = (call: AnyCall) => Promise<Result<unknown>>
export type AnyRoute = Route
