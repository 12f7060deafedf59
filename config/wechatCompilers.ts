import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const carried = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin')
const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac' }

/** The compilers are programs for x64 only. */
export const hasCompilers = process.arch === 'x64' && folders[process.platform] !== undefined

function filesOf(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesOf(folder, path) : [path]
  })
}

/** Runs one of them from a copy: packages are installed without the execute bit, and may be read-only. */
function run(name: 'wcc' | 'wcsc', dist: string, args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'wechat-compiler-'))
  try {
    const program = join(folder, name)
    copyFileSync(join(carried, folders[process.platform] ?? '', name), program)
    chmodSync(program, 0o755)
    const result = spawnSync(program, args, { cwd: dist, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' })
    if (result.error) return result.error.message
    return result.status === 0 ? '' : result.stderr || `${name} ended with ${result.status}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** WeChat's template compiler over every wxml and wxs of the folder. @returns its complaint, or '' */
export function templateFaults(dist: string): string {
  const files = filesOf(dist)
  const templates = files.filter((file) => file.endsWith('.wxml'))
  const scripts = files.filter((file) => file.endsWith('.wxs'))
  return run('wcc', dist, ['-d', '-cc', '0', ...templates, ...scripts, '-gn', '$gwx'])
}

/** WeChat's style compiler over every wxss of the folder. @returns its complaint, or '' */
export function styleFaults(dist: string): string {
  const styles = filesOf(dist).filter((file) => file.endsWith('.wxss'))
  return run('wcsc', dist, ['-db', '-pc', String(styles.length), ...styles])
}
