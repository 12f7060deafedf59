import { spawn, execFileSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(__dirname, '../../..')
const recoverWithinMs = 60_000

/** A server process with an embedded database of its own, and the means to kill either. */
export interface Victim {
  url: string
  dataDir: string
  start(): Promise<void>
  killServer(): void
  killDatabase(): void
  /** Until `/readyz` is green, without a hand. */
  ready(): Promise<void>
  readiness(): Promise<number>
  /** Process ids of the server, and of PostgreSQL with its children. */
  processes(): { server: number[]; database: number[] }
  stop(): Promise<void>
  remove(): void
}

/** @param env more of its environment, e.g. a mistake to plant in it */
export async function createVictim(env: Record<string, string> = {}): Promise<Victim> {
  const dataDir = mkdtempSync(join(tmpdir(), 'child-support-victim-'))
  // The database's own account walks through this folder when the tests run as root.
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  const victim: Victim = {
    url,
    dataDir,
    async start() {
      child = spawn(process.execPath, ['--import', 'tsx', 'tests/faults/support/serverProcess.ts'], {
        cwd: root,
        env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await victim.ready()
    },
    killServer() {
      child?.kill('SIGKILL')
    },
    killDatabase() {
      const postmaster = databaseProcess(dataDir)
      if (postmaster) killTree(postmaster)
    },
    async ready() {
      const deadline = Date.now() + recoverWithinMs
      while ((await victim.readiness()) !== 200) {
        if (Date.now() > deadline) throw new Error('the server did not recover by itself')
        await sleep(50)
      }
    },
    async readiness() {
      try {
        return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })).status
      } catch {
        return 0
      }
    },
    processes() {
      const postmaster = databaseProcess(dataDir)
      return { server: child?.pid ? [child.pid] : [], database: postmaster ? treeOf(postmaster) : [] }
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((done) => child?.once('exit', done))
      child.kill('SIGKILL')
      await gone
    },
    remove() {
      const postmaster = databaseProcess(dataDir)
      if (postmaster) killTree(postmaster)
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return victim
}

/** The first line of PostgreSQL's own lock file. */
function databaseProcess(dataDir: string): number | undefined {
  const file = findFile(join(dataDir, 'postgres'), 'postmaster.pid')
  return file ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

function findFile(folder: string, name: string): string | undefined {
  if (!existsSync(folder)) return undefined
  if (existsSync(join(folder, name))) return join(folder, name)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name, name)
    if (entry.isDirectory() && existsSync(path)) return path
  }
  return undefined
}

function treeOf(parent: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const children = table
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid ?? 0)
  return [parent, ...children]
}

/** All of PostgreSQL at once, as a power cut would: children first are found, then all are killed. */
function killTree(parent: number): void {
  for (const pid of treeOf(parent)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone by itself in between.
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
