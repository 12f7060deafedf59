import type { FastifyReply } from 'fastify'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** No script at all, styles and pictures from here only, forms to here only. */
const deskPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** `no-referrer` would make browsers send `Origin: null` with every form. */
export const deskHeaders = { 'content-security-policy': deskPolicy, 'referrer-policy': 'same-origin' }

/** Every text goes through React's escaping; there is no other way onto a page. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return (
    reply
      .code(status)
      // Set here as well: what is refused before the desk is reached gets a page of the desk all the same.
      .headers(deskHeaders)
      .type('text/html; charset=utf-8')
      .send(`<!doctype html>${renderToStaticMarkup(page)}`)
  )
}

/** After a form: the browser asks for a page anew, so that a reload repeats nothing. */
export function seeOther(reply: FastifyReply, address: string): FastifyReply {
  return reply.redirect(address, 303)
}
