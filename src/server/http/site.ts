import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** What a page that is no page of ours may do: nothing. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Swagger UI writes style attributes. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Taro's H5 components write style attributes and style elements; scripts come from our own files only. */
function pagePolicy(html: string): string {
  const scripts = ["'self'", ...inlineScripts(html)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Taro's uploadFile reads a picture the page itself holds by its blob: address (measured).
    "connect-src 'self' blob:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** The hash of each script written into the page: nothing else inline runs. */
function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1] ?? '')
    .filter((script) => script.length > 0)
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
}

const hashedName = /\.[0-9a-f]{8,}\.\w+$/

/**
 * The citizen app (H5) at `/`. Files with a hash in their name never change; everything else is asked for again.
 * @param folder `dist/h5`; when it is not built, `/` is not found
 */
export async function mountSite(app: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return
  const policy = pagePolicy(readFileSync(page, 'utf8'))
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    index: 'index.html',
    setHeaders(reply, path) {
      reply.setHeader(
        'cache-control',
        hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      if (path.endsWith('.html')) reply.setHeader('content-security-policy', policy)
    },
  })
}
