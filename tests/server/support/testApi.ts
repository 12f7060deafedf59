import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { systemClock, type Clock } from '@server/clock'
import { generateKeyring, parseKeyring } from '@server/crypto/keyring'
import type { SuiteName } from '@server/crypto/suite'
import type { Mode } from '@server/env'
import { defaultLimits, type Limits } from '@server/limits'
import { createLog } from '@server/log'
import { startServer } from '@server/main'
import type { Parts } from '@server/parts'
import type { Database } from '@server/store/database'
import type { S3Address } from '@server/store/s3Address'
import { personsIn } from './canaries'
import { startTestDatabase } from './testDatabase'

export interface TestApiOptions {
  /** Address, app id and secret of the stand-in WeChat server. */
  wechat?: { appid: string; secret: string; url: string }
  clock?: Clock
  limits?: Partial<Limits>
  mode?: Mode
  /** Absent: a key of its own. */
  keyring?: string
  /** Absent: the one the test run is told to use. */
  cryptoSuite?: SuiteName
  /** Absent: photos are files in the data folder. */
  objectStore?: S3Address
  /** The built citizen app; absent: `/` is not served. */
  siteFolder?: string
}

export interface TestApi {
  /** `http://127.0.0.1:<port>` */
  url: string
  app: FastifyInstance
  parts: Parts
  db: Database
  /** Address of the test's own database, for a second client. */
  databaseUrl: string
  /** Everything it wrote to its log. */
  logs: string[]
  /** The setting `KEYRING`, for a command beside the server. */
  keyring: string
  /** Photos lie in its subfolder `objects`. */
  dataDir: string
  /** A session token of a person of the demonstration; the same person has the same account. */
  signIn(person?: string): Promise<string>
  /** @throws when a line of the log told of a person: every test that starts a server looks for that */
  close(): Promise<void>
}

/** `npm test` runs chosen files once more with `CRYPTO_SUITE=sm`. */
const testSuite: SuiteName = process.env.CRYPTO_SUITE === 'sm' ? 'sm' : 'aes'

/** The real server on a real PostgreSQL and a free port, with a data folder of its own. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await startTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'child-support-api-'))
  const logs: string[] = []
  const keys = options.keyring ?? generateKeyring()
  const keyring = parseKeyring(keys, options.cryptoSuite ?? testSuite)
  if (!keyring.ok) throw new Error(keyring.fault)
  const { wechat } = options
  const server = await startServer({
    settings: {
      mode: options.mode ?? 'demo',
      host: '127.0.0.1',
      port: 0,
      dataDir,
      databaseUrl: database.url,
      objectStore: options.objectStore,
      keyring: keyring.keyring,
      wechat: wechat && { appid: wechat.appid, secret: wechat.secret, baseUrl: wechat.url },
      trustProxy: [],
    },
    log: createLog({ write: (line) => void logs.push(line) }),
    clock: options.clock ?? systemClock,
    // How busy the computer of the tests is says nothing about the server.
    limits: { ...defaultLimits, loopDelayMs: 30_000, databaseMs: 30_000, ...options.limits },
    siteFolder: options.siteFolder ?? join(dataDir, 'no-site'),
  })
  return {
    url: server.url,
    app: server.app,
    parts: server.parts,
    db: server.parts.db,
    databaseUrl: database.url,
    logs,
    keyring: keys,
    dataDir,
    async signIn(person = randomUUID()) {
      const payload = { person }
      // On a computer full of other tests the first answer may be that the server is busy: a phone tries again, too.
      for (let tries = 1; ; tries += 1) {
        const answer = await server.app.inject({ method: 'POST', url: '/api/v1/sessions/demo', payload })
        if (answer.statusCode === 201) return answer.json<{ token: string }>().token
        if (answer.statusCode !== 503 || tries > 20) throw new Error(`${answer.statusCode}: ${answer.body}`)
        await sleep(200)
      }
    },
    async close() {
      await server.stop()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
      refuseTalk(logs)
    },
  }
}

function refuseTalk(logs: readonly string[]): void {
  const telling = logs.flatMap((line) => personsIn(line).map((found) => `${found}: ${line}`))
  if (telling.length > 0) throw new Error(`the log tells of persons\n${telling.join('\n')}`)
}

/** A clock a test can move. */
export function movableClock(start = new Date()): { clock: Clock; advance(ms: number): void } {
  let moved = 0
  const real = Date.now()
  return {
    clock: () => new Date(start.getTime() + (Date.now() - real) + moved),
    advance: (ms) => void (moved += ms),
  }
}
