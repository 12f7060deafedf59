import type { FastifyReply } from 'fastify'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Every text goes through React's escaping; there is no other way onto a page. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`)
}

/** After a form: the browser asks for a page anew, so that a reload repeats nothing. */
export function seeOther(reply: FastifyReply, address: string): FastifyReply {
  return reply.redirect(address, 303)
}
