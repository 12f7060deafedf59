import type { FastifyInstance } from 'fastify'
import { Refused } from './failure'

/** Deeper than anything the contract knows; a parser or a schema that descends is not led further. */
const deepest = 16

/**
 * JSON and multipart are the only bodies of the API. JSON is UTF-8 (RFC 8259 §8.1): a byte that is none would become a
 * sign nobody wrote. `__proto__` and its kind are refused by the parser itself.
 */
export function readJsonStrictly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = utf8(body)
    if (text === undefined) return done(new Refused('BAD_JSON'))
    return parse(request, text, (error, value) => {
      if (error) done(error)
      else if (isDeeperThan(value, deepest)) done(new Refused('INVALID_FIELD'))
      else done(null, value)
    })
  })
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Level by level, not by recursion: what it looks for must not be its own undoing. */
function isDeeperThan(value: unknown, most: number): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((item) => (item !== null && typeof item === 'object' ? Object.values(item) : []))
  }
  return false
}
