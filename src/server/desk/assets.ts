import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../crypto/tokens'
import { deskPath } from './deskSession'

const stylesheet = readFileSync(join(__dirname, 'desk.css'), 'utf8')
const mark = readFileSync(join(__dirname, 'mark.svg'), 'utf8')

const assets = { 'desk.css': ['text/css', stylesheet], 'mark.svg': ['image/svg+xml', mark] } as const

/** The address changes with the content, so a browser may keep it for ever. */
export function assetAddress(name: keyof typeof assets): string {
  return `${deskPath}/assets/${name}?v=${sha256(assets[name][1]).slice(0, 12)}`
}

export function mountAssets(scope: FastifyInstance): void {
  for (const [name, [type, content]] of Object.entries(assets)) {
    scope.get(`/assets/${name}`, (_request, reply) =>
      reply
        .headers({ 'cache-control': 'public, max-age=31536000, immutable' })
        .type(`${type}; charset=utf-8`)
        .send(content),
    )
  }
}
