import { routes, type RouteName } from '@contracts/routes'
import type { FastifyRequest } from 'fastify'
import { Refused } from './failure'
import { isStorable } from './parse'

/**
 * Refuses an address that is not well written: bytes that are no UTF-8, NUL, a name in the query given twice, any name
 * where the contract has no query.
 * @throws Refused `INVALID_FIELD`; nothing of the address is repeated
 */
export function refuseBrokenAddress(request: FastifyRequest): void {
  const [path = '', ...rest] = request.url.split('?')
  const query = rest.join('?')
  const names = query === '' ? [] : query.split('&').map((pair) => pair.split('=')[0] ?? '')
  const { table } = request.routeOptions.config as { table?: RouteName }
  const takesQuery = table === undefined || 'query' in routes[table]
  const isBroken =
    !isText(path) ||
    !isText(query.replaceAll('+', ' ')) ||
    new Set(names.map(decoded)).size < names.length ||
    (!takesQuery && names.length > 0)
  if (isBroken) throw new Refused('INVALID_FIELD')
}

function isText(encoded: string): boolean {
  const text = decoded(encoded)
  return text !== undefined && isStorable(text)
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
