import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(__dirname, '..')
const output = join(root, 'dist/h5')
const stampFile = join(output, '.stamp')

/** All that can change the H5 build. */
const sources = [
  'src/miniprogram',
  'src/domain',
  'src/contracts',
  'config',
  'babel.config.js',
  'package.json',
  'package-lock.json',
]

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)],
  )
}

/** @returns SHA-256 (hex) over names and contents of every source of the H5 build */
export function sourceHash(): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((name) => {
    const path = join(root, name)
    return /\.\w+$/.test(name) ? [path] : filesOf(path)
  })
  for (const file of files.sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  hash.update(process.env.GALLERY ?? '')
  return hash.digest('hex')
}

/** @returns whether dist/h5 is missing or was made from other sources */
export function needsH5Build(): boolean {
  if (!existsSync(join(output, 'index.html')) || !existsSync(stampFile)) return true
  return readFileSync(stampFile, 'utf8') !== sourceHash()
}

/** Marks dist/h5 as made from sources of this hash. Take the hash before the build: sources may change meanwhile. */
export function stampH5(hash: string): void {
  writeFileSync(stampFile, hash)
}
