import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ErrorBody } from '@contracts/errorBody'
import { Client } from 'pg'
import sharp from 'sharp'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@server/store/embeddedPostgres'
import { Family, submission } from '../server/support/family'
import { startTestApi, type TestApi } from '../server/support/testApi'
import { defaultLimits } from '@server/limits'
import { createLog } from '@server/log'
import { startServer, type Server } from '@server/main'

/** A disk so small that two photos do not fit. Only root may mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'child-support-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}

/** Noise does not compress: about 600 KB as stored. */
async function largePhoto(): Promise<Buffer> {
  const [width, height] = [1200, 800]
  const noise = Buffer.alloc(width * height * 3)
  for (let index = 0; index < noise.length; index += 1) noise[index] = (index * 2_654_435_761) >>> 24
  const pixels = await sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  return pixels
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('the disk for photos is full', () => {
  const disk = smallDisk()
  const whenMountable = disk ? test : test.skip
  afterAll(() => {
    if (!disk) return
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })

  whenMountable(
    'the photo gets 503 STORAGE_FULL, nothing partial stays, and words are still taken',
    async () => {
      const api = await startTestApi()
      const objects = join(disk ?? '', 'data')
      mkdirSync(objects, { recursive: true })
      const server: Server = await startServer({
        settings: {
          mode: 'demo',
          host: '127.0.0.1',
          port: 0,
          dataDir: objects,
          databaseUrl: api.databaseUrl,
          keyring: api.parts.keyring,
          trustProxy: [],
        },
        log: createLog({ write: () => undefined }),
        limits: defaultLimits,
      })
      try {
        const family = new Family({ ...api, app: server.app } satisfies TestApi, await api.signIn())
        const bytes = await largePhoto()
        const answers: number[] = []
        let refused: ErrorBody | undefined
        for (let photo = 0; photo < 6 && !refused; photo += 1) {
          const answer = await family.sendPhoto('childHukouBook', bytes)
          answers.push(answer.statusCode)
          if (answer.statusCode !== 201) refused = answer.json<ErrorBody>()
        }
        expect(refused?.code).toBe('STORAGE_FULL')
        expect(answers.pop()).toBe(503)
        const rows = await api.db.selectFrom('attachment').select('object_key').execute()
        expect(filesBelow(join(objects, 'objects')).sort()).toEqual(
          rows.map((row) => row.object_key.split('/')[1]).sort(),
        )
        expect((await family.submit(submission())).statusCode).toBe(201)
      } finally {
        await server.stop()
        await api.close()
      }
    },
  )
})

describe('the database is away', () => {
  let postgres: EmbeddedPostgres
  let folder: string
  let server: Server
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'child-support-away-'))
    execFileSync('chmod', ['711', folder])
    postgres = await startEmbeddedPostgres({ dataDir: folder })
    const { host, port, user, password, database } = postgres.connection
    server = await startServer({
      settings: {
        mode: 'demo',
        host: '127.0.0.1',
        port: 0,
        dataDir: join(folder, 'api'),
        databaseUrl: `postgresql://${user}:${password}@${host}:${port}/${database}`,
        trustProxy: [],
      },
      log: createLog({ write: () => undefined }),
    })
  })
  afterEach(async () => {
    await server.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const status = async (url: string) => (await server.app.inject({ url })).statusCode

  test('every route that needs it answers 503 with Retry-After; the process lives', async () => {
    const session = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      payload: { person: '00000000-0000-4000-8000-000000000001' },
    })
    const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` }
    await postgres.stop()
    const answer = await server.app.inject({ url: '/api/v1/applications', headers })
    expect(answer.statusCode).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.json<ErrorBody>().code).toBe('UNAVAILABLE')
    expect(await status('/healthz')).toBe(200)
    expect(await status('/readyz')).toBe(503)
  })

  test('a statement that hangs behind a lock is given up with 503 and leaves nothing', async () => {
    const { host, port, user, password, database } = postgres.connection
    const blocker = new Client({ host, port, user, password, database })
    await blocker.connect()
    await blocker.query('begin; lock table account in access exclusive mode')
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/demo',
      payload: { person: '00000000-0000-4000-8000-000000000002' },
    })
    expect(answer.statusCode).toBe(503)
    expect(answer.json<ErrorBody>().code).toBe('UNAVAILABLE')
    await blocker.query('rollback')
    expect((await blocker.query('select 1 from account')).rowCount).toBe(0)
    await blocker.end()
  })
})
