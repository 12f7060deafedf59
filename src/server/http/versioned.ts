import type { FastifyReply } from 'fastify'

/**
 * Sends an answer that is the same for everybody and carries its own `version`: any cache may keep it for a while, and
 * who has this version already gets 304 without a body.
 * @param seconds how long it may be kept unasked
 */
export function sendVersioned(reply: FastifyReply, seconds: number, body: { version: string }): FastifyReply {
  const tag = `"${body.version}"`
  reply.headers({ etag: tag, 'cache-control': `public, max-age=${seconds}` })
  return isNamed(reply.request.headers['if-none-match'], tag) ? reply.code(304).send() : reply.send(body)
}

/** Weak comparison, as a proxy that compresses makes a weak tag of ours. Source: RFC 9110 §13.1.2. */
function isNamed(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}
