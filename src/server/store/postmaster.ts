import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Postmaster {
  pid: number
  port: number
}

/** What the data directory says about the server that uses it. Lines 1 and 4 are its process id and port. */
export function readPostmaster(dataDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : undefined
  } catch {
    return undefined
  }
}

/** Whether the process exists and is more than an entry its parent has not collected yet. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/**
 * PostgreSQL clears a stale pid file by itself, except when the dead server was never collected by its parent (a
 * container whose first process does not): then it takes the entry for a live server and refuses to start. Removed
 * only when no process works in the data directory any more.
 */
export function clearUncollected(dataDir: string): void {
  const postmaster = readPostmaster(dataDir)
  if (postmaster && isZombie(postmaster.pid) && !isInUse(dataDir))
    rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything; the state is the first letter after it.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/** Every process of PostgreSQL has the data directory as its working directory. */
function isInUse(dataDir: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === dataDir
      } catch {
        return false
      }
    })
}
