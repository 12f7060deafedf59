import * as z from 'zod/mini'
import { routes, type Route, type RouteName } from '@contracts/routes'
import { callEndpoint, type Outcome, type Reader, type Sending } from './api'
import { withSession } from './session'

type Table = typeof routes
type BodyOf<Name extends RouteName> = Table[Name] extends { body: infer Schema extends z.ZodMiniType }
  ? z.output<Schema> & object
  : undefined
type ResponseOf<Name extends RouteName> = Table[Name] extends { response: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : true

export interface RouteCall<Name extends RouteName> extends Omit<Sending, 'body'> {
  body?: BodyOf<Name>
}

function readerOf<T>(schema: z.ZodMiniType | undefined): Reader<T> {
  // An answer without a body is read as `true`.
  if (!schema) return () => true as T
  return (body) => {
    const parsed = z.safeParse(schema, body)
    return parsed.success ? (parsed.data as T) : undefined
  }
}

/** Calls one route of the API and reads the answer by its contract. Never rejects, never repeats by itself. */
export function callRoute<Name extends RouteName>(
  name: Name,
  call: RouteCall<Name> = {},
): Promise<Outcome<ResponseOf<Name>>> {
  const route: Route = routes[name]
  return callEndpoint(route, readerOf<ResponseOf<Name>>(route.response), call)
}

/** Calls a route of the citizen, signing in silently when needed. */
export function callAsCitizen<Name extends RouteName>(name: Name, call: Omit<RouteCall<Name>, 'token'> = {}) {
  return withSession((token) => callRoute(name, { ...call, token }))
}
