import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { senderTo, type Call, type Sender, type Sent } from './load'
import { submission } from '../../../tests/server/support/family'

const root = resolve(__dirname, '../../..')
const startWithinMs = 60_000

export interface Contender {
  sender: Sender
  stop(): void
}

/** The peer of `bareServer.ts` on this database. */
export async function startBare(databaseUrl: string, connections: number): Promise<Contender> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'config/bench/serving/bareServer.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + startWithinMs
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('the bare server did not start')
    await sleep(50)
  }
  const sender = senderTo(url, connections)
  return {
    sender,
    stop() {
      sender.close()
      child.kill('SIGKILL')
    },
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

/** A family that is signed in. */
export interface SignedIn {
  headers: Record<string, string>
  tokenHash: string
}

export async function signIn({ send }: Sender): Promise<SignedIn> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await send({
      method: 'POST',
      path: '/api/v1/sessions/demo',
      body: { person: randomUUID() },
    })
    if (answer.status === 201) return signedInWith((JSON.parse(answer.body) as { token: string }).token)
    await sleep(500)
  }
  throw new Error('nobody can sign in')
}

const signedInWith = (token: string): SignedIn => ({
  headers: { authorization: `Bearer ${token}` },
  tokenHash: createHash('sha256').update(token).digest('hex'),
})

export const submitCall = ({ headers }: SignedIn): Call => ({
  method: 'POST',
  path: '/api/v1/applications',
  headers: { ...headers, 'idempotency-key': randomUUID() },
  body: submission(),
})

/** Each call by the next of them, in turn. */
export function inTurn<T>(list: readonly T[], act: (one: T) => Promise<Sent>): () => Promise<Sent> {
  let next = 0
  return () => {
    const one = list[next % list.length]
    next += 1
    if (one === undefined) throw new Error('nobody to take turns')
    return act(one)
  }
}
