import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(__dirname, '../../..')
const readyWithinMs = 60_000

/** One of several servers on the same database, a process of its own. */
export interface Replica {
  url: string
  ready(): Promise<void>
  /** Asks it to stop. @returns its exit code */
  terminate(): Promise<number | null>
  kill(): void
}

/** @param env `DATABASE_URL`, `KEYRING`, `DATA_DIR` */
export async function startReplica(env: Record<string, string>): Promise<Replica> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/faults/support/serverProcess.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    async ready() {
      const deadline = Date.now() + readyWithinMs
      while ((await fetch(`${url}/readyz`).catch(() => undefined))?.status !== 200) {
        if (Date.now() > deadline || child.exitCode !== null) throw new Error('the replica did not come up')
        await sleep(50)
      }
    },
    terminate() {
      child.kill('SIGTERM')
      return ended
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
