import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../http/failure'
import { isStorable } from '../http/parse'

/** Marks the refusal of a form that did not come from a page of the desk. */
export const foreignForm = 'form'

/**
 * Refuses what another site sends. Browsers name the origin of every form they send; a request without the header
 * comes from no browser page and still needs the token.
 * @throws Refused `FORBIDDEN` Source: threats §5.2.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  const isForeign =
    (origin !== undefined && hostOf(origin) !== request.host) ||
    (site !== undefined && site !== 'same-origin')
  if (isForeign) throw new Refused('FORBIDDEN', foreignForm)
}

/** The scheme is left out: behind a proxy that ends TLS the server does not know it. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** @throws Refused `FORBIDDEN` when the form does not carry the token its page was given */
export function refuseForeignToken(request: FastifyRequest, expected: string | undefined): void {
  const given = Buffer.from(field(request, 'token'))
  const wanted = Buffer.from(expected ?? '')
  const matches = wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!matches) throw new Refused('FORBIDDEN', foreignForm)
}

/** Whether the form has a field; an inherited name is none. */
function valueOf({ body }: FastifyRequest, name: string): unknown {
  return body !== null && typeof body === 'object' && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined
}

/**
 * The text of a field, with plain line ends; empty when absent or given more than once.
 * @throws Refused `INVALID_FIELD` for what no keyboard types and no database keeps
 */
export function field(request: FastifyRequest, name: string): string {
  const value = valueOf(request, name)
  if (typeof value !== 'string') return ''
  if (!isStorable(value)) throw new Refused('INVALID_FIELD')
  return value.replace(/\r\n?/g, '\n')
}

/** All values of a field, such as the ticked boxes of one group. */
export function fields(request: FastifyRequest, name: string): string[] {
  const value = valueOf(request, name)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((item) => typeof item === 'string')
}
