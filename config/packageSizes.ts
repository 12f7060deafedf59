import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { budgets } from './budgets'

export interface PackageSize {
  /** 'main' or the root of a subpackage. */
  name: string
  bytes: number
  budget: number
}

function bytesUnder(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0)
}

// Licence notes and the developer tool's settings are not uploaded with the code.
const notUploaded = [/\.LICENSE\.txt$/, /^project\.config\.json$/]

function bytesOfMain(dist: string, roots: readonly string[], under = ''): number {
  return readdirSync(join(dist, under)).reduce((sum, name) => {
    const path = under ? `${under}/${name}` : name
    if (roots.includes(path) || notUploaded.some((pattern) => pattern.test(name))) return sum
    const isFolder = statSync(join(dist, path)).isDirectory()
    return sum + (isFolder ? bytesOfMain(dist, roots, path) : statSync(join(dist, path)).size)
  }, 0)
}

/**
 * Bytes on disk of each package of a built mini program, main first.
 * WeChat's own tools let an oversized file pass (measured: 4 MB), hence this.
 * @throws Error when `dist` holds no app.json
 */
export function packageSizes(dist: string): PackageSize[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  return [
    { name: 'main', bytes: bytesOfMain(dist, roots), budget: budgets.main },
    ...roots.map((root) => ({ name: root, bytes: bytesUnder(join(dist, root)), budget: budgets.sub })),
  ]
}
